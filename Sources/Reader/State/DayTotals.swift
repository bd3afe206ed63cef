import Temporal
import Timeline

/// Entries a day, added up once, so that those of any stretch of time are counted without going over its days.
struct DayTotals: Sendable {
  private var days: [CivilDay] = []
  /// Entries before each of the days, and behind the last.
  private var before: [Int] = [0]

  /// No entries.
  init() {}

  /// The totals of days in their order.
  init(_ counts: [DayCount]) {
    days = counts.map(\.day)
    before.reserveCapacity(counts.count + 1)
    for day in counts { before.append(before[before.count - 1] + day.count) }
  }

  /// Entries from one day to the day before another.
  func count(from first: CivilDay, to end: CivilDay) -> Int {
    first < end ? before[index(of: end)] - before[index(of: first)] : 0
  }

  /// The first of the days that is not before a day.
  private func index(of day: CivilDay) -> Int { days.partitioningIndex { $0 >= day } }
}
