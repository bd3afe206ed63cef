import Temporal
import Text

/// When an event happens, never finer than the text allows. An undated event has no days: it borrows none.
public struct EventDate: Sendable, Hashable {
  /// The first day; nil for `before` and `none`.
  public var start: CivilDay?
  /// The last day, included; nil for `after` and `none`.
  public var end: CivilDay?
  /// What the two days mean.
  public var precision: Precision
  /// How they became known.
  public var basis: Basis
  /// The literal words of the date; nil where no words name it.
  public var expression: String?
  /// Where those words stand.
  public var expressionSpan: TextSpan?
  /// The time of day.
  public var time: ClockTime?
  /// How sure the days are, 0 to 1.
  public var confidence: Double
  /// The readings that were weighed, where the words were damaged.
  public var readings: [Reading]
  /// The steps from the words to the days, the discourse rule that placed the event among them.
  public var why: [Why]

  /// A date.
  public init(
    start: CivilDay? = nil, end: CivilDay? = nil, precision: Precision, basis: Basis, expression: String? = nil,
    expressionSpan: TextSpan? = nil, time: ClockTime? = nil, confidence: Double = 1, readings: [Reading] = [],
    why: [Why] = []
  ) {
    self.start = start
    self.end = end
    self.precision = precision
    self.basis = basis
    self.expression = expression
    self.expressionSpan = expressionSpan
    self.time = time
    self.confidence = confidence
    self.readings = readings
    self.why = why
  }

  /// Nothing is known.
  public static let unknown = EventDate(precision: .none, basis: .none, confidence: 0)

  /// Whether the best two readings weigh the same, so that none may be called the date.
  public var isAmbiguous: Bool {
    readings.count > 1 && readings[0].days != nil && readings[1].days != nil
      && abs(readings[0].weight - readings[1].weight) < 0.005
  }

  /// Whether the days are given with less than three chances in four, so that they are shown with a doubt.
  public var isUncertain: Bool { precision != .none && (confidence < 0.75 || isAmbiguous) }

  /// The same date without the sentences that explain it, as a list needs it.
  public var withoutSteps: EventDate {
    var date = self
    date.why = []
    date.readings = readings.map { Reading(value: $0.value, days: $0.days, weight: $0.weight) }
    return date
  }

  /// The days that the event may touch: open at the side that is not known; nil where nothing is.
  public var bounds: (first: CivilDay?, last: CivilDay?)? {
    switch precision {
    case .none: nil
    case .before: end.map { (nil, $0) }
    case .after: start.map { ($0, nil) }
    default: start == nil && end == nil ? nil : (start ?? end, end ?? start)
    }
  }
}

/// What the days of an event's date mean.
public enum Precision: String, Sendable, Hashable, CaseIterable {
  /// One day.
  case day
  /// Every day from the first to the last, or some of them.
  case range
  /// A whole month that was named.
  case month
  /// A whole year that was named.
  case year
  /// A vague part of a unit: the end of the year.
  case period
  /// On or before `end`.
  case before
  /// On or after `start`.
  case after
  /// Nothing is known.
  case none
}
