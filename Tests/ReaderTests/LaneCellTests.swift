import Temporal
import Testing
import Timeline

@testable import Reader

/// What a cell of a lane shows of dates that are not one day.
@Suite struct LaneCellTests {
  private func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso: iso)) }

  private func row(_ days: [(String, Int)], _ spreads: [DateSpread], daysPerColumn: Int = 1, left: Int = 0) throws
    -> String
  {
    let scale = LaneScale(first: try day("2031-03-01"), left: left, columns: 12, daysPerColumn: daysPerColumn)
    let cells = LaneCells(try days.map { DayCount(day: try day($0.0), count: $0.1) }, spreads, scale)
    return cells.counts.indices.map { index in
      cells.counts[index] > 0 ? "\(cells.counts[index])" : cells.marks[index].map(String.init) ?? "."
    }.joined()
  }

  private func spread(_ first: String?, _ last: String?, _ precision: Precision, count: Int = 1) throws -> DateSpread {
    DateSpread(
      first: try first.map { try day($0) }, last: try last.map { try day($0) }, precision: precision,
      status: .happened, count: count)
  }

  @Test func aRangeIsAnIntervalAndNoCount() throws {
    let range = try spread("2031-03-03", "2031-03-06", .range)
    #expect(try row([("2031-03-03", 1), ("2031-03-05", 2)], [range]) == "..<-2>......")
  }

  @Test func aVagueDateIsSpreadOverItsDays() throws {
    let vague = try spread("2031-03-02", "2031-03-05", .period, count: 2)
    #expect(try row([("2031-03-05", 2), ("2031-03-04", 1)], [vague]) == ".~~1~.......")
  }

  @Test func anOpenDatePointsToItsSide() throws {
    let before = try spread(nil, "2031-03-04", .before)
    let after = try spread("2031-03-08", nil, .after)
    #expect(try row([("2031-03-04", 1), ("2031-03-08", 1)], [after, before]) == "...<...>....")
  }

  @Test func whatIsKnownBetterStandsOverWhatIsVague() throws {
    let month = try spread("2031-03-01", "2031-03-31", .month)
    let range = try spread("2031-03-03", "2031-03-05", .range)
    let days = [("2031-03-03", 1), ("2031-03-31", 1)]
    for spreads in [[month, range], [range, month]] {
      #expect(try row(days, spreads) == "~~<->~~~~~~~")
    }
  }

  @Test func aColumnThatHoldsAllTheDaysCountsThem() throws {
    let range = try spread("2031-03-01", "2031-03-04", .range)
    #expect(try row([("2031-03-01", 1)], [range], daysPerColumn: 7) == "1...........")
  }

  @Test func whatLiesOutsideIsCut() throws {
    let year = try spread("2031-01-01", "2031-12-31", .year)
    #expect(try row([("2031-12-31", 1)], [year], left: 3) == "~~~~~~~~~~~~")
    let range = try spread("2031-03-02", "2031-03-06", .range)
    #expect(try row([("2031-03-02", 1)], [range], left: 3) == "-->.........")
  }
}
