import Text

/// A date expression found in a text: where, and what its words say.
struct Mention: Sendable, BitwiseCopyable {
  var span: TextSpan
  var expression: TemporalExpression
  var time: TimeOfDay?
  var mod: TimexMod?
  /// The row that found it, for the explanation; -1 where none did.
  var pattern: Int32 = -1
  /// Its pieces among `Tagging.damaged`, of a damaged date; there `expression` is what the sound part of it says.
  var damaged: Int32 = -1
  /// A kind of damage that the words themselves show: a month of another language.
  var wordDamage: DamageName?
  /// Where the two ends of a range stand.
  var ends: (TextSpan, TextSpan)?
  /// The number of the sentence.
  var sentence: Int32 = 0
  /// A quotation that it stands in, by number; -1 outside.
  var quotation: Int32 = -1
  /// Whether it only gives the beginning of what the sentence tells: `since 1905`.
  var isAside = false
  /// Whether it is how far something reaches or when it is due: `until 1 March 2025`.
  var isBound = false
  /// Whether it counts as an expression in histories alone.
  var isForNarrative = false
  /// Whether it ends the range that the mention before it begins.
  var endsRange = false
  /// Whether the sentence speaks of what is to come.
  var isFuture = false

  var isDamaged: Bool { damaged >= 0 }
}
