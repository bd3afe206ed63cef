import Temporal

/// Counts who takes part in which entries, over a walk in timeline order.
struct ActorTally {
  private struct Line {
    var actor: Actor
    var count = 0
    var days: [DayCount] = []
    var aliases: [String: ActorAlias] = [:]
    var aliasOrder: [String] = []
  }

  private var lines: [ActorID: Line] = [:]

  /// One entry with the actors that take part in it, filed under `day`. `actors` are those of the article that tells it.
  mutating func add(_ ids: [ActorID], of actors: [Actor], on day: CivilDay) {
    for id in ids {
      guard let actor = actors.first(where: { $0.id == id }) else { continue }
      var line = lines[id] ?? Line(actor: actor)
      line.count += 1
      if day != TimelineKey.undatedDay {
        if line.days.last?.day == day {
          line.days[line.days.count - 1].count += 1
        } else {
          line.days.append(DayCount(day: day, count: 1))
        }
      }
      for mention in actor.mentions where mention.text != line.actor.name && line.aliases[mention.text] == nil {
        line.aliases[mention.text] = ActorAlias(text: mention.text, reason: mention.reason)
        line.aliasOrder.append(mention.text)
      }
      lines[id] = line
    }
  }

  /// The most frequent first, then by id.
  var summaries: [ActorSummary] {
    lines.values.map { line in
      ActorSummary(
        id: line.actor.id, kind: line.actor.kind, name: line.actor.name,
        aliases: line.aliasOrder.compactMap { line.aliases[$0] }, count: line.count, first: line.days.first?.day,
        last: line.days.last?.day, days: line.days)
    }
    .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }
}
