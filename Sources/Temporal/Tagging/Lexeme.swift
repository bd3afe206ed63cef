/// A word, number or mark of the text at one place, as the patterns see it.
struct Lexeme: Sendable {
  enum Kind: UInt8, Sendable { case word, number, mark }

  var start: Int32
  var end: Int32
  var kind: Kind
  /// Number of digits, of a number.
  var digits: UInt8 = 0
  /// The entry in the lexicon; -1 for a number.
  var entry: Int32 = -1
  /// The number; of number words their sum.
  var value: Int32 = 0
  var classes = ClassSet()
  /// Whether it was taken for a month or weekday in spite of typing errors.
  var isMisspelt = false
}

/// A word or phrase of a language with all its senses.
struct LexiconEntry: Sendable {
  /// Senses at `Lexicon.senses[senses]`.
  var senses: Range<Int> = 0..<0
  /// Classes where the word is written small, and with a capital.
  var lower = ClassSet()
  var capital = ClassSet()
  /// Whether a longer phrase begins with it.
  var continues = false
  /// Whether a pattern may begin with it.
  var starts = false
  /// Tells the scanner to note its place: a marker of time past or to come, a speech verb.
  var isSignal = false
}
