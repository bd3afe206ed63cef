import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// A language that comes as the README says: its tables and corpus, taken from there word for word, and nothing else.
@Suite struct NewLanguageTests {
  /// The fenced block of the README below `<!-- language: NAME -->`.
  private static func block(_ name: String) throws -> String {
    let readme = try String(contentsOf: Checkout.root.appendingPathComponent("README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "<!-- language: \(name) -->\n```\n")
    return try #require(parts.count == 2 ? parts[1].components(separatedBy: "```").first : nil)
  }

  private static let tables = ["words.tsv", "patterns.tsv", "holidays.tsv"]

  /// The checkout's tables, and the README's language among them as `nl`.
  private static func withNewLanguage(_ body: (DateReader) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Checkout.resources.path), to: folder)
    let language = folder.appendingPathComponent("languages/nl")
    try FileManager.default.createDirectory(at: language, withIntermediateDirectories: true)
    for name in tables {
      try block(name).write(to: language.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try body(DateReader(resources: ResourceFolder(path: folder.path)))
  }

  private static func values(_ reader: DateReader, _ text: String, published: String, language: String?) -> [String] {
    let source = SourceText(text)
    let found = reader.read(
      source, published: CivilDay(iso: published), language: language.map { LanguageCode(rawValue: $0) }, genre: .news)
    return found.timexes.map { "\(source[$0.span])=\(Dates.value($0))" }
  }

  @Test func everyLineOfItsCorpusIsReadAsMarked() throws {
    try Self.withNewLanguage { reader in
      let lines = MarkedText.lines(in: try Self.block("corpus"))
      #expect(lines.count == 3)
      for line in lines {
        #expect(Self.values(reader, line.text, published: line.published, language: nil) == line.marks, "\(line.text)")
        #expect(reader.language(of: SourceText(line.text)).rawValue == "nl", "\(line.text)")
      }
    }
  }

  @Test func everyRowOfItsTablesIsReadAsItsExampleSays() throws {
    try Self.withNewLanguage { reader in
      for name in Self.tables {
        let table = try TableFile(name: name, bytes: Array(try Self.block(name).utf8))
        for row in table.rows where !row["example"].isEmpty {
          let words = (row["word"].isEmpty ? row["holiday"] : row["word"]).split(separator: "|").map(String.init)
          let published = row["published"].isEmpty ? "2024-10-28" : row["published"]
          for word in words.isEmpty ? [""] : words {
            let example = row["example"].replacing("{}", with: word)
            let found = Self.values(reader, example, published: published, language: "nl")
            let means = row["means"].split(separator: " ").map(String.init)
            #expect(
              found.map { String($0[$0.index(after: $0.lastIndex(of: "=") ?? $0.startIndex)...]) } == means,
              "\(row.place)")
          }
        }
      }
    }
  }
}
