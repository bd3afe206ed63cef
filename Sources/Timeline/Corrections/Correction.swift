import Temporal

/// What a person says against or beside what was read of an event.
public enum Correction: Sendable, Hashable {
  /// The event happened then. The reading stays in the article, and is shown beside it.
  case date(EventDate)
  /// It is of another type.
  case type(EventType)
  /// Its status is another.
  case status(EventStatus)
  /// It is no event; it is shown nowhere but in the history.
  case hide
  /// This article tells another event than the others that it was joined with.
  case split
  /// This article tells the same event as that one.
  case join(EventReference)
  /// Words to keep with it.
  case note(String)
  /// A word to find it by.
  case tag(String)
  /// Worth coming back to.
  case bookmark

  /// Whether the timeline changes by it, and not only what is kept with the event.
  public var changesTimeline: Bool {
    switch self {
    case .note, .tag, .bookmark: false
    default: true
    }
  }
}

extension Correction {
  /// The name of what is corrected.
  public var kind: String {
    switch self {
    case .date: "date"
    case .type: "type"
    case .status: "status"
    case .hide: "hide"
    case .split: "split"
    case .join: "join"
    case .note: "note"
    case .tag: "tag"
    case .bookmark: "bookmark"
    }
  }

  /// What it is corrected to, as text that `init(kind:value:)` reads: `2024-10-27..2024-10-28`.
  public var value: String {
    switch self {
    case .date(let date): date.byHand
    case .type(let type): type.rawValue
    case .status(let status): status.rawValue
    case .join(let reference): reference.description
    case .note(let text), .tag(let text): text
    case .hide, .split, .bookmark: ""
    }
  }

  /// A correction from its text; nil where it is none.
  public init?(kind: String, value: String) {
    switch kind {
    case "date":
      guard let date = EventDate(byHand: value) else { return nil }
      self = .date(date)
    case "type": self = .type(EventType(rawValue: value))
    case "status":
      guard let status = EventStatus(rawValue: value) else { return nil }
      self = .status(status)
    case "hide": self = .hide
    case "split": self = .split
    case "join":
      guard let reference = EventReference(value) else { return nil }
      self = .join(reference)
    case "note": self = .note(value)
    case "tag": self = .tag(value)
    case "bookmark": self = .bookmark
    default: return nil
    }
  }
}
