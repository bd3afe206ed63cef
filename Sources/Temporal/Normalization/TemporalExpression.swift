/// What the words of a date expression say, before it is known which days they mean.
public enum TemporalExpression: Sendable, Hashable, BitwiseCopyable {
  /// A calendar date with any of its parts: `Kamis (24/10/2024)`, `Oktober`, `2019`, `last Thursday`.
  case date(DateFields)
  /// From one date to another: `27-28 Oktober`.
  case range(DateFields, DateFields)
  /// A unit counted from an anchor: `kemarin`, `last week`, `dua hari kemudian`.
  case shift(Shift)
  /// A length of time: `tiga tahun terakhir`.
  case duration(Amount)
  /// Something that recurs: `setiap malam`.
  case recurring(Recurrence)
  /// Now, lately, soon.
  case reference(TimeReference)
  /// A decade, century, quarter, half or season.
  case period(Period)
  /// A holiday by its row in the holiday table, or a day so many days from it.
  case holiday(Int, year: Int?, direction: Int?, offset: Int)
  /// A day of the Hijri calendar.
  case hijri(day: Int?, month: Int, year: Int?)
  /// Day n of a war, counted from the first day of the one that is meant.
  case countedDay(Int)
  /// H-2: days from the event that the sentence dates.
  case eventDay(Int)
  /// A day that a name stands for.
  case fixed(CivilDay)
  /// A time of day with no date.
  case time
}

/// The parts of a calendar date that the words give.
public struct DateFields: Sendable, Hashable, BitwiseCopyable {
  // Small numbers in small places: dates are copied on the hot path. What does not fit is no part of a date.
  private var storedDay: Int8 = -1
  private var storedMonth: Int8 = -1
  private var storedYear = Self.noYear
  private var storedDirection: Int8 = -2

  private static let noYear = Int16.min

  /// The day of the week.
  public var weekday: Weekday?
  /// Whether the year has two digits.
  public var isShortYear = false
  /// Whether the month is a number, so that day and month may be exchanged.
  public var isNumeric = false
  /// The day of the month.
  public var day: Int? {
    get { storedDay < 0 ? nil : Int(storedDay) }
    set { storedDay = newValue.flatMap { Int8(exactly: $0) } ?? -1 }
  }
  /// The month.
  public var month: Int? {
    get { storedMonth < 0 ? nil : Int(storedMonth) }
    set { storedMonth = newValue.flatMap { Int8(exactly: $0) } ?? -1 }
  }
  /// The year; two digits are completed by the anchor.
  public var year: Int? {
    get { storedYear == Self.noYear ? nil : Int(storedYear) }
    set { storedYear = newValue.flatMap { Int16(exactly: $0) } ?? Self.noYear }
  }
  /// -1 `lalu`, 0 `ini`, 1 `mendatang`.
  public var direction: Int? {
    get { storedDirection < -1 ? nil : Int(storedDirection) }
    set { storedDirection = newValue.flatMap { Int8(exactly: $0) } ?? -2 }
  }

  /// No part.
  public init() {}

  /// How fine the parts are.
  public var grain: Grain {
    if day != nil || weekday != nil { return .day }
    return month != nil ? .month : .year
  }
  /// Whether day, month and year are all given.
  public var isComplete: Bool { day != nil && month != nil && year != nil && !isShortYear }
}

/// A unit counted from an anchor.
public struct Shift: Sendable, Hashable, BitwiseCopyable {
  /// What is counted.
  public var unit: CalendarUnit
  /// How many, negative into the past; nil for an unknown number.
  public var count: Int?
  /// Whether a half is added: `two and a half years ago`.
  public var plusHalf = false
  /// Where counting begins.
  public var anchor: ShiftAnchor
  /// A day within the unit: `Kamis pekan lalu`.
  public var weekday: Weekday?
  /// A month within the year: `October of last year`.
  public var fields: DateFields?
  /// Whether the result is as fine as the anchor: `a week after 3 May` is a day.
  public var keepsGrain = false

  /// A shift.
  public init(unit: CalendarUnit, count: Int?, anchor: ShiftAnchor = .publication) {
    self.unit = unit
    self.count = count
    self.anchor = anchor
  }
}

/// Where a shift counts from.
public enum ShiftAnchor: Sendable, Hashable, BitwiseCopyable {
  /// The publication day, or inside quotation marks the day of speaking.
  case publication
  /// The last date before it in the text.
  case text
  /// A date that the expression names.
  case date(DateFields)
}

/// A number of units.
public struct Amount: Sendable, Hashable, BitwiseCopyable {
  /// How many; nil where the words do not tell.
  public var count: Int?
  /// Whether a half is added: `dua setengah tahun`.
  public var plusHalf = false
  /// Of what.
  public var unit: CalendarUnit

  /// An amount.
  public init(count: Int?, plusHalf: Bool = false, unit: CalendarUnit) {
    self.count = count
    self.plusHalf = plusHalf
    self.unit = unit
  }
}

/// Something that recurs.
public enum Recurrence: Sendable, Hashable, BitwiseCopyable {
  /// At a slot: every Friday, every Friday night.
  case weekday(Weekday, DayPart?)
  /// On a date: every 26 December, every May.
  case date(DateFields)
  /// Every spring: a season by its place in spring, summer, autumn, winter.
  case season(Int)
  /// Every day at a part of it.
  case dayPart(DayPart)
  /// Every so much time.
  case every(Amount)
  /// Once for each unit: daily, per month.
  case unit(CalendarUnit)
}

/// A point of time that only the speaker's now gives.
public enum TimeReference: Int, Sendable, Hashable, BitwiseCopyable {
  /// PAST_REF.
  case past
  /// PRESENT_REF.
  case present
  /// FUTURE_REF.
  case future
}

/// A stretch of years or a part of a year.
public struct Period: Sendable, Hashable, BitwiseCopyable {
  /// What stretch.
  public enum Kind: Sendable, Hashable, BitwiseCopyable {
    /// A year of any size by its number, negative before Christ.
    case year(Int)
    /// Ten years, by the year that begins them.
    case decade(Int)
    /// A hundred years, by their ordinal, negative before Christ.
    case century(Int)
    /// A quarter, 1 to 4.
    case quarter(Int)
    /// A half, 1 or 2.
    case half(Int)
    /// A season, by its place in spring, summer, autumn, winter.
    case season(Int)
    /// A fiscal year.
    case fiscalYear
  }
  /// What stretch.
  public var kind: Kind
  /// The year that is named.
  public var year: Int?
  /// -1 `last`, 0 `this`, 1 `next`.
  public var direction: Int?
  /// Whether it is the next one after the date before it in the text: `the following spring`.
  public var follows = false
  /// Whether the direction counts seasons and not years: `last summer`, and not `the summer of last year`.
  public var isNearest = false

  /// A period.
  public init(_ kind: Kind, year: Int? = nil, direction: Int? = nil) {
    self.kind = kind
    self.year = year
    self.direction = direction
  }
}

/// A time of day that goes with a date.
public struct TimeOfDay: Sendable, Hashable, BitwiseCopyable {
  /// A clock time.
  public var clock: ClockTime?
  /// A part of the day.
  public var part: DayPart?
  /// Days from the date that is written to the day that is meant: `malam Minggu` is the night before Sunday.
  public var dayShift = 0
  /// An end of a clock range.
  public var until: ClockTime?

  /// A clock time or a part of a day.
  public init(clock: ClockTime? = nil, part: DayPart? = nil) {
    self.clock = clock
    self.part = part
  }
}
