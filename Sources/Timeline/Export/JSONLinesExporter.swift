import Text

/// JSON Lines: an entry a line, each by itself with where it comes from, for programs that read as they go.
struct JSONLinesExporter: TimelineExporter {
  private let provenance: String

  init(_ context: ExportContext) {
    var json = JSONWriter()
    context.write(to: &json)
    provenance = json.string
  }

  mutating func begin(_ output: inout String) {}

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    var json = JSONWriter()
    detail.write(to: &json)
    output += json.string.dropLast() + ",\"provenance\":\(provenance)}\n"
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {}
}
