/// One sentence with what was found in it.
struct SentenceReading: Sendable {
  /// Its number in the article.
  let index: Int
  /// Its tokens.
  let tokens: Range<Int>
  /// Its mentions, in order.
  let mentions: ArraySlice<Mention>
  /// Its triggers, in order.
  let predicates: [Predicate]
  /// The date expression of the heading above it.
  let section: Int?
}
