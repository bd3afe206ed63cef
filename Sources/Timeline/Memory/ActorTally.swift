import Temporal

/// Counts who takes part in which entries, over a walk in timeline order.
struct ActorTally {
  private struct Line {
    var count = 0
    var days: [DayCount] = []

    mutating func add(_ day: CivilDay) {
      count += 1
      if day == TimelineKey.undatedDay { return }
      if days.last?.day == day {
        days[days.count - 1].count += 1
      } else {
        days.append(DayCount(day: day, count: 1))
      }
    }
  }

  private var lines: [ActorID: Line] = [:]

  /// One entry with the actors that take part in it, filed under `day`.
  mutating func add(_ actors: Set<ActorID>, on day: CivilDay) {
    for id in actors { lines[id, default: Line()].add(day) }
  }

  /// The most frequent first, then by id. Actors that no article names are left out.
  func summaries(_ known: [ActorID: KnownActor]) -> [ActorSummary] {
    lines.compactMap { id, line in
      guard let actor = known[id] else { return nil }
      return ActorSummary(
        id: id, kind: actor.kind, name: actor.name, aliases: actor.aliases, count: line.count,
        first: line.days.first?.day, last: line.days.last?.day, days: line.days)
    }
    .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }
}

/// An actor over all articles of a timeline.
struct KnownActor: Sendable {
  let kind: ActorKind
  let name: String
  private(set) var aliases: [ActorAlias] = []
  private var seen: Set<String>

  /// The actor as the first article names it.
  init(_ actor: Actor) {
    kind = actor.kind
    name = actor.name
    seen = [actor.name]
  }

  /// Adds the words that an article has for it.
  mutating func add(_ mentions: [ActorMention]) {
    for mention in mentions where seen.insert(mention.text).inserted {
      aliases.append(ActorAlias(text: mention.text, reason: mention.reason))
    }
  }
}
