/// A day of the proleptic Gregorian calendar, held as its number of days since 1970-01-01: no clock and no zone.
///
/// Any value is a day that exists; what does not exist (31 September) cannot be made. Arithmetic is Howard Hinnant's
/// days-from-civil, a few nanoseconds a call.
///
/// ```swift
/// CivilDay(year: 2024, month: 10, day: 24)?.weekday  // .thursday
/// CivilDay(year: 2024, month: 9, day: 31)            // nil
/// ```
public struct CivilDay: Sendable, Hashable, BitwiseCopyable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before it.
  public let number: Int32

  /// The day `number` days after 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// The day of that year, month and day of the month; nil where there is none. Years run from -9999 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// A day written `2024-10-24`; nil for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// The day of the week.
  public var weekday: Weekday {
    let index = (Int(number) + 3) % 7
    return Weekday(index: index < 0 ? index + 7 : index)
  }

  /// ISO 8601 week: the year that the week belongs to and its number, weeks starting on Monday.
  public var week: (year: Int, number: Int) {
    let thursday = self + (3 - weekday.index)
    let year = thursday.year
    let first = CivilDay(year: year, month: 1, day: 1) ?? thursday
    return (year, (thursday - first) / 7 + 1)
  }

  /// Whether the next day is in another month.
  public var isLastOfMonth: Bool { day == Self.days(inMonth: month, of: year) }

  /// The Monday of the day's week.
  public var monday: CivilDay { self - weekday.index }

  /// The day `count` days later.
  public static func + (day: CivilDay, count: Int) -> CivilDay {
    CivilDay(number: Int32(clamping: Int(day.number) + count))
  }
  /// The day `count` days earlier.
  public static func - (day: CivilDay, count: Int) -> CivilDay { day + -count }
  /// Days from `b` to `a`.
  public static func - (a: CivilDay, b: CivilDay) -> Int { Int(a.number) - Int(b.number) }
  /// By time.
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }

  /// Days in a month of 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has 366 days.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// ISO 8601: `2024-10-24`; a year before 1 with a minus sign.
  public var description: String { TimexValue.day(self) }
}
