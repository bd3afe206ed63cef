import Text

/// What a person says of who is who, over all articles: two actors are one, or some words name another one.
public struct ActorChange: Sendable, Hashable {
  /// The actor that is changed.
  public var actor: ActorID
  /// The actor that takes its place.
  public var successor: Actor
  /// The words that name the successor, where only they do.
  public var words: String?

  /// One actor is the same as another.
  public static func merge(_ actor: ActorID, into other: Actor) -> ActorChange {
    ActorChange(actor: actor, successor: other, words: nil)
  }

  /// Some words name another actor, who is of the same kind and is called so.
  ///
  /// - Parameter kind: the kind of the actor whose words they were.
  public static func split(_ words: String, from actor: ActorID, kind: ActorKind) -> ActorChange {
    ActorChange(actor: actor, successor: Actor(id: actor.sibling(called: words), kind: kind, name: words), words: words)
  }

  /// The correction with every actor that was merged named as what it has become.
  public static func renamed(_ correction: Correction, by changes: [ActorChange]) -> Correction {
    changes.filter { $0.words == nil }.reduce(correction) { correction, change in
      let heir = change.successor
      return switch correction {
      case .addActor(let actor) where actor.id == change.actor:
        .addActor(NamedActor(id: heir.id, role: actor.role, name: heir.name))
      case .removeActor(change.actor): .removeActor(heir.id)
      case .role(change.actor, let role): .role(heir.id, role)
      default: correction
      }
    }
  }

  /// The reason that is shown beside words that came to an actor by hand.
  public static let reason = "joined by hand"

  /// Whether words name the successor.
  func moves(_ name: String) -> Bool {
    guard let words else { return true }
    return SearchText.name(name) == SearchText.name(words)
  }
}

extension ActorID {
  /// The id of another actor of the same kind: `per.mark-root` beside `per.mark-rutte`.
  public func sibling(called name: String) -> ActorID {
    let prefix = rawValue.prefix { $0 != "." }
    return ActorID(rawValue: "\(prefix).\(SearchText.words(of: name).joined(separator: "-"))")
  }
}

extension AnnotatedArticle {
  /// The article with its actors as a person sees them. Changes are made one after the other.
  public func applying(_ changes: [ActorChange]) -> AnnotatedArticle {
    changes.reduce(self) { $0.applying($1) }
  }

  private func applying(_ change: ActorChange) -> AnnotatedArticle {
    guard let index = actors.firstIndex(where: { $0.id == change.actor }) else { return self }
    var result = self
    let old = actors[index]
    var moved = old.mentions.filter { change.moves($0.text) }
    if change.words != nil, moved.isEmpty { return self }
    let rest = old.mentions.filter { !change.moves($0.text) }
    // Descriptions and pronouns alone name nobody: they go with the name that they stand for.
    let isGone = rest.allSatisfy { $0.reason != nil }
    if isGone {
      moved = old.mentions
      result.actors.remove(at: index)
    } else {
      result.actors[index].mentions = rest
    }
    if change.words == nil { for at in moved.indices { moved[at].reason = moved[at].reason ?? ActorChange.reason } }
    result.add(moved, of: change.successor)
    let heir = change.successor.id
    result.events = events.map { event in
      isGone || event.names(old, onlyBy: change) ? event.replacing(old.id, by: heir) : event
    }
    return result
  }

  private mutating func add(_ mentions: [ActorMention], of actor: Actor) {
    if let index = actors.firstIndex(where: { $0.id == actor.id }) {
      actors[index].mentions = (actors[index].mentions + mentions).sorted { $0.span.start < $1.span.start }
    } else {
      var actor = actor
      actor.mentions = mentions
      actors.append(actor)
    }
  }
}

extension Event {
  /// Whether the event names an actor by words that mean another one, and by no others; where its evidence names the
  /// actor by no words at all, nothing can be told, and the actor stays.
  fileprivate func names(_ actor: Actor, onlyBy change: ActorChange) -> Bool {
    let inside = actor.mentions.filter { mention in evidence.spans.contains { $0.contains(mention.span) } }
    return !inside.isEmpty && inside.allSatisfy { change.moves($0.text) }
  }

  /// The event with one actor in another's place.
  fileprivate func replacing(_ old: ActorID, by new: ActorID) -> Event {
    func heir(_ id: ActorID) -> ActorID { id == old ? new : id }
    var event = self
    var seen: Set<Participant> = []
    event.participants = participants.map { Participant(heir($0.actor), $0.role) }.filter { seen.insert($0).inserted }
    event.attribution.speaker = attribution.speaker.map(heir)
    event.attribution.chain = attribution.chain.map(heir)
    event.attribution.outlet = attribution.outlet.map(heir)
    return event
  }
}
