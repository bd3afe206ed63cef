import Temporal
import Text
import Timeline

/// Reads timelines that others have made: TimelineJS, tables, this program's own JSON Lines.
///
/// ```swift
/// let importer = try TimelineImporter(resources: resources)
/// let timeline = try importer.read(bytes, ImportOptions(columns: [.date: "Datum"]))
/// print(timeline.summary)
/// ```
public struct TimelineImporter: Sendable {
  private let dates: DateReader
  private let field: DateField
  private let extractor: EventExtractor
  private let types: EventTypeTable
  private let markup: MarkupText
  private let names: [(field: ImportField, names: [String])]

  /// Loads what reading rows needs, and the names of columns in `import/columns.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder) throws(TableError) {
    dates = try DateReader(resources: resources)
    field = try DateField(resources: resources, dates: dates)
    extractor = try EventExtractor(resources: resources, dates: dates)
    types = try EventTypeTable(resources: resources)
    markup = MarkupText(references: try CharacterReferences(resources: resources))
    var names: [(field: ImportField, names: [String])] = []
    for row in try resources.table("import/columns.tsv", required: ["field", "names"]).rows {
      guard let field = ImportField(rawValue: row["field"]) else { throw row.error("no field {\(row["field"])}") }
      names.append((field, row["names"].split(separator: "|").map { SearchText.name(String($0)) }))
    }
    self.names = names
  }

  /// Reads a file.
  ///
  /// - Throws: `ImportError` where it is none of the formats, or holds no rows.
  public func read(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws(ImportError) -> ImportedTimeline
  {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    switch options.format ?? Self.format(of: bytes) {
    case .timelinejs: return try readSlides(bytes, options)
    case .jsonl: return try readLines(bytes, options)
    case .csv: return try readTable(String(decoding: bytes, as: UTF8.self), options)
    }
  }

  /// A whole object is TimelineJS, an object a line JSON Lines, the rest a table.
  private static func format(of bytes: [UInt8]) -> ImportFormat {
    guard bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") else { return .csv }
    let first = bytes.drop { $0 <= 32 }.prefix { $0 != 10 }
    if let line = JSONValue(Array(first)), line["events"].elements.isEmpty || line["sentences"].isArray {
      return .jsonl
    }
    return .timelinejs
  }

  // MARK: - Formats

  private func readSlides(_ bytes: [UInt8], _ options: ImportOptions) throws(ImportError) -> ImportedTimeline {
    guard let document = JSONValue(bytes), !document["events"].elements.isEmpty else {
      throw ImportError("this is no TimelineJS file: it holds no \"events\"")
    }
    var timeline = ImportedTimeline()
    timeline.remarks.append("TimelineJS")
    let eras = document["eras"].elements.count
    if eras > 0 { timeline.remarks.append("left out: \(eras) eras, which tell no event") }
    let slides = TimelineJSReader(markup: markup).slides(document)
    add(slides.enumerated().map { ($0.offset + 1, $0.element) }, options, to: &timeline)
    return timeline
  }

  private func readTable(_ text: String, _ options: ImportOptions) throws(ImportError) -> ImportedTimeline {
    let table = DelimitedText(text, delimiter: options.delimiter)
    guard let header = table.records.first, table.records.count > 1 else {
      throw ImportError("this is no table: a line of column names and at least one row are wanted")
    }
    let map = try ColumnMap(header: header.cells, names: names, chosen: options.columns)
    guard map.columns[.summary] != nil || map.columns[.evidence] != nil else {
      throw ImportError(
        "no column is known to say what happened; name it: --map summary=… of \(header.cells.joined(separator: ", "))")
    }
    var timeline = ImportedTimeline()
    timeline.remarks.append("table: \(map.description)")
    add(table.records.dropFirst().map { ($0.line, map.fields($0.cells)) }, options, to: &timeline)
    return timeline
  }

  private func readLines(_ bytes: [UInt8], _ options: ImportOptions) throws(ImportError) -> ImportedTimeline {
    var timeline = ImportedTimeline()
    var entries = EntryLineReader()
    var articles: [AnnotatedArticle] = []
    var corrected = 0
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 32 }) {
      if index % Self.progressStep == 0 { options.progress(index) }
      var row = ImportedRow(number: index + 1)
      guard let value = JSONValue(Array(line)) else {
        row.problems.append("no JSON")
        timeline.rows.append(row)
        continue
      }
      if let article = ArticleLineReader.article(value, number: index + 1) {
        for event in article.events {
          (row.summary, row.date, row.type) = (event.summary, event.date, event.type)
          timeline.rows.append(row)
        }
        articles.append(article)
      } else {
        if value["corrected"].isTrue { corrected += 1 }
        timeline.rows.append(entries.add(value, number: index + 1))
      }
    }
    if timeline.rows.isEmpty { throw ImportError("the file holds no line with an event") }
    timeline.articles = entries.articles
    timeline.entries = entries.entries
    for article in articles {
      let place = timeline.articles.count
      timeline.articles.append(article)
      timeline.entries += article.events.indices.map { [ImportedTimeline.Telling(article: place, event: $0)] }
    }
    timeline.remarks.append("JSON Lines of linimasa")
    if corrected > 0 {
      timeline.remarks.append("\(corrected) events were corrected by hand there: taken over as they were corrected")
    }
    return timeline
  }

  /// Rows between two words about how far it is.
  private static let progressStep = 64

  /// Each row as an article with one event, or as one more event of the article that the same words have made; a row that repeats an earlier one is told.
  private func add(
    _ rows: [(number: Int, fields: [ImportField: String])], _ options: ImportOptions,
    to timeline: inout ImportedTimeline
  ) {
    let words = rows.prefix(200).flatMap { [$0.fields[.summary], $0.fields[.evidence]] }.compactMap { $0 }
    let reader = RowReader(
      dates: field, extractor: extractor, types: types,
      language: options.language ?? dates.language(of: SourceText(words.joined(separator: "\n"))),
      published: options.published)
    var seen: [WrittenEvent: Int] = [:]
    for (index, (number, fields)) in rows.enumerated() {
      if index % Self.progressStep == 0 { options.progress(index) }
      var (event, row) = reader.event(fields, number: number)
      if let event {
        if let first = seen[event] {
          row.problems.append("the same as row \(first)")
        } else {
          seen[event] = number
          var article = event.article
          if event.url == nil { article.article.id = "row \(number)" }
          timeline.add(article)
        }
      }
      timeline.rows.append(row)
    }
  }
}
