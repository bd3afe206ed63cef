import Temporal

extension EventDate {
  /// A date that a person sets: nothing weighed, nothing doubted.
  ///
  /// ```swift
  /// EventDate(byHand: "~2024-10-21..2024-10-31 = akhir Oktober 2024")?.expression  // "akhir Oktober 2024"
  /// ```
  ///
  /// - Parameter text: `2024-10-24`, `2024-10-24 14:20`, `2024-10`, `2024`, `2024-10-27..2024-10-28`, `~2024-11..2024-12`
  ///   for some part of it, `..2024-10-28`, `2024-10-28..`, or `none`; behind ` = ` the words that said it. nil for any other text.
  public init?(byHand text: String) {
    if let sign = text.firstRange(of: " = ") {
      self.init(byHand: String(text[..<sign.lowerBound]))
      expression = String(text[sign.upperBound...])
      return
    }
    let why = [Why("set by hand")]
    if text == "none" {
      self.init(precision: .none, basis: .none, confidence: 1, why: why)
      return
    }
    let isVague = text.hasPrefix("~")
    let rest = isVague ? text.dropFirst() : text[...]
    if let dots = rest.firstRange(of: "..") {
      let (low, high) = (rest[..<dots.lowerBound], rest[dots.upperBound...])
      let start = Self.read(low)?.span.first
      let end = Self.read(high)?.span.last
      // A side may be open, but what stands there must be a date, and one of them must be one.
      guard low.isEmpty == (start == nil), high.isEmpty == (end == nil), start != nil || end != nil else { return nil }
      if let start, let end, end < start { return nil }
      let precision: Precision = start == nil ? .before : end == nil ? .after : isVague ? .period : .range
      self.init(start: start, end: end, precision: precision, basis: .explicit, why: why)
      return
    }
    let parts = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard !isVague, let first = parts.first, let date = Self.read(first) else { return nil }
    var time: ClockTime?
    if parts.count == 2 {
      let clock = parts[1].split(separator: ":").compactMap { Int($0) }
      guard date.precision == .day, clock.count == 2 else { return nil }
      time = ClockTime(hour: clock[0], minute: clock[1])
      if time == nil { return nil }
    }
    self.init(
      start: date.span.first, end: date.span.last, precision: date.precision, basis: .explicit, time: time, why: why)
  }

  /// A date that was read of what a person says, said by that person: nothing weighed, nothing doubted.
  ///
  /// - Returns: nil where the words could mean two.
  public var saidByHand: EventDate? {
    if isAmbiguous { return nil }
    var date = self
    (date.basis, date.confidence, date.readings) = (.explicit, 1, [])
    date.why.insert(Why("set by hand"), at: 0)
    return date
  }

  /// A date that stands by itself, as the date core has read it, with its doubts.
  ///
  /// - Returns: nil where the words name no day.
  public init?(read timex: Timex3, words: String) {
    guard let days = timex.days else { return nil }
    self.init(
      start: days.first, end: days.last, precision: Precision(timex, days), basis: timex.basis, expression: words,
      time: timex.time, confidence: timex.confidence, readings: timex.readings, why: timex.why)
  }

  /// The date as `init(byHand:)` reads it.
  public var byHand: String { days + (expression.map { " = \($0)" } ?? "") }

  private var days: String {
    func text(_ day: CivilDay?) -> String { day?.description ?? "" }
    let first = text(start ?? end)
    return switch precision {
    case .none: "none"
    case .day: first + (time.map { " \($0)" } ?? "")
    case .month: String(first.dropLast(3))
    case .year: String(first.dropLast(6))
    case .range: "\(first)..\(text(end ?? start))"
    case .period: "~\(first)..\(text(end ?? start))"
    case .before: "..\(text(end))"
    case .after: "\(text(start)).."
    }
  }

  private static func read(_ text: Substring) -> QueryDate? { try? QueryDate(text, word: String(text)) }
}
