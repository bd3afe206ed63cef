import Temporal
import TestSupport
import Text

/// The reader of the checkout's tables, loaded once.
enum Dates {
  static let reader = Result { () throws(TableError) in try DateReader(resources: Checkout.resources) }

  /// What `text` says, as the marked corpora write it: `2024-10-24`, `2024-10+END`, `P2W`.
  static func values(
    _ text: String, published: String? = "2024-10-28", language: String? = "id", genre: TextGenre = .news
  ) throws -> [String] {
    try timexes(text, published: published, language: language, genre: genre).map(value)
  }

  static func timexes(
    _ text: String, published: String? = "2024-10-28", language: String? = "id", genre: TextGenre = .news
  ) throws -> [Timex3] {
    try reader.get().read(
      SourceText(text), published: published.flatMap { CivilDay(iso: $0) },
      language: language.map { LanguageCode(rawValue: $0) }, genre: genre
    ).timexes
  }

  static func value(_ timex: Timex3) -> String { timex.value + (timex.mod.map { "+" + $0.rawValue } ?? "") }
}
