import Temporal
import Timeline

/// What the histogram remembers, and its buckets.
struct HistogramState: Sendable, Hashable {
  /// The length of a bucket.
  enum Unit: Int, Sendable, Hashable, CaseIterable {
    case day, week, month, quarter, year

    /// The first day of the bucket of a day.
    func start(of day: CivilDay) -> CivilDay {
      switch self {
      case .day: day
      case .week: day.monday
      case .month: day - (day.day - 1)
      case .quarter: CivilDay(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
      case .year: CivilDay(year: day.year, month: 1, day: 1) ?? day
      }
    }

    /// The first day of the bucket after the one that begins with `start`.
    func next(after start: CivilDay) -> CivilDay {
      switch self {
      case .day: start + 1
      case .week: start + 7
      case .month: self.start(of: start + 31)
      case .quarter: self.start(of: start + 92)
      case .year: self.start(of: start + 366)
      }
    }
  }

  /// A row: a bucket with what is in it, or buckets without anything.
  enum Row: Sendable, Hashable {
    case bucket(CivilDay, matching: Int, all: Int)
    case empty(Int)
  }

  /// The length of a bucket.
  var unit = Unit.month
  /// The selected bucket.
  var selected: CivilDay
  /// Whether buckets without events are one row.
  var foldsEmpty = true

  /// Rows without events that are shown all the same, so that a memory of rows stays small.
  private static let longestUnfolded = 400

  /// The rows of an overview.
  func rows(_ overview: TimelineOverview) -> [Row] {
    var matching: [CivilDay: Int] = [:]
    for day in overview.matchingDays { matching[unit.start(of: day.day), default: 0] += day.count }
    var rows: [Row] = []
    var expected: CivilDay?
    var index = 0
    while index < overview.allDays.count {
      let start = unit.start(of: overview.allDays[index].day)
      var all = 0
      while index < overview.allDays.count, unit.start(of: overview.allDays[index].day) == start {
        all += overview.allDays[index].count
        index += 1
      }
      if let expected { appendEmpty(from: expected, to: start, &rows) }
      rows.append(.bucket(start, matching: matching[start] ?? 0, all: all))
      expected = unit.next(after: start)
    }
    return rows
  }

  private func appendEmpty(from: CivilDay, to: CivilDay, _ rows: inout [Row]) {
    var count = 0
    var start = from
    while start < to {
      count += 1
      if !foldsEmpty, count <= Self.longestUnfolded { rows.append(.bucket(start, matching: 0, all: 0)) }
      start = unit.next(after: start)
    }
    let folded = foldsEmpty ? count : max(0, count - Self.longestUnfolded)
    if folded > 0 { rows.append(.empty(folded)) }
  }
}
