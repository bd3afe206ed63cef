import Temporal

/// Writes an event's date for people and machines, never finer than it is known.
///
/// ```swift
/// let date = EventDate(start: CivilDay(iso: "2024-10-27"), end: CivilDay(iso: "2024-10-28"), precision: .range,
///   basis: .partial)
/// let label = DateLabel(date)
/// label.column  // "27..28"
/// label.short   // "27..28 Oct 2024"
/// label.long    // "27 to 28 October 2024"
/// label.edtf    // "2024-10-27/2024-10-28"
/// ```
public struct DateLabel: Sendable {
  /// The date.
  public let date: EventDate
  /// The language.
  public let words: DateWords

  /// A label for `date`.
  public init(_ date: EventDate, words: DateWords = .english) {
    self.date = date
    self.words = words
  }

  /// What a list shows beside a day under its month's heading: `14:20`, nothing for a plain day, `7..9`, `?day March`,
  /// `?day 2016`, `~21..31` for a vague part, `<= 7`, `>= 7`, and `?day` where nothing is known.
  public var column: String {
    switch date.precision {
    case .day: date.time?.description ?? ""
    case .range: interval(short: true, in: .column)
    case .period: "~" + interval(short: true, in: .column)
    case .month: first.map { "\(words.someDay) " + words.month($0, short: false) } ?? words.someDay
    case .year: first.map { "\(words.someDay) " + Self.year($0) } ?? words.someDay
    case .before: last.map { "<= \($0.day)" } ?? words.someDay
    case .after: first.map { ">= \($0.day)" } ?? words.someDay
    case .none: words.someDay
    }
  }

  /// A form that stands alone in little room: `24 Oct 2024 14:20`, `27..28 Oct 2024`, `Oct 2024`, `<= 28 Oct 2024`.
  public var short: String {
    switch date.precision {
    case .day: first.map { day($0, short: true) + (date.time.map { " \($0)" } ?? "") } ?? words.undated
    case .range: interval(short: true, in: .text)
    case .period: "~" + interval(short: true, in: .text)
    case .month: first.map { words.month($0, short: true) + " " + Self.year($0) } ?? words.undated
    case .year: first.map(Self.year) ?? words.undated
    case .before: last.map { "<= " + day($0, short: true) } ?? words.undated
    case .after: first.map { ">= " + day($0, short: true) } ?? words.undated
    case .none: words.undated
    }
  }

  /// The date in words: `Thursday 24 October 2024, 14:20`, `on or before 28 October 2024`, `October 2024, day unknown`.
  /// What the evidence leaves open is said: `probably …`, `24 October 2019 or 24 October 2024`.
  public var long: String {
    if date.isAmbiguous {
      let days = date.readings.filter { $0.weight > date.readings[0].weight - 0.005 }.compactMap(\.days)
      return days.map { Self.plain($0, words) }.joined(separator: " \(words.or) ")
    }
    let text = certain
    return date.isUncertain ? "\(words.probably) \(text)" : text
  }

  private var certain: String {
    switch date.precision {
    case .day:
      first.map { words.weekday($0, short: false) + " " + day($0, short: false) + (date.time.map { ", \($0)" } ?? "") }
        ?? words.undated
    case .range: interval(short: false, in: .text)
    case .period: "\(words.sometimeIn) \(interval(short: false, in: .text))"
    case .month:
      first.map { "\(words.month($0, short: false)) \(Self.year($0)), \(words.dayUnknown)" } ?? words.undated
    case .year: first.map { "\(Self.year($0)), \(words.dayUnknown)" } ?? words.undated
    case .before: last.map { "\(words.onOrBefore) \(day($0, short: false))" } ?? words.undated
    case .after: first.map { "\(words.onOrAfter) \(day($0, short: false))" } ?? words.undated
    case .none: words.undated
    }
  }

  private var first: CivilDay? { date.start ?? date.end }
  private var last: CivilDay? { date.end ?? date.start }

  private enum Room { case column, text }

  private func day(_ day: CivilDay, short: Bool) -> String {
    "\(day.day) \(words.month(day, short: short)) \(Self.year(day))"
  }

  /// Both ends of the date, what they share said once. Ends that are whole months are shown as months, so that no day is
  /// named that no text named.
  private func interval(short: Bool, in room: Room) -> String {
    guard let first, let last else { return room == .column ? words.someDay : words.undated }
    let joint = short ? ".." : " \(words.to) "
    let sameYear = first.year == last.year
    let year = room == .column ? "" : " " + Self.year(last)
    if sameYear, first.month == last.month {
      let days = first.day == last.day ? "\(first.day)" : "\(first.day)\(joint)\(last.day)"
      return room == .column ? days : "\(days) \(words.month(last, short: short))\(year)"
    }
    if first.day == 1, last.isLastOfMonth {
      if first.month == 1, last.month == 12 {
        return sameYear ? Self.year(first) : Self.year(first) + joint + Self.year(last)
      }
      let from = words.month(first, short: short) + (sameYear ? "" : " " + Self.year(first))
      return from + joint + words.month(last, short: short) + year
    }
    let from = "\(first.day) \(words.month(first, short: short))" + (sameYear ? "" : " " + Self.year(first))
    return "\(from)\(joint)\(last.day) \(words.month(last, short: short))" + (sameYear ? year : " " + Self.year(last))
  }

  private static func plain(_ days: DateSpan, _ words: DateWords) -> String {
    let precision: Precision = days.length == 1 ? .day : .range
    let date = EventDate(start: days.first, end: days.last, precision: precision, basis: .repaired)
    return DateLabel(date, words: words).certain
  }

  private static func year(_ day: CivilDay) -> String { String(day.year) }
}
