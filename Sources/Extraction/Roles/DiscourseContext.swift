/// Who the words that name nobody mean at this point of the article.
struct DiscourseContext: Sendable {
  /// `he`, `ia`: the last speaker, else the last doer.
  var speaker: [Int] = []
  /// `we` inside a quotation: who is quoted in this sentence.
  var quoted: [Int] = []
  /// `the group`: the last armed group.
  var group: [Int] = []
  /// `the ministry`, `the alliance`: the last organization or agency.
  var body: [Int] = []
  /// `both sides`: the two sides of the last event that had two.
  var pair: [Int] = []
  /// `the mediators`: whom an actor without a name was said to be.
  var bound: [Int: [Int]] = [:]
}
