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

  /// The event as corrected.
  public func applied(to event: Event) -> Event {
    var event = event
    switch self {
    case .date(let date): event.date = date
    case .type(let type): event.type = type
    case .status(let status): event.status = status
    default: break
    }
    return event
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

  /// What it is corrected to, as text that `init(kind:value:)` reads: `range 2024-10-27 2024-10-28`.
  public var value: String {
    switch self {
    case .date(let date):
      ([date.precision.rawValue] + [date.start, date.end].map { $0?.description ?? "-" }).joined(separator: " ")
        + (date.time.map { " \($0)" } ?? "")
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
      guard let date = EventDate(corrected: value) else { return nil }
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

extension EventDate {
  /// A date that a person set: nothing weighed, nothing doubted.
  ///
  /// - Parameter text: precision, first day and last day, a hyphen for an open side, and a time of day where one is known:
  ///   `day 2024-10-24 2024-10-24 14:20`.
  init?(corrected text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 4, let precision = Precision(rawValue: String(parts[0])) else {
      return nil
    }
    let days = parts[1...2].map { CivilDay(iso: String($0)) }
    for (part, day) in zip(parts[1...2], days) where part != "-" && day == nil { return nil }
    var time: ClockTime?
    if parts.count == 4 {
      let clock = parts[3].split(separator: ":").compactMap { Int($0) }
      guard clock.count == 2, let read = ClockTime(hour: clock[0], minute: clock[1]) else { return nil }
      time = read
    }
    self.init(
      start: days[0], end: days[1], precision: precision, basis: .explicit, time: time,
      why: [Why("set by hand")])
  }
}
