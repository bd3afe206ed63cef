/// Whole days from a first to a last, both included.
public struct DateSpan: Sendable, Hashable {
  /// The first day.
  public let first: CivilDay
  /// The last day, not before the first.
  public let last: CivilDay

  /// A span; where the days come in the wrong order they are exchanged.
  public init(_ first: CivilDay, _ last: CivilDay) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// A single day.
  public init(_ day: CivilDay) { self.init(day, day) }

  /// Number of days, at least 1.
  public var length: Int { last - first + 1 }
  /// Whether `day` is one of them.
  public func contains(_ day: CivilDay) -> Bool { first <= day && day <= last }
  /// Whether the two share a day.
  public func overlaps(_ other: DateSpan) -> Bool { first <= other.last && other.first <= last }
}
