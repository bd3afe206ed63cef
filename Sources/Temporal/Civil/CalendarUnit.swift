/// A unit that calendars count in. The raw value is the designator of ISO 8601 and TIMEX3.
public enum CalendarUnit: String, Sendable, Hashable, BitwiseCopyable, CaseIterable {
  /// A second.
  case second = "s"
  /// A minute.
  case minute = "min"
  /// An hour.
  case hour = "h"
  /// A day.
  case day = "D"
  /// Saturday and Sunday.
  case weekend = "WE"
  /// Seven days from Monday.
  case week = "W"
  /// A month.
  case month = "M"
  /// Three months.
  case quarter = "Q"
  /// Six months.
  case half = "H"
  /// A year.
  case year = "Y"
  /// Ten years.
  case decade = "DE"
  /// A hundred years.
  case century = "CE"
  /// A length that no unit measures: a moment, some time.
  case unknown = "X"

  /// How fine a date counted in this unit is.
  public var grain: Grain {
    switch self {
    case .second, .minute, .hour: .minute
    case .day: .day
    case .weekend: .weekend
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .year: .year
    case .decade: .decade
    case .century: .century
    case .unknown: .unknown
    }
  }

  /// Position among all units, for tables that store a byte.
  var index: UInt8 { UInt8(clamping: Self.allCases.firstIndex(of: self) ?? 0) }
}
