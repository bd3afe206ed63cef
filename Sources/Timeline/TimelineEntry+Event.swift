import Temporal

extension TimelineEntry {
  /// The row of an event that one article tells.
  public init(_ event: Event, in article: Article, actors: [Actor], id: Int64) {
    let names = Dictionary(actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    self.init(
      key: TimelineKey(date: event.date, id: id), type: event.type, status: event.status,
      date: event.date.withoutSteps,
      summary: event.summary, actors: Self.named(event.participants, names), place: event.place?.name,
      outlets: article.outlet.map { [$0] } ?? [], isDenied: event.deniedIn != nil)
  }

  /// Participants with their names, speakers first, then in the event's order.
  private static func named(_ participants: [Participant], _ names: [ActorID: String]) -> [NamedActor] {
    let speakers = participants.filter { $0.role == .speaker }
    let others = participants.filter { $0.role != .speaker }
    return (speakers + others).map {
      NamedActor(id: $0.actor, role: $0.role, name: names[$0.actor] ?? $0.actor.rawValue)
    }
  }
}
