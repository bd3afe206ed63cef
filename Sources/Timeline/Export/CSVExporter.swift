import Temporal
import Text

/// Comma-separated values (RFC 4180): a header line, a line an event, CR LF at the end of each.
///
/// A spreadsheet runs a cell that begins like a formula, so such a cell gets an apostrophe in front (CWE-1236); numbers
/// of our own, which may be negative, do not. The format has no place for a head: every line says in its last column
/// where it comes from, so that a line copied elsewhere can still be traced.
struct CSVExporter: TimelineExporter {
  private let words: DateWords
  private let signature: String

  init(_ context: ExportContext) {
    words = context.words
    signature = Self.cell(context.signature)
  }

  private static let columns = [
    "id", "date_start", "date_end", "precision", "time", "edtf", "date_text", "date_words", "basis", "confidence",
    "type",
    "subtype", "status", "summary", "speakers", "subjects", "targets", "recipients", "place", "figures", "denied",
    "sources_disagree", "source_count", "outlets", "title", "url", "published", "evidence",
    "provenance",
  ]

  mutating func begin(_ output: inout String) { output += Self.columns.joined(separator: ",") + "\r\n" }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    output += cells(of: detail).joined(separator: ",") + "\r\n"
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {}

  private func cells(of detail: EntryDetail) -> [String] {
    let entry = detail.entry
    let date = entry.date
    let label = DateLabel(date, words: words)
    let mention = detail.mentions.first
    func list(_ texts: [String]) -> String { Self.cell(texts.joined(separator: "; ")) }
    let day: (CivilDay?) -> String = { $0?.iso8601 ?? "" }
    return [
      String(entry.key.id), day(date.start), day(date.end), date.precision.rawValue, date.time?.description ?? "",
      Self.cell(label.edtf ?? ""), Self.cell(label.long), Self.cell(date.expression ?? ""), date.basis.rawValue,
      JSONWriter.decimal(date.confidence, digits: 2) ?? "", Self.cell(entry.type.rawValue),
      Self.cell(detail.event?.subtype ?? ""), entry.status.rawValue, Self.cell(entry.summary),
      list(detail.names(.speaker)), list(detail.names(.subject)), list(detail.names(.target)),
      list(detail.names(.recipient)), Self.cell(entry.place ?? ""),
      list(detail.event?.figures.map { "\($0.text) (\($0.unit))" } ?? []), entry.isDenied ? "yes" : "no",
      entry.sourcesDisagree ? "yes" : "no", String(entry.sourceCount), list(entry.outlets),
      Self.cell(mention?.article.title ?? ""), Self.cell(mention?.article.url ?? ""),
      day(mention?.article.publication.day), list(mention?.quotes ?? []), signature,
    ]
  }

  /// A cell of text: on one line, without a formula, quoted where RFC 4180 asks for it.
  static func cell(_ text: String) -> String {
    var text = VisibleText.line(text)
    if let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\"" }), isFormulaSign(first) {
      text = "'" + text
    }
    let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x3B && $0 != 0x20 }
    if isPlain { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Whether a spreadsheet reads a formula from this character on; the wide forms of East Asian fonts count too.
  private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
    default: false
    }
  }
}
