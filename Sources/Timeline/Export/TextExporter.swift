import Temporal
import Text

/// Plain text: a heading a month, a line an event. It is what `linimasa timeline` prints, there without the head.
struct TextExporter: TimelineExporter {
  static let readsMentions = false

  private let context: ExportContext
  private var heading = ""
  private var day: CivilDay?

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    let facts = context.facts(Self.leavesOut)
    if facts.isEmpty { return }
    output += VisibleText.line(context.title) + "\n"
    for fact in facts { output += "  " + padded(fact.name, 10) + VisibleText.line(fact.value) + "\n" }
    output += "\n"
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let entry = detail.entry
    let isUndated = entry.key.day == TimelineKey.undatedDay
    let words = context.words
    let month = isUndated ? "?" : "\(words.month(entry.key.day, short: false)) \(entry.key.day.year)"
    if month != heading {
      output += (heading.isEmpty ? "" : "\n") + (isUndated ? words.undated : month) + "\n"
      heading = month
      day = nil
    }
    output += line(detail, isUndated: isUndated) + "\n"
    day = entry.key.day
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {}

  private func line(_ detail: EntryDetail, isUndated: Bool) -> String {
    let entry = detail.entry
    let standsOnADay = entry.date.precision == .day
    let isNewDay = standsOnADay && day != entry.key.day
    let weekday = context.words.weekday(entry.key.day, short: true)
    let number = String(entry.key.day.day)
    let dayText = isNewDay ? "\(weekday) \(number.utf8.count == 1 ? " " : "")\(number)" : ""
    let dateText = isUndated ? "" : DateLabel(entry.date, words: context.words).column
    var line = "  " + padded(dayText, 7) + padded(dateText, 13) + padded(entry.type.rawValue, 10)
    line += VisibleText.line(entry.summary)
    let remarks = detail.remarks
    if !remarks.isEmpty { line += " [" + remarks.joined(separator: "; ") + "]" }
    if !entry.outlets.isEmpty { line += " (" + VisibleText.line(entry.outlets.joined(separator: ", ")) + ")" }
    return line
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
