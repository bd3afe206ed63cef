import Temporal
import Timeline

/// How much of the time the density bar shows: all of it, or the year or month of the selected entry.
enum BarSpan: Int, Sendable, Hashable {
  case whole, year, month

  /// The next shorter one.
  var finer: BarSpan { BarSpan(rawValue: rawValue + 1) ?? self }
  /// The next longer one.
  var coarser: BarSpan { BarSpan(rawValue: rawValue - 1) ?? self }

  /// The scale of the bar; nil where nothing is dated. Where the selected entry has no day, all of the time.
  func scale(_ overview: TimelineOverview, around day: CivilDay?, columns: Int) -> DensityScale? {
    guard self != .whole, let day, columns > 0 else { return DensityScale(overview, columns: columns) }
    let months = self == .year ? 1...12 : day.month...day.month
    guard let first = CivilDay(year: day.year, month: months.lowerBound, day: 1),
      let last = CivilDay(
        year: day.year, month: months.upperBound, day: CivilDay.days(inMonth: months.upperBound, of: day.year))
    else { return nil }
    return DensityScale(DateSpan(first, last), columns: columns)
  }
}
