import Temporal
import TestSupport
import Testing
import Timeline

@testable import Reader

/// The histogram: its buckets, what they hold, what stands in none of them.
@Suite struct HistogramTests {
  private func rows(_ reader: ReaderDriver) throws -> HistogramRows {
    guard case .histogram(let state)? = reader.model.screens.last else { throw NotShown() }
    return HistogramRows(try #require(reader.model.overview), reader.model.query, state)
  }

  private struct NotShown: Error {}

  private func selected(_ reader: ReaderDriver) throws -> HistogramBucket? {
    guard case .histogram(let state)? = reader.model.screens.last else { throw NotShown() }
    let buckets = try rows(reader).buckets
    return buckets[state.cursor(in: buckets)]
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5]) func everyEventStandsInOneRow(_ steps: Int) throws {
    var reader = try ReaderDriver()
    try reader.press("i", "Z", "Z")
    for _ in 0..<steps { try reader.press("z") }
    let overview = try #require(reader.model.overview)
    let counted = try rows(reader).rows.reduce(0) { sum, row in
      switch row {
      case .bucket(let bucket): sum + bucket.all
      case .unplaced(_, let statuses): sum + statuses.total
      case .empty: sum
      }
    }
    #expect(counted == overview.total - overview.undated)
  }

  @Test func classesAreTheStatuses() throws {
    var reader = try ReaderDriver()
    try reader.press("i", "Z", "Z")
    let year = try #require(try rows(reader).buckets.first)
    #expect(year.statuses == StatusCounts(happened: 6, said: 1, planned: 1))
    try reader.press("f", "status:planned", "Enter")
    let planned = try #require(try rows(reader).buckets.first)
    #expect(planned.statuses == StatusCounts(planned: 1))
    #expect(planned.all - planned.matching == 8)
  }

  @Test func aVagueDateIsOfNoMonthThatNoTextNames() throws {
    var reader = try ReaderDriver()
    try reader.press("i")
    let unplaced = try rows(reader).rows.filter { if case .unplaced = $0 { true } else { false } }
    // A whole year, and a day before which it was.
    #expect(unplaced == [.unplaced(year: 2031, StatusCounts(happened: 2))])
    #expect(!(try rows(reader).buckets.contains { $0.start.day.month == 12 }))
  }

  @Test func hoursOfTheSelectedDay() throws {
    var reader = try ReaderDriver()
    try reader.press("i", "z", "z", "z")
    #expect(reader.screen.contains("histogram by hour"))
    #expect(
      try selected(reader)?.start == HistogramPlace(day: reader.model.selection?.key.day ?? .init(number: 0), hour: 14))
    #expect(reader.screen.contains("Mar  5 14:00"))
    #expect(reader.screen.contains("Mar  5 hour ?"))
    try reader.press("j", "j")
    #expect(try selected(reader)?.start.day == CivilDay(iso: "2031-03-07"))
    try reader.press("k")
    // From below a day is entered at its end.
    #expect(try selected(reader)?.start.hour == HistogramPlace.unknownHour)
    try reader.press("k", "Enter")
    #expect(reader.selected == "Lor Army shelled Karang; 12 hurt")
  }

  @Test func aDayOfWhichNothingPassesStaysADay() throws {
    var reader = try ReaderDriver()
    try reader.press("f", "type:protest", "Enter", "i", "z", "z", "z", "Home", "j")
    #expect(try rows(reader).buckets.allSatisfy(\.isWholeDay))
    #expect(try selected(reader)?.start.day == CivilDay(iso: "2031-03-07"))
  }

  @Test func coarserAndFinerKeepThePlace() throws {
    var reader = try ReaderDriver()
    try reader.press("]", "]", "i", "z", "z")
    let day = try selected(reader)
    #expect(day?.start.day == CivilDay(iso: "2031-03-24"))
    try reader.press("Z", "Z", "Z", "Z", "z", "z", "z", "z")
    #expect(try selected(reader) == day)
  }

  @Test(arguments: HistogramUnit.allCases) func bucketsAreCountedAsTheyFollow(_ unit: HistogramUnit) throws {
    let first = unit.start(of: try #require(CivilDay(iso: "2023-11-29")))
    var start = first
    for count in 0..<40 {
      #expect(unit.count(from: first, to: start) == count)
      start = unit.next(after: start)
    }
  }

  @Test func leavingKeepsTheEvent() throws {
    var reader = try ReaderDriver()
    try reader.press("j", "j")
    let before = reader.selected
    try reader.press("i", "G", "q")
    #expect(reader.selected == before)
  }
}
