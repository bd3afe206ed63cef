import Temporal
import Text

/// Org mode (Org Syntax): a heading a month, a heading an event with properties. Only a date whose days are known is a
/// timestamp; what an article says stands in fixed-width lines, where Org reads no markup.
struct OrgExporter: TimelineExporter {
  private let context: ExportContext
  private var heading = ""

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    output += "#+TITLE: \(VisibleText.line(context.title))\n"
    for fact in context.facts(Self.leavesOut) { output += ": \(fact.name): \(VisibleText.line(fact.value))\n" }
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let entry = detail.entry
    let month = context.words.heading(of: entry.key.day)
    if month != heading {
      output += "\n* \(month)\n"
      heading = month
    }
    output += "** \(DateLabel(entry.date, words: context.words).short): \(Self.inHeading(entry.summary))\n"
    output += ":PROPERTIES:\n:ID: linimasa-\(detail.stableName)\n"
    if let edtf = DateLabel(entry.date).edtf { output += ":EDTF: \(edtf)\n" }
    output += ":TYPE: \(VisibleText.line(entry.type.rawValue))\n:STATUS: \(entry.status.rawValue)\n:END:\n"
    if let timestamp = timestamp(entry.date) { output += timestamp + "\n" }
    for line in ["Event: \(entry.summary)"] + detail.explanation(context.words) {
      output += ": \(VisibleText.line(line))\n"
    }
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {}

  private func timestamp(_ date: EventDate) -> String? {
    guard date.precision == .day || date.precision == .range, !date.isUncertain, let first = date.start ?? date.end,
      (1...9999).contains(first.year)
    else { return nil }
    func stamp(_ day: CivilDay, _ time: String) -> String {
      "<\(day) \(DateWords.english.weekday(day, short: true))\(time)>"
    }
    let time = date.precision == .day ? date.time.map { " \($0)" } ?? "" : ""
    guard let last = date.end, last != first else { return stamp(first, time) }
    return stamp(first, "") + "--" + stamp(last, "")
  }

  /// Brackets begin links and timestamps, and a colon at the end of a heading tags: others stand for them here, and the
  /// exact words stand below the heading.
  private static func inHeading(_ text: String) -> String {
    var result = VisibleText.line(text)
    for (mark, other) in [("[", "("), ("]", ")"), ("<", "‹"), (">", "›"), ("{", "("), ("}", ")")] {
      result = result.split(separator: mark, omittingEmptySubsequences: false).joined(separator: other)
    }
    return result.hasSuffix(":") ? result + " ." : result
  }
}
