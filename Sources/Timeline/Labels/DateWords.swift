import Temporal

/// The words with which dates are written for people, in one language. English stands here as the language of files
/// that are handed on; the reader fills others from its own tables.
public struct DateWords: Sendable, Hashable {
  /// January to December.
  public var months: [String]
  /// The same, short.
  public var shortMonths: [String]
  /// Monday to Sunday.
  public var weekdays: [String]
  /// The same, short.
  public var shortWeekdays: [String]
  /// Between the ends of an interval: `27 to 28 October`.
  public var to: String
  /// Before a day that is the latest possible.
  public var onOrBefore: String
  /// Before a day that is the earliest possible.
  public var onOrAfter: String
  /// Before an interval of which the event fills some unknown part.
  public var sometimeIn: String
  /// Before a day that the evidence does not settle.
  public var probably: String
  /// Between readings that weigh the same.
  public var or: String
  /// In the column of days, where the day is not known: `?day`.
  public var someDay: String
  /// After a month whose day is not known.
  public var dayUnknown: String
  /// For an event without any date.
  public var undated: String

  /// The words of a language; lists that are too short are filled with numbers.
  public init(
    months: [String], shortMonths: [String], weekdays: [String], shortWeekdays: [String], to: String,
    onOrBefore: String,
    onOrAfter: String, sometimeIn: String, probably: String, or: String, someDay: String = "?day", dayUnknown: String,
    undated: String
  ) {
    self.months = months
    self.shortMonths = shortMonths
    self.weekdays = weekdays
    self.shortWeekdays = shortWeekdays
    self.to = to
    self.onOrBefore = onOrBefore
    self.onOrAfter = onOrAfter
    self.sometimeIn = sometimeIn
    self.probably = probably
    self.or = or
    self.someDay = someDay
    self.dayUnknown = dayUnknown
    self.undated = undated
  }

  /// The month of a day.
  public func month(_ day: CivilDay, short: Bool) -> String {
    let names = short ? shortMonths : months
    return day.month <= names.count ? names[day.month - 1] : String(day.month)
  }

  /// The heading under which entries of a day are filed: month and year, or the word for undated ones.
  public func heading(of day: CivilDay) -> String {
    day == TimelineKey.undatedDay ? undated : "\(month(day, short: false)) \(day.year)"
  }

  /// The weekday of a day.
  public func weekday(_ day: CivilDay, short: Bool) -> String {
    let names = short ? shortWeekdays : weekdays
    return day.weekday.index < names.count ? names[day.weekday.index] : String(day.weekday.rawValue)
  }

  /// English.
  public static let english = DateWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    to: "to", onOrBefore: "on or before", onOrAfter: "on or after", sometimeIn: "some time in", probably: "probably",
    or: "or", dayUnknown: "day unknown", undated: "date unknown")
}
