import Temporal
import TestSupport
import Testing
import Text

/// Whole news articles of our own with every date marked, `Tests/Corpora/dates/news.LANGUAGE.txt`. They were written before
/// the tables were tuned on them, so not all of them come out right: the floors keep what was reached.
@Suite struct NewsCorpusTests {
  /// Marks of a file, what was found, and what was found with the right words or the right words and value.
  struct Score {
    var marked = 0
    var found = 0
    var spans = 0
    var values = 0
    var misses: [String] = []

    mutating func add(_ marks: [String], _ found: [String], place: String) {
      marked += marks.count
      self.found += found.count
      values += Self.common(marks, found)
      spans += Self.common(marks.map(Self.words), found.map(Self.words))
      let lost = marks.filter { !found.contains($0) }
      let extra = found.filter { !marks.contains($0) }
      if !lost.isEmpty || !extra.isEmpty { misses.append("\(place): missed \(lost), gave \(extra)") }
    }

    func f1(_ right: Int) -> Double { marked + found == 0 ? 1 : Double(2 * right) / Double(marked + found) }

    private static func words(_ mark: String) -> String { String(mark[..<(mark.lastIndex(of: "=") ?? mark.endIndex)]) }

    private static func common(_ first: [String], _ second: [String]) -> Int {
      var counts: [String: Int] = [:]
      for one in first { counts[one, default: 0] += 1 }
      return second.count { one in
        guard let left = counts[one], left > 0 else { return false }
        counts[one] = left - 1
        return true
      }
    }
  }

  /// Language, then the least F1 of exact words and of exact words with exact value.
  @Test(arguments: [("id", 0.98, 0.95), ("en", 0.96, 0.93)])
  func articlesAreReadAsMarked(_ language: String, _ spanFloor: Double, _ valueFloor: Double) throws {
    var score = Score()
    for article in try MarkedText.articles("news.\(language)") {
      let source = SourceText(article.text)
      let found = try Dates.timexes(article.text, published: article.published, language: language)
      score.add(article.marks, found.map { "\(source[$0.span])=\(Dates.value($0))" }, place: article.place)
    }
    let report: Comment = "\(score.misses.joined(separator: "\n"))"
    #expect(score.f1(score.spans) >= spanFloor, report)
    #expect(score.f1(score.values) >= valueFloor, report)
  }
}
