import Temporal
import Text
import Timeline

extension EventDate {
  /// The date that an expression gives to what it dates.
  ///
  /// - Parameters:
  ///   - anchor: the day on which it was said; a vague stretch of something planned begins there at the earliest, and
  ///     an expression without days stands before or after it.
  ///   - isUpperBound: whether the words say that it is the last possible day.
  ///   - isCountedSince: whether it is a count that has grown from that day to the anchor: `330 killed since April 15`.
  init?(
    _ timex: Timex3, in text: SourceText, anchor: CivilDay?, isPlanned: Bool, isUpperBound: Bool = false,
    isCountedSince: Bool = false, rule: String
  ) {
    let why = timex.why + [Why(rule)]
    guard let read = timex.days else {
      guard let anchor, timex.type == .date || timex.type == .time else { return nil }
      let isPast = timex.value == "PAST_REF" || !isPlanned
      self.init(
        start: isPast ? nil : anchor, end: isPast ? anchor : nil, precision: isPast ? .before : .after,
        basis: .relative, expression: text[timex.span], expressionSpan: timex.span, confidence: 0.7, why: why)
      return
    }
    let days = Self.weekday(timex, read, anchor: anchor, isPlanned: isPlanned)
    var first = days.first
    if isUpperBound, isPlanned, let anchor, anchor <= days.last { first = anchor }
    if isPlanned, let anchor, first < anchor, anchor <= days.last { first = anchor }
    if isCountedSince, let anchor, days.last < anchor {
      self.init(
        start: first, end: anchor, precision: .period, basis: timex.basis, expression: text[timex.span],
        expressionSpan: timex.span, confidence: timex.confidence, readings: timex.readings, why: why)
      return
    }
    self.init(
      start: first, end: days.last, precision: Precision(timex, DateSpan(first, days.last)), basis: timex.basis,
      expression: text[timex.span], expressionSpan: timex.span, time: timex.time, confidence: timex.confidence,
      readings: timex.readings, why: why)
  }

  /// A bare weekday by the tense of its own verb: of something that took place it is the last, of something planned the
  /// next.
  private static func weekday(_ timex: Timex3, _ days: DateSpan, anchor: CivilDay?, isPlanned: Bool) -> DateSpan {
    guard timex.basis == .weekday, days.length == 1, let anchor else { return days }
    if !isPlanned, days.first > anchor, days.first - anchor <= 7 { return DateSpan(days.first - 7) }
    if isPlanned, days.first < anchor, anchor - days.first < 7 { return DateSpan(days.first + 7) }
    return days
  }

  /// On or before a day, since something complete was told then.
  static func before(_ day: CivilDay?, basis: Basis, rule: String) -> EventDate {
    guard let day else { return EventDate(precision: .none, basis: .none, confidence: 0, why: [Why(rule)]) }
    return EventDate(end: day, precision: .before, basis: basis, confidence: 0.5, why: [Why(rule)])
  }

  /// On or after a day, since something to come was told then.
  static func after(_ day: CivilDay?, rule: String) -> EventDate {
    guard let day else { return EventDate(precision: .none, basis: .none, confidence: 0, why: [Why(rule)]) }
    return EventDate(start: day, precision: .after, basis: .inferred, confidence: 0.5, why: [Why(rule)])
  }

  /// The same days, carried over from another event.
  func carried(rule: String) -> EventDate {
    var copy = self
    copy.basis = .carry
    copy.expression = nil
    copy.expressionSpan = nil
    copy.confidence = confidence * 0.8
    copy.why.append(Why(rule))
    return copy
  }
}
