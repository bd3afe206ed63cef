import Extraction
import Foundation
import Temporal
import Text
import Timeline

/// The extractor on the checkout's own tables, loaded once for all tests.
enum Extracting {
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let resources = ResourceFolder(path: checkout.appending(path: "Resources").path)
  static let loaded = Result { try EventExtractor(resources: resources) }

  /// The events of a text that appeared on a Monday, 28 October 2024.
  static func annotate(
    _ text: String, _ language: LanguageCode = .indonesian, published: CivilDay? = CivilDay(iso: "2024-10-28")
  ) throws -> AnnotatedArticle {
    let publication = Publication(day: published, basis: published == nil ? .none : .given)
    return try loaded.get().annotate(
      Article(id: "test", language: language, publication: publication, text: SourceText(text)))
  }

  /// The rows of a table.
  static func rows(_ name: String) throws -> [TableFile.Row] { try resources.table(name).rows }

  /// The words of a cell.
  static func words(_ cell: String) -> [String] { cell.split(separator: "|").map(String.init) }
}
