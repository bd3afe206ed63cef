import Text

/// One JSON document (RFC 8259) with everything: `{"title": …, "provenance": {…}, "contents": {…}, "entries": […],
/// "count": 3}`.
struct JSONExporter: TimelineExporter {
  private let context: ExportContext
  private var isFirst = true

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    var title = JSONWriter()
    title.value(context.title)
    var provenance = JSONWriter()
    context.write(to: &provenance)
    var contents = JSONWriter()
    context.writeContents(Self.leavesOut, to: &contents)
    output += "{\"title\":\(title.string),\n\"provenance\":\(provenance.string),\n"
    output += "\"contents\":\(contents.string),\n\"entries\":["
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    var json = JSONWriter()
    detail.write(to: &json)
    output += (isFirst ? "\n" : ",\n") + json.string
    isFirst = false
  }

  mutating func end(_ report: ExportReport, _ output: inout String) { output += "\n],\n\"count\":\(report.written)}\n" }
}
