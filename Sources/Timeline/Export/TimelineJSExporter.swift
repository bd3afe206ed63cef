import Temporal
import Text

/// The JSON of TimelineJS 3 (Knight Lab, "JSON format"): a page with a slide an event. A month or a year is given as
/// such, anything finer only where it is known; what the format cannot say stands in `display_date`.
struct TimelineJSExporter: TimelineExporter {
  static let leavesOut: Set<LeftOut> = [.undated]

  private let context: ExportContext
  private var isFirst = true

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    let facts = context.facts(Self.leavesOut).map { "\($0.name): \(Markup.escaped($0.value))" }
    var json = JSONWriter()
    json.object { json in
      json.object("text") {
        $0.field("headline", Markup.escaped(context.title))
        $0.field("text", "<p>" + facts.joined(separator: "<br>") + "</p>")
      }
      json.field("autolink", false)
    }
    output += "{\"title\":\(json.string),\n\"events\":["
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let date = detail.entry.date
    guard let first = date.start ?? date.end else { return }
    let label = DateLabel(date, words: context.words).long
    var json = JSONWriter()
    json.object { json in
      json.key("start_date")
      write(first, of: date, label: label, to: &json)
      if date.precision == .range || date.precision == .period, let last = date.end, last != first {
        json.key("end_date")
        write(last, of: date, label: label, to: &json)
      }
      json.field("display_date", label)
      json.object("text") {
        $0.field("headline", Markup.escaped(detail.entry.summary))
        $0.field(
          "text", "<p>" + detail.explanation(context.words).map(Markup.escaped).joined(separator: "</p><p>") + "</p>")
      }
      // Else it makes links of whatever a stranger's title calls an address.
      json.field("autolink", false)
      json.field("group", detail.entry.type.rawValue)
      json.field("unique_id", "linimasa-" + detail.stableName)
    }
    output += (isFirst ? "\n" : ",\n") + json.string
    isFirst = false
  }

  mutating func end(_ report: ExportReport, _ output: inout String) { output += "\n]}\n" }

  private func write(_ day: CivilDay, of date: EventDate, label: String, to json: inout JSONWriter) {
    json.object { json in
      json.field("year", day.year)
      if date.precision != .year { json.field("month", day.month) }
      if date.precision != .year && date.precision != .month { json.field("day", day.day) }
      if date.precision == .day, let time = date.time {
        json.field("hour", time.minute / 60)
        json.field("minute", time.minute % 60)
      }
      json.field("display_date", label)
    }
  }
}
