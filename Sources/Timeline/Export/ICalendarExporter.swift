import Temporal
import Text

/// iCalendar (RFC 5545), for calendar programs. An event of a day is an all-day event; a named month or a vague part of a
/// year lies over all its days and is tentative; the exact words stand in the description and as `X-LINIMASA-EDTF`.
///
/// A calendar has only days: an event with one open side or with two readings of its date has no place in it and is left
/// out, as one without a date.
struct ICalendarExporter: TimelineExporter {
  static let leavesOut: Set<LeftOut> = [.undated, .open, .ambiguous, .year]

  private let context: ExportContext
  private let stamp: String

  init(_ context: ExportContext) {
    self.context = context
    // DTSTAMP must be there (section 3.8.7.2); without a clock it is the start of time.
    stamp = context.created.map { String($0.filter { $0.isNumber || $0 == "T" || $0 == "Z" }) } ?? "19700101T000000Z"
  }

  mutating func begin(_ output: inout String) {
    Self.line("BEGIN:VCALENDAR", to: &output)
    Self.line("VERSION:2.0", to: &output)
    Self.line("PRODID:-//linimasa//\(Self.escaped(context.generator))//EN", to: &output)
    Self.line("CALSCALE:GREGORIAN", to: &output)
    Self.line("X-WR-CALNAME:\(Self.escaped(context.title))", to: &output)
    let facts = context.facts(Self.leavesOut).map { Self.escaped("\($0.name): \($0.value)") }
    Self.line("X-WR-CALDESC:\(facts.joined(separator: "\\n"))", to: &output)
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let entry = detail.entry
    guard let start = entry.date.start ?? entry.date.end else { return }
    Self.line("BEGIN:VEVENT", to: &output)
    Self.line("UID:\(detail.stableName)@linimasa", to: &output)
    Self.line("DTSTAMP:\(stamp)", to: &output)
    if entry.date.precision == .day, let time = entry.date.time {
      Self.line("DTSTART:\(Self.day(start))T\(Self.clock(time))00", to: &output)
    } else {
      // The end is the day after the last (section 3.6.1).
      Self.line("DTSTART;VALUE=DATE:\(Self.day(start))", to: &output)
      Self.line("DTEND;VALUE=DATE:\(Self.day((entry.date.end ?? start) + 1))", to: &output)
    }
    let isExact = entry.date.precision == .day || entry.date.precision == .range
    let isSure = isExact && !entry.date.isUncertain && (entry.status == .happened || entry.status == .statement)
    let label = isExact && !entry.date.isUncertain ? "" : " (\(DateLabel(entry.date, words: context.words).long))"
    Self.line("SUMMARY:\(Self.escaped(entry.summary + label))", to: &output)
    let explanation = detail.explanation(context.words).map(Self.escaped).joined(separator: "\\n")
    Self.line("DESCRIPTION:\(explanation)", to: &output)
    Self.line("STATUS:\(isSure ? "CONFIRMED" : "TENTATIVE")", to: &output)
    Self.line("TRANSP:TRANSPARENT", to: &output)
    Self.line("CATEGORIES:\(Self.escaped(entry.type.rawValue))", to: &output)
    if let place = entry.place { Self.line("LOCATION:\(Self.escaped(place))", to: &output) }
    if let link = detail.mentions.first?.link { Self.line("URL:\(link)", to: &output) }
    if let edtf = DateLabel(entry.date).edtf { Self.line("X-LINIMASA-EDTF:\(Self.escaped(edtf))", to: &output) }
    Self.line("END:VEVENT", to: &output)
  }

  mutating func end(_ report: ExportReport, _ output: inout String) { Self.line("END:VCALENDAR", to: &output) }

  /// A TEXT value (section 3.3.11), on one line: some calendars drop an event whose summary has a line break.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      if scalar == "\\" || scalar == ";" || scalar == "," { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A content line, folded after 75 octets and never inside a character (section 3.1).
  private static func line(_ text: String, to output: inout String) {
    var octets = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if octets + length > 75 {
        output += "\r\n "
        octets = 1
      }
      output.unicodeScalars.append(scalar)
      octets += length
    }
    output += "\r\n"
  }

  private static func day(_ day: CivilDay) -> String { day.description.filter { $0 != "-" } }
  private static func clock(_ time: ClockTime) -> String { time.description.filter { $0 != ":" } }
}
