import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// Histories without a publication day, read as a whole, so that each date counts from the running one.
@Suite struct HistoryTests {
  static let corpora = ["en", "id"]

  /// Nobody says that these are histories, nor when they were published: the text tells.
  @Test(arguments: corpora, [TextGenre.auto, .narrative])
  func aHistoryIsReadByItsRunningDate(_ language: String, _ genre: TextGenre) throws {
    var score = NewsCorpusTests.Score()
    for history in try MarkedText.articles("histories.\(language)") {
      score.add(
        history.marks, try marks(history, language, genre: genre, published: nil), place: history.place)
    }
    let report: Comment = "\(score.misses.joined(separator: "\n"))"
    #expect(score.marked >= 100, report)
    #expect(score.f1(score.spans) >= 0.97, report)
    #expect(score.f1(score.values) >= 0.96, report)
  }

  @Test(arguments: corpora)
  func aHistoryIsToldFromNewsOfTheDayItIsReadOn(_ language: String) throws {
    for history in try MarkedText.articles("histories.\(language)") {
      let told = try marks(history, language, genre: .narrative, published: "2024-10-28")
      #expect(try marks(history, language, genre: .auto, published: "2024-10-28") == told, "\(history.place)")
    }
  }

  @Test func newsIsNoHistory() throws {
    let samples = try Checkout.files(below: "Resources/samples", ending: ".txt").map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    let articles = try samples + ["id"].flatMap { try MarkedText.articles("news.\($0)").map(\.text) }
    #expect(articles.count > 10)
    for article in articles {
      for published in ["2024-10-28", nil] {
        let news = try Dates.timexes(article, published: published, language: nil, genre: .news)
        let auto = try Dates.timexes(article, published: published, language: nil, genre: .auto)
        #expect(auto == news, "published \(published ?? "unknown"): \(article.prefix(80))")
      }
    }
  }

  @Test(arguments: [
    ("The town fell in December 1941. In March it was retaken.", ["1941-12", "1942-03"]),
    ("The town fell in June 1941. In March the siege had begun.", ["1941-06", "1941-03"]),
    ("The city was stormed on 3 May 1916. By nightfall it was quiet.", ["1916-05-03", "1916-05-03TNI"]),
    ("In June 1918 they met (see the talks of 1917). In July they won.", ["1918-06", "1917", "1918-07"]),
    ("The invasion (June 1950)\nIn July Taejon fell.", ["1950-06", "1950-07"]),
    (
      "They met in May 1918 as they had in August and September 1914.",
      ["1918-05", "1914-08", "1914-09"]
    ),
    (
      "They met in May 1956 and put it off until 1958. In August they fought.",
      ["1956-05", "1958", "1956-08"]
    ),
    ("They fought from December to March 1942.", ["1941-12", "1942-03"]),
    ("They landed on 28 August 1942. On the 3rd the armies met.", ["1942-08-28", "1942-09-03"]),
    ("They landed on 8 August 1942. On the 3rd the ships had left port.", ["1942-08-08", "1942-08-03"]),
    ("The siege began in October 1915. The following spring it ended.", ["1915-10", "1916-SP"]),
    ("The siege began in 219 BC and ended a year later.", ["BC0219", "BC0218"]),
    ("The town fell on 2 June 1916. Today it is a park.", ["1916-06-02", "PRESENT_REF"]),
  ])
  func theRunningDateGoesOn(_ text: String, _ values: [String]) throws {
    #expect(try Dates.values(text, published: nil, language: "en", genre: .narrative) == values)
  }

  private func marks(_ history: MarkedText, _ language: String, genre: TextGenre, published: String?) throws -> [String]
  {
    let source = SourceText(history.text)
    return try Dates.timexes(history.text, published: published, language: language, genre: genre).map {
      "\(source[$0.span])=\(Dates.value($0))"
    }
  }
}
