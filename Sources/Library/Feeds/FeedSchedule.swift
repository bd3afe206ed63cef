/// When a feed is asked for again. Clock and chance come from outside, so that tests know both.
public enum FeedSchedule {
  /// The shortest time between two looks, in seconds.
  static let shortest = 15 * 60
  /// The longest.
  static let longest = 24 * 3600
  /// The usual one, where the feed does not say.
  static let usual = 3600
  /// The time after a first failure; it doubles with each that follows.
  static let firstPause = 5 * 60

  /// After a look that went well: the time that the feed asks for, and up to a tenth more, so that feeds which were
  /// added together do not stay together.
  ///
  /// - Parameters:
  ///   - minutes: how long the feed asks to wait.
  ///   - chance: from 0 up to 1.
  public static func due(afterSuccess now: Int, minutes: Int?, chance: Double) -> Int {
    let asked = minutes.map { min($0, longest) * 60 } ?? usual
    let pause = min(max(asked, shortest), longest)
    return now + pause + Int(Double(pause) * 0.1 * chance)
  }

  /// After a look that went wrong: twice as long as the last time, up to a day, less up to half of it by chance; never
  /// sooner than the server asks.
  ///
  /// - Parameters:
  ///   - failures: how often in a row, this one included.
  ///   - retryAfter: seconds that the server asks to wait.
  ///   - chance: from 0 up to 1.
  public static func due(afterFailure now: Int, failures: Int, retryAfter: Int?, chance: Double) -> Int {
    let doublings = min(max(failures - 1, 0), 16)
    let pause = min(firstPause << doublings, longest)
    let own = pause - Int(Double(pause) * 0.5 * chance)
    let asked = retryAfter.map { $0 + Int(Double($0) * 0.1 * chance) } ?? 0
    return now + max(own, asked)
  }
}
