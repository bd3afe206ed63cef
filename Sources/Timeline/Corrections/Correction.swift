import Temporal

/// What a person says against or beside what was read: of an event, or of an actor.
public enum Correction: Sendable, Hashable {
  /// The event happened then. The reading stays in the article, and is shown beside it.
  case date(EventDate)
  /// It is of another type.
  case type(EventType)
  /// Its status is another.
  case status(EventStatus)
  /// One more actor takes part in it.
  case addActor(NamedActor)
  /// That actor takes no part in it.
  case removeActor(ActorID)
  /// That actor's part in it is this one and no other.
  case role(ActorID, Role)
  /// It is no event; it is shown nowhere but in the history.
  case hide
  /// This article tells another event than the others that it was joined with.
  case split
  /// This article tells the same event as that one.
  case join(EventReference)
  /// An event that a person has written, with its source.
  case write(WrittenEvent)
  /// Words to keep with it; no words take them away.
  case note(String)
  /// A word to find it by.
  case tag(String)
  /// That word no longer.
  case untag(String)
  /// Whether it is worth coming back to.
  case bookmark(Bool)
  /// Whether it has been read.
  case read(Bool)
  /// The actor is the same as that one.
  case merge(ActorID)
  /// Where these words name the actor, another one is meant, who is called so.
  case splitName(String)

  /// Whether the timeline changes by it, and not only what is kept with the event.
  public var changesTimeline: Bool {
    switch self {
    case .note, .tag, .untag, .bookmark, .read: false
    default: true
    }
  }

  /// Whether it says which articles tell one event.
  public var movesEvent: Bool {
    switch self {
    case .split, .join: true
    default: false
    }
  }

  /// Whether it is said of an actor, and not of an event.
  public var isAboutActor: Bool {
    switch self {
    case .merge, .splitName: true
    default: false
    }
  }

  /// What it decides: of several corrections of one event that decide the same thing, the last one holds.
  public var subject: String {
    switch self {
    case .split, .join: "grouping"
    case .addActor(let actor): "actor \(actor.id)"
    case .removeActor(let id), .role(let id, _): "actor \(id)"
    case .tag(let word), .untag(let word): "tag \(word)"
    case .splitName(let words): "name \(words)"
    default: kind
    }
  }
}
