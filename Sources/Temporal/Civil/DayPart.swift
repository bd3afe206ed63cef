/// A part of a day as TIMEX3 names it.
public enum DayPart: String, Sendable, Hashable, BitwiseCopyable, CaseIterable {
  /// Until about ten in Indonesian, noon in English.
  case morning = "MO"
  /// Around noon.
  case midday = "MI"
  /// After noon.
  case afternoon = "AF"
  /// Around sunset.
  case evening = "EV"
  /// From nightfall to before midnight.
  case night = "NI"
  /// Daylight.
  case daytime = "DT"

  /// The hour of a twelve-hour clock on a twenty-four-hour one: `4 sore` is 16.
  public func hour(_ hour: Int) -> Int {
    switch self {
    case .morning: hour == 12 ? 0 : hour
    case .midday: hour < 9 ? hour + 12 : hour
    case .afternoon, .evening: hour < 12 ? hour + 12 : hour
    case .night: hour == 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour
    case .daytime: hour
    }
  }
}
