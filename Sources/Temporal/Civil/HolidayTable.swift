import Text

/// How the day of a holiday is found in a year.
enum HolidayRule: Sendable, Hashable {
  /// The same day each year.
  case fixed(month: Int, day: Int)
  /// Days from Easter Sunday.
  case easter(Int)
  /// A day of the Hijri year.
  case hijri(month: Int, day: Int)
  /// The nth such weekday of a month; -1 is the last.
  case nth(Int, Weekday, month: Int)

  /// Reads `12-25`, `easter -2`, `hijri 10-01` or `nth 4 4 11` (nth, weekday, month).
  init?(_ text: String) {
    let words = text.split(separator: " ")
    func monthDay(_ word: Substring) -> (Int, Int)? {
      let parts = word.split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 && (1...12).contains(parts[0]) && (1...31).contains(parts[1]) ? (parts[0], parts[1]) : nil
    }
    if words.count == 1, let (month, day) = monthDay(words[0]) {
      self = .fixed(month: month, day: day)
    } else if words.count == 2, words[0] == "easter", let days = Int(words[1]) {
      self = .easter(days)
    } else if words.count == 2, words[0] == "hijri", let (month, day) = monthDay(words[1]) {
      self = .hijri(month: month, day: day)
    } else if words.count == 4, words[0] == "nth", let n = Int(words[1]), let number = Int(words[2]),
      let weekday = Weekday(rawValue: number), let month = Int(words[3])
    {
      self = .nth(n, weekday, month: month)
    } else {
      return nil
    }
  }

  /// The day in a year as it is written: years of the Hijri calendar are below 1700.
  func day(ofWrittenYear year: Int, _ calendar: HijriCalendar) -> CivilDay? {
    if case .hijri(let month, let day) = self, year < 1700 { return calendar.day(year: year, month: month, day: day) }
    return day(in: year, calendar)
  }

  /// The day in a year of the Gregorian calendar; nil where it has none.
  func day(in year: Int, _ calendar: HijriCalendar) -> CivilDay? {
    switch self {
    case .fixed(let month, let day): return CivilDay(year: year, month: month, day: day)
    case .easter(let days): return Self.easter(year).map { $0 + days }
    case .hijri(let month, let day):
      for hijriYear in [year - 579, year - 580, year - 578, year - 581] {
        if let found = calendar.day(year: hijriYear, month: month, day: day), found.year == year { return found }
      }
      return nil
    case .nth(let n, let weekday, let month):
      if n < 0 {
        guard let last = CivilDay(year: year, month: month, day: CivilDay.days(inMonth: month, of: year)) else {
          return nil
        }
        return last - (last.weekday.index - weekday.index + 7) % 7
      }
      guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
      return first + ((weekday.index - first.weekday.index + 7) % 7 + 7 * (n - 1))
    }
  }

  /// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
  static func easter(_ year: Int) -> CivilDay? {
    guard year >= 1583, year <= 9999 else { return nil }
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilDay(year: year, month: n / 31, day: n % 31 + 1)
  }
}

/// The holidays of a language by number.
struct HolidayTable: Sendable {
  private(set) var names: [String] = []
  private(set) var rules: [HolidayRule] = []

  /// Files a holiday and gives its number.
  mutating func add(_ name: String, _ rule: HolidayRule) -> Int {
    names.append(String(name.split(separator: "|").first ?? ""))
    rules.append(rule)
    return rules.count - 1
  }
}
