/// A day of the week. Weeks start on Monday (ISO 8601).
public enum Weekday: Int, Sendable, Hashable, BitwiseCopyable, CaseIterable {
  /// ISO number 1.
  case monday = 1
  /// ISO number 2.
  case tuesday
  /// ISO number 3.
  case wednesday
  /// ISO number 4.
  case thursday
  /// ISO number 5.
  case friday
  /// ISO number 6.
  case saturday
  /// ISO number 7.
  case sunday

  /// The weekday `index` days after Monday; any whole number wraps around.
  public init(index: Int) {
    let wrapped = index % 7
    self = Self.allCases[wrapped < 0 ? wrapped + 7 : wrapped]
  }

  /// Days since Monday, 0 to 6.
  public var index: Int { rawValue - 1 }

  /// The English name, as the steps of an explanation use it.
  public var englishName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][index]
  }
}
