/// A word, number or mark of the text at one place, as the patterns see it.
struct Lexeme: Sendable, BitwiseCopyable {
  enum Kind: UInt8, Sendable, BitwiseCopyable { case word, number, mark }

  var start: Int32
  var end: Int32
  var kind: Kind
  /// Number of digits, of a number.
  var digits: UInt8 = 0
  /// Whether it was taken for a month or weekday in spite of typing errors.
  var isMisspelt = false
  /// The entry in the lexicon; -1 for a number.
  var entry: Int32 = -1
  /// The number; of number words their sum.
  var value: Int32 = 0
  var classes = ClassSet()
}

/// A word or phrase of a language with all its senses.
struct LexiconEntry: Sendable, BitwiseCopyable {
  /// Classes where the word is written small, and with a capital.
  var lower = ClassSet()
  var capital = ClassSet()
  /// Its senses among `Lexicon.senses`.
  var senses = FlatRange()
  /// Whether a longer phrase begins with it.
  var continues = false
  /// Whether a pattern may begin with it.
  var starts = false
  /// Whether no pattern ends with it, so that a known word, a number or a mark must follow.
  var needsMore = false
  /// Tells the scanner to note its place: a marker of time past or to come, a speech verb.
  var isSignal = false
}
