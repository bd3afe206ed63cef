import Text

/// One JSON document (RFC 8259) with everything: `{"title": …, "provenance": {…}, "entries": […], "count": 3}`.
struct JSONExporter: TimelineExporter {
  private let context: ExportContext
  private var isFirst = true

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    var json = JSONWriter()
    json.object { json in
      json.field("filter", context.query.description)
      json.field("program", context.generator)
      json.field("resources", context.resources)
      json.field("created", context.created)
      json.array("sources") { json in for source in context.sources { json.value(source) } }
    }
    var title = JSONWriter()
    title.value(context.title)
    output += "{\"title\":\(title.string),\n\"provenance\":\(json.string),\n\"entries\":["
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) -> LeftOut? {
    var json = JSONWriter()
    detail.write(to: &json)
    output += (isFirst ? "\n" : ",\n") + json.string
    isFirst = false
    return nil
  }

  mutating func end(_ report: ExportReport, _ output: inout String) { output += "\n],\n\"count\":\(report.written)}\n" }
}
