import Foundation
import Temporal

/// The one place where the program asks for the time.
enum WallClock {
  /// Seconds since 1970 in UTC.
  static var now: Int { Int(Date.now.timeIntervalSince1970) }

  /// The day in UTC.
  static var today: CivilDay? { Int32(exactly: now / 86_400).map(CivilDay.init(number:)) }
}
