import Timeline

/// One time that somebody spoke: every sentence of one speaker until another day is named.
struct Occasion: Sendable {
  /// Who speaks, with the body spoken for.
  var speakers: Set<Int>
  /// The drafts said on it, by number.
  var members: [Int]
  /// The last sentence of it.
  var lastSentence: Int
  /// Whether it lies before what stands before it in the text.
  var isBackground: Bool
  /// When.
  var date: EventDate?
}
