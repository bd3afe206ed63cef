import Temporal

/// How an event is read otherwise than before.
public enum EventChange: Sendable, Hashable {
  /// It was not found before.
  case gained(Event)
  /// It is found no more.
  case lost(Event)
  /// It is told otherwise.
  case changed(Event, Event)

  /// What of an event can change.
  public enum Aspect: String, Sendable, Hashable, CaseIterable {
    case gained, lost, date, type, status, actors, place
  }

  /// What has changed.
  public var aspects: [Aspect] {
    switch self {
    case .gained: return [.gained]
    case .lost: return [.lost]
    case .changed(let old, let new):
      var aspects: [Aspect] = []
      if !Self.hasSameDays(old.date, new.date) { aspects.append(.date) }
      if old.type != new.type { aspects.append(.type) }
      if old.status != new.status { aspects.append(.status) }
      if Set(old.participants) != Set(new.participants) { aspects.append(.actors) }
      if old.place?.name != new.place?.name { aspects.append(.place) }
      return aspects
    }
  }

  /// The change in lines for people: `date: 24 Oct 2024 -> Oct 2024  Shells fall on the harbor`.
  public var lines: [String] {
    switch self {
    case .gained(let event): return ["gained: \(Self.told(event))"]
    case .lost(let event): return ["lost: \(Self.told(event))"]
    case .changed(let old, let new):
      return aspects.map { aspect in
        let (from, to) = (Self.value(aspect, old), Self.value(aspect, new))
        return "\(aspect.rawValue): \(from) -> \(to)  \(new.summary)"
      }
    }
  }

  static func hasSameDays(_ a: EventDate, _ b: EventDate) -> Bool {
    a.start == b.start && a.end == b.end && a.precision == b.precision && a.time == b.time
  }

  private static func told(_ event: Event) -> String {
    "\(DateLabel(event.date).short)  \(event.type)  \(event.summary)"
  }

  private static func value(_ aspect: Aspect, _ event: Event) -> String {
    switch aspect {
    case .date: DateLabel(event.date).short
    case .type: event.type.rawValue
    case .status: event.status.rawValue
    case .place: event.place?.name ?? "-"
    case .actors:
      event.participants.isEmpty
        ? "-" : event.participants.map { "\($0.actor) \($0.role.rawValue)" }.sorted().joined(separator: ", ")
    case .gained, .lost: ""
    }
  }
}
