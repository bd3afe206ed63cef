/// A column of the timeline's list that can be shown or left out. Day, date, mark and summary always stand there.
public enum ListColumn: String, Sendable, Hashable, CaseIterable {
  /// The name of the event's type.
  case type
  /// Who does it, as far as it is known.
  case actor
  /// Where it happened.
  case place
  /// How sure the date is, in percent.
  case confidence
  /// The first outlet, and how many more there are.
  case sources

  /// What is shown where nothing else is asked for.
  public static let standard: [ListColumn] = [.type, .sources]

  /// How many columns of the screen it takes, the blank beside it among them.
  var width: Int {
    switch self {
    case .type: 12
    case .actor: 17
    case .place: 13
    case .confidence: 5
    case .sources: 13
    }
  }

  /// Whether it stands left of the summary.
  var isLeft: Bool { self == .type || self == .actor }
}
