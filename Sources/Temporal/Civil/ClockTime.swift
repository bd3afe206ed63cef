/// A local time of day to the minute, as written, with the zone's offset where one was written: never converted.
public struct ClockTime: Sendable, Hashable, BitwiseCopyable {
  private let storedMinute: Int16
  private let storedOffset: Int16?

  /// Minutes after midnight, 0 to 1439.
  public var minute: Int { Int(storedMinute) }
  /// Minutes east of UTC (WIB is 420); nil where the text names no zone.
  public var offset: Int? { storedOffset.map(Int.init) }

  /// A time of day; nil where hour or minute do not exist. `24:00` is not accepted.
  public init?(hour: Int, minute: Int, offset: Int? = nil) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    storedMinute = Int16(hour * 60 + minute)
    storedOffset = offset.flatMap { Int16(exactly: $0) }
  }

  /// `14:30`.
  public var description: String {
    let hour = minute / 60
    let rest = minute % 60
    return (hour < 10 ? "0" : "") + String(hour) + ":" + (rest < 10 ? "0" : "") + String(rest)
  }
}

extension ClockTime: CustomStringConvertible {}
