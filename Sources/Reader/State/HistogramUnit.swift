import Temporal

/// The length of a histogram's bucket.
enum HistogramUnit: Int, Sendable, Hashable, CaseIterable {
  case hour, day, week, month, quarter, year

  /// The first day of the bucket of a day; hours are cut out of days later.
  func start(of day: CivilDay) -> CivilDay {
    switch self {
    case .hour, .day: day
    case .week: day.monday
    case .month: day - (day.day - 1)
    case .quarter: CivilDay(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
    case .year: CivilDay(year: day.year, month: 1, day: 1) ?? day
    }
  }

  /// The first day of the bucket after the one that begins with `start`.
  func next(after start: CivilDay) -> CivilDay {
    switch self {
    case .hour, .day: start + 1
    case .week: start + 7
    case .month: self.start(of: start + 31)
    case .quarter: self.start(of: start + 92)
    case .year: self.start(of: start + 366)
    }
  }

  /// How many buckets there are from one start to another.
  func count(from: CivilDay, to: CivilDay) -> Int {
    let months = (to.year - from.year) * 12 + to.month - from.month
    return switch self {
    case .hour, .day: to - from
    case .week: (to - from) / 7
    case .month: months
    case .quarter: months / 3
    case .year: to.year - from.year
    }
  }
}

/// Where a bucket begins or ends: a day, or an hour of it.
struct HistogramPlace: Sendable, Hashable, Comparable {
  var day: CivilDay
  /// 0 to 23, or `unknownHour`.
  var hour = 0

  /// What stands for the events of a day whose hour no text tells: after every hour, as in the timeline.
  static let unknownHour = 24

  static func < (a: Self, b: Self) -> Bool { (a.day, a.hour) < (b.day, b.hour) }
}
