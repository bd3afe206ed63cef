import Temporal

extension Precision {
  /// What the days of an expression mean: a day, a named month or year, a range, or some part of a stretch that the words
  /// leave vague.
  public init(_ timex: Timex3, _ days: DateSpan) {
    if days.length == 1 {
      self = .day
    } else if timex.mod != nil {
      self = .period
    } else {
      self =
        switch timex.grain {
        case .month: .month
        case .year: .year
        case .week, .quarter, .season, .half, .decade, .century, .unknown: .period
        default: .range
        }
    }
  }
}
