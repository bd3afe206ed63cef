import Temporal

extension Publication {
  /// The first year in which news was published on the web.
  public static let firstCredibleYear = 1995

  /// Whether the day can be one on which an article was published: not before 1995, and not after the day that follows
  /// `today`, which a clock in another zone may show already. No day is credible.
  ///
  /// ```swift
  /// Publication(day: CivilDay(iso: "0025-10-28")).isCredible(today: nil)  // false
  /// ```
  public func isCredible(today: CivilDay?) -> Bool {
    guard let day else { return true }
    return day.year >= Self.firstCredibleYear && today.map { day <= $0 + 1 } ?? true
  }

  /// Itself where it is credible; else no day, with the words that told it kept as evidence.
  public func credible(today: CivilDay?) -> Publication {
    isCredible(today: today) ? self : Publication(evidence: evidence ?? day?.description)
  }
}
