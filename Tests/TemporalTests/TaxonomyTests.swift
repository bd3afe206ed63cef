import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// Every kind of date expression, `Tests/Corpora/dates/kinds.tsv`, in Indonesian and in English.
@Suite struct TaxonomyTests {
  static let table = Result {
    let file = Checkout.root.appendingPathComponent("Tests/Corpora/dates/kinds.tsv")
    return try TableFile(name: "kinds.tsv", bytes: Array(Data(contentsOf: file)))
  }

  @Test func everyKindIsReadInEachLanguage() throws {
    for row in try Self.table.get().rows {
      let published = row["published"].isEmpty ? "2024-10-28" : row["published"]
      let found = try Dates.values(row["example"], published: published, language: row["language"])
      let means = row["means"].split(separator: " ").map(String.init)
      #expect(found == means, "\(row.place): \(row["kind"]): \(row["example"])")
    }
  }

  /// Kinds that only one of the languages has.
  static let own: Set<String> = [
    "night before a weekday", "days from an event", "law of a year", "year with lalu", "long date with ordinal",
  ]

  @Test func noLanguageLacksAKind() throws {
    var languages: [String: Set<String>] = [:]
    for row in try Self.table.get().rows { languages[row["kind"], default: []].insert(row["language"]) }
    for (kind, found) in languages where !Self.own.contains(kind) { #expect(found == ["id", "en"], "\(kind)") }
  }
}
