import Text

/// What one pass over a text gives: the mentions, and what the normalizer needs to know of the words around them.
struct Tagging: Sendable {
  /// A word that tells whether a sentence speaks of the past or of what is to come.
  struct Signal: Sendable {
    var offset: Int32
    var isFuture: Bool
  }

  var mentions: [Mention] = []
  /// Where sentences begin.
  var sentences: [Int32] = [0]
  /// Quotations, without their marks.
  var quotations: [TextSpan] = []
  var signals: [Signal] = []
  /// The pieces of damaged dates.
  var damaged: [DamagedDate] = []

  /// The pieces of a mention that is damaged.
  func damage(of mention: Mention) -> DamagedDate? { mention.isDamaged ? damaged[Int(mention.damaged)] : nil }
}
