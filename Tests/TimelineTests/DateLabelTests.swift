import Temporal
import TestSupport
import Testing

@testable import Timeline

@Suite struct DateLabelTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var date: EventDate
    var column: String
    var short: String
    var long: String
    var edtf: String?
    var testDescription: String { short }
  }

  static let cases = [
    Case(
      date: .day("2024-10-24"), column: "", short: "24 Oct 2024", long: "Thursday 24 October 2024", edtf: "2024-10-24"),
    Case(
      date: .day("2024-10-24", time: ClockTime(hour: 14, minute: 20)), column: "14:20", short: "24 Oct 2024 14:20",
      long: "Thursday 24 October 2024, 14:20", edtf: "2024-10-24"),
    Case(
      date: .days("2024-10-27", "2024-10-28", .range), column: "27..28", short: "27..28 Oct 2024",
      long: "27 to 28 October 2024", edtf: "2024-10-27/2024-10-28"),
    Case(
      date: .days("2024-10-30", "2024-11-02", .range), column: "30 Oct..2 Nov", short: "30 Oct..2 Nov 2024",
      long: "30 October to 2 November 2024", edtf: "2024-10-30/2024-11-02"),
    Case(
      date: .days("2024-12-30", "2025-01-02", .range), column: "30 Dec 2024..2 Jan 2025",
      short: "30 Dec 2024..2 Jan 2025", long: "30 December 2024 to 2 January 2025", edtf: "2024-12-30/2025-01-02"),
    Case(
      date: .days("2016-03-01", "2016-03-31", .month), column: "?day March", short: "Mar 2016",
      long: "March 2016, day unknown", edtf: "2016-03"),
    Case(
      date: .days("2016-01-01", "2016-12-31", .year), column: "?day 2016", short: "2016", long: "2016, day unknown",
      edtf: "2016"),
    Case(
      date: .days("2024-11-01", "2024-12-31", .period), column: "~Nov..Dec", short: "~Nov..Dec 2024",
      long: "some time in November to December 2024", edtf: "2024-11~/2024-12~"),
    Case(
      date: .days("2024-10-21", "2024-10-31", .period), column: "~21..31", short: "~21..31 Oct 2024",
      long: "some time in 21 to 31 October 2024", edtf: "2024-10-21~/2024-10-31~"),
    Case(
      date: .days(nil, "2024-10-28", .before), column: "<= 28", short: "<= 28 Oct 2024",
      long: "on or before 28 October 2024", edtf: "../2024-10-28"),
    Case(
      date: .days("2024-10-28", nil, .after), column: ">= 28", short: ">= 28 Oct 2024",
      long: "on or after 28 October 2024", edtf: "2024-10-28/.."),
    Case(date: .unknown, column: "?day", short: "date unknown", long: "date unknown", edtf: nil),
  ]

  @Test(arguments: cases) func neverFinerThanKnown(_ item: Case) {
    let label = DateLabel(item.date)
    #expect(label.column == item.column)
    #expect(label.short == item.short)
    #expect(label.long == item.long)
    #expect(label.edtf == item.edtf)
  }

  @Test func doubtIsSaid() {
    var date = EventDate.day("2024-10-24")
    date.confidence = 0.6
    #expect(DateLabel(date).long == "probably Thursday 24 October 2024")
    #expect(DateLabel(date).edtf == "2024-10-24?")
    let days = ["2019-10-24", "2024-10-24"].compactMap { CivilDay(iso: $0) }
    date.readings = days.map { Reading(value: $0.description, days: DateSpan($0), weight: 0.5) }
    #expect(DateLabel(date).long == "Thursday 24 October 2019 or Thursday 24 October 2024")
    #expect(DateLabel(date).edtf == "[2019-10-24,2024-10-24]")
  }

  @Test func missingDaysNeverTrap() {
    for precision in Precision.allCases {
      let date = EventDate(precision: precision, basis: .none)
      #expect(DateLabel(date).edtf == nil)
      #expect(DateLabel(date).short.hasSuffix("date unknown"))
      #expect(!DateLabel(date).column.contains("0"))
    }
  }
}
