/// Which days an expression means and how that became known, before it is written out as a TIMEX3.
struct Resolution {
  var type = TimexType.date
  var value: String
  var days: DateSpan?
  var grain: Grain
  var basis: Basis
  var confidence = 1.0
  var why: [Why] = []
  var repair: String?
  var readings: [Reading] = []

  init(_ value: String, days: DateSpan? = nil, grain: Grain, basis: Basis, why: String = "") {
    self.value = value
    self.days = days
    self.grain = grain
    self.basis = basis
    if !why.isEmpty { self.why = [Why(why)] }
  }

  /// A single day.
  init(_ day: CivilDay, _ basis: Basis, why: String = "") {
    self.init(TimexValue.day(day), days: DateSpan(day), grain: .day, basis: basis, why: why)
  }

  /// The unit that holds `day`.
  init(_ unit: CalendarUnit, holding day: CivilDay, _ basis: Basis, why: String = "") {
    self.init(
      TimexValue.unit(unit, day), days: DateSpan.of(unit, holding: day), grain: unit.grain, basis: basis, why: why)
  }
}

extension DateSpan {
  /// The days of the unit that holds `day`: its week, month, year …
  static func of(_ unit: CalendarUnit, holding day: CivilDay) -> DateSpan {
    let (year, month, _) = day.parts
    switch unit {
    case .second, .minute, .hour, .day, .unknown: return DateSpan(day)
    case .weekend: return DateSpan(day.monday + 5, day.monday + 6)
    case .week: return DateSpan(day.monday, day.monday + 6)
    case .month: return months(year, month, month)
    case .quarter: return months(year, (month - 1) / 3 * 3 + 1, (month - 1) / 3 * 3 + 3)
    case .half: return months(year, month <= 6 ? 1 : 7, month <= 6 ? 6 : 12)
    case .year: return months(year, 1, 12)
    case .decade: return years(year / 10 * 10, 10, day)
    case .century: return years(year / 100 * 100, 100, day)
    }
  }

  /// From the first day of a month to the last of another, within a year.
  static func months(_ year: Int, _ first: Int, _ last: Int) -> DateSpan {
    let start = CivilDay(year: year, month: first, day: 1) ?? CivilDay(number: 0)
    let end = CivilDay(year: year, month: last, day: CivilDay.days(inMonth: last, of: year)) ?? start
    return DateSpan(start, end)
  }

  private static func years(_ first: Int, _ count: Int, _ fallback: CivilDay) -> DateSpan {
    guard let start = CivilDay(year: first, month: 1, day: 1),
      let end = CivilDay(year: first + count - 1, month: 12, day: 31)
    else { return DateSpan(fallback) }
    return DateSpan(start, end)
  }

  /// The early, middle or late part: of a month ten days each, of a year four months each, of other spans a third.
  func part(_ mod: TimexMod) -> DateSpan {
    let third: Int
    switch mod {
    case .start: third = 0
    case .mid: third = 1
    case .end: third = 2
    case .approx, .lessThan, .moreThan: return self
    }
    let (year, month, _) = first.parts
    if (28...31).contains(length), first.day == 1 {
      return DateSpan(first + third * 10, third == 2 ? last : first + (third * 10 + 9))
    }
    if length >= 365, length <= 366, month == 1 { return .months(year, third * 4 + 1, third * 4 + 4) }
    let step = length / 3
    return DateSpan(first + third * step, third == 2 ? last : first + max(0, (third + 1) * step - 1))
  }
}
