import Temporal

/// A step in time as it is typed: `+3d`, `-2w`, `+1m`, `-1y`.
///
/// ```swift
/// DateStep("+1m")?.applied(to: january31)  // 28 or 29 February
/// ```
struct DateStep: Hashable {
  private enum Unit: Character { case day = "d", week = "w", month = "m", year = "y" }
  private let count: Int
  private let unit: Unit

  /// A step; nil where the text is none.
  init?(_ text: String) {
    guard let sign = text.first, sign == "+" || sign == "-", let letter = text.last, let unit = Unit(rawValue: letter),
      let count = Int(text.dropFirst().dropLast()), (0...100_000).contains(count)
    else { return nil }
    self.count = sign == "-" ? -count : count
    self.unit = unit
  }

  /// The day a step away; of a month that is too short its last day. nil beyond the years that there are.
  func applied(to day: CivilDay) -> CivilDay? {
    switch unit {
    case .day: return day + count
    case .week: return day + 7 * count
    case .month, .year:
      let months = day.year * 12 + day.month - 1 + (unit == .year ? 12 * count : count)
      let year = months >= 0 ? months / 12 : (months - 11) / 12
      let month = months - year * 12 + 1
      return CivilDay(year: year, month: month, day: min(day.day, CivilDay.days(inMonth: month, of: year)))
    }
  }
}
