import Text

/// One date expression of a text and what it means: a TIMEX3 (TimeML 1.2.1) with the days that it covers and how they
/// became known.
public struct Timex3: Sendable, Hashable {
  /// The words.
  public var span: TextSpan
  /// Displaced pieces of a torn expression that stand outside `span`.
  public var fragments: [TextSpan]
  /// TIMEX3 type.
  public var type: TimexType
  /// TIMEX3 value, `2024-10-24`; a range of days is `2024-10-27/2024-10-28`.
  public var value: String
  /// TIMEX3 mod.
  public var mod: TimexMod?
  /// The days covered; nil where the text does not fix them (durations, sets, PRESENT_REF).
  public var days: DateSpan?
  /// Clock time, where one is written.
  public var time: ClockTime?
  /// How fine the words are.
  public var grain: Grain
  /// How the days became known.
  public var basis: Basis
  /// The kind of damage that was repaired, a row of the damage table; nil where nothing was.
  public var repair: String?
  /// How sure the reading is, 0 to 1.
  public var confidence: Double
  /// Every reading that was weighed, best first; empty where there was only one.
  public var readings: [Reading]
  /// The steps from the words to the days.
  public var why: [Why]

  /// An expression; all but span, type, value, grain and basis have the defaults of an undamaged date.
  public init(
    span: TextSpan, fragments: [TextSpan] = [], type: TimexType, value: String, mod: TimexMod? = nil,
    days: DateSpan? = nil, time: ClockTime? = nil, grain: Grain, basis: Basis, repair: String? = nil,
    confidence: Double = 1, readings: [Reading] = [], why: [Why] = []
  ) {
    self.span = span
    self.fragments = fragments
    self.type = type
    self.value = value
    self.mod = mod
    self.days = days
    self.time = time
    self.grain = grain
    self.basis = basis
    self.repair = repair
    self.confidence = confidence
    self.readings = readings
    self.why = why
  }

  /// Whether the best two readings weigh the same, so that none may be called the day.
  public var isAmbiguous: Bool {
    readings.count > 1 && abs(readings[0].weight - readings[1].weight) < 0.005
  }
}

/// TIMEX3 type.
public enum TimexType: String, Sendable, Hashable {
  /// A calendar point or interval of a day or coarser.
  case date = "DATE"
  /// A part of a day or a clock time.
  case time = "TIME"
  /// A length of time.
  case duration = "DURATION"
  /// Something that recurs.
  case set = "SET"
}

/// TIMEX3 mod.
public enum TimexMod: String, Sendable, Hashable, BitwiseCopyable {
  /// Early in it.
  case start = "START"
  /// In the middle of it.
  case mid = "MID"
  /// Late in it.
  case end = "END"
  /// About.
  case approx = "APPROX"
  /// Nearly.
  case lessThan = "LESS_THAN"
  /// More than.
  case moreThan = "MORE_THAN"
}

/// The finest unit that the words name. A date is never shown finer.
public enum Grain: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// A clock time.
  case minute
  /// Morning, evening.
  case dayPart
  /// A day.
  case day
  /// A weekend.
  case weekend
  /// A week.
  case week
  /// A month.
  case month
  /// A quarter of a year.
  case quarter
  /// A season.
  case season
  /// Half a year.
  case half
  /// A year.
  case year
  /// Ten years.
  case decade
  /// A hundred years.
  case century
  /// No unit: PAST_REF, an unknown number of days.
  case unknown

  /// Finer first.
  public static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  /// The name in JSON.
  public var name: String {
    switch self {
    case .minute: "minute"
    case .dayPart: "daypart"
    case .day: "day"
    case .weekend: "weekend"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .season: "season"
    case .half: "half"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    case .unknown: "unknown"
    }
  }
}

/// How the days of an expression or an event became known. The names are a contract of the JSON.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Day, month and year stand in the text.
  case explicit
  /// Completed from the anchor: a year or month was missing.
  case partial
  /// A bare weekday.
  case weekday
  /// Counted from an anchor: yesterday, three days later.
  case relative
  /// Carried over from the event before it.
  case carry
  /// The publication day.
  case publication
  /// Concluded from the text with no words for it.
  case inferred
  /// A damaged date, solved by weighing readings.
  case repaired
  /// Nothing is known.
  case none
}

/// One way to read an expression, with its share of the evidence.
public struct Reading: Sendable, Hashable {
  /// TIMEX3 value.
  public var value: String
  /// The days; nil where the reading fixes none.
  public var days: DateSpan?
  /// Share of the evidence, 0 to 1; the weights of one expression add up to 1.
  public var weight: Double
  /// What speaks for it and against it.
  public var evidence: [Why]

  /// A reading.
  public init(value: String, days: DateSpan? = nil, weight: Double, evidence: [Why] = []) {
    self.value = value
    self.days = days
    self.weight = weight
    self.evidence = evidence
  }
}

/// One step of an explanation, a sentence for people. `weight` is what it adds to (or, negative, takes from) a reading.
public struct Why: Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public var text: String
  /// Its weight in nats of evidence; nil where it is a step and no evidence.
  public var weight: Double?

  /// A step.
  public init(_ text: String, weight: Double? = nil) {
    self.text = text
    self.weight = weight
  }

  /// The sentence.
  public var description: String { text }
}
