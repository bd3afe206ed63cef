import Temporal

/// How many entries have the same date of more than one day: known only as a month, a year, a part of them, a range, or
/// as before or after a day. A view by time can so show them over the days that they may touch, and not on the one day
/// under which they are filed.
public struct DateSpread: Sendable, Hashable {
  /// The first day that they may touch; nil where that side is open.
  public var first: CivilDay?
  /// The last day; nil where that side is open.
  public var last: CivilDay?
  /// What the days mean.
  public var precision: Precision
  /// Their status.
  public var status: EventStatus
  /// How many entries there are.
  public var count: Int

  /// A spread.
  public init(first: CivilDay?, last: CivilDay?, precision: Precision, status: EventStatus, count: Int) {
    self.first = first
    self.last = last
    self.precision = precision
    self.status = status
    self.count = count
  }

  /// The day under which the entries are filed, as `TimelineKey` says.
  public var filedDay: CivilDay {
    let day =
      switch precision {
      case .range, .after: first ?? last
      default: last ?? first
      }
    return day ?? TimelineKey.undatedDay
  }

  /// Whether it is not known on which of the days it was: a range is known, both its ends are told.
  public var isVague: Bool { precision != .range && precision != .day }
}

extension TimelineKey {
  /// What the days of an entry with this key mean, by its rank.
  public var precision: Precision {
    switch Int(rank) - 1440 {
    case 1: .range
    case 2: .period
    case 3: .month
    case 4: .year
    case 5: .before
    case 6: .after
    case 7: .none
    default: .day
    }
  }
}
