import Temporal
import TestSupport
import Testing
import Text

/// Every row of every table carries an example and what it means; here each example is read.
@Suite struct TableExampleTests {
  static let languages = Checkout.resources.names(in: "languages")

  @Test(arguments: languages, ["words", "patterns", "holidays"])
  func everyExampleMeansWhatItsRowSays(_ language: String, _ name: String) throws {
    let table = try Checkout.resources.table("languages/\(language)/\(name).tsv")
    for row in table.rows where !row["example"].isEmpty {
      let words = (row["word"].isEmpty ? row["holiday"] : row["word"]).split(separator: "|").map(String.init)
      for word in words.isEmpty ? [""] : words {
        let example = row["example"].replacing("{}", with: word)
        let published = row["published"].isEmpty ? "2024-10-28" : row["published"]
        let found = try Dates.values(example, published: published, language: language)
        #expect(found == row["means"].split(separator: " ").map(String.init), "\(row.place): \(example)")
      }
    }
  }

  @Test func everyKindOfDamageIsRepairedInItsExample() throws {
    for row in try Checkout.resources.table("dates/damage.tsv").rows {
      let found = try Dates.timexes(row["example"], published: row["published"], language: row["language"])
      #expect(found.map(\.value) == [row["means"]], "\(row.place): \(row["example"])")
      #expect(found.first?.repair != nil || row["change"] == "no-year", "\(row.place): \(row["example"])")
    }
  }

  @Test func everyWarCountsItsDays() throws {
    for row in try Checkout.resources.table("dates/wars.tsv").rows {
      let found = try Dates.values(row["example"], published: row["published"], language: row["language"])
      #expect(found == [row["means"]], "\(row.place): \(row["example"])")
    }
  }

  @Test func everyPatternHasAnExampleOrDefinesAName() throws {
    for language in Self.languages {
      for row in try Checkout.resources.table("languages/\(language)/patterns.tsv").rows {
        #expect(row["says"].hasPrefix("@") || !row["example"].isEmpty, "\(row.place)")
      }
    }
  }
}
