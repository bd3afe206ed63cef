import Text

/// JSON Lines: an entry a line, each by itself, for programs that read as they go.
struct JSONLinesExporter: TimelineExporter {
  init(_ context: ExportContext) {}

  mutating func begin(_ output: inout String) {}

  mutating func add(_ detail: EntryDetail, to output: inout String) -> LeftOut? {
    var json = JSONWriter()
    detail.write(to: &json)
    output += json.string + "\n"
    return nil
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {}
}
