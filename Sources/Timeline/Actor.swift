import Text

/// Names an actor everywhere: `st.PRK`, `per.mark-rutte`. The prefix tells the kind.
public struct ActorID: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Prefix, dot, slug.
  public let rawValue: String
  /// An id from its text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Prefix, dot, slug.
  public var description: String { rawValue }
  /// By text.
  public static func < (a: ActorID, b: ActorID) -> Bool { a.rawValue < b.rawValue }
}

/// What sort of actor one is.
public enum ActorKind: String, Sendable, Hashable, CaseIterable {
  /// A UN member or observer state, or a territory treated as one.
  case state
  /// A human being.
  case person
  /// An intergovernmental organization.
  case igo
  /// A non-governmental organization.
  case ngo
  /// An armed group outside a state's forces.
  case armedGroup = "armed_group"
  /// A named state force.
  case force
  /// An agency or ministry.
  case agency
  /// A news outlet.
  case media
  /// A coalition.
  case coalition
  /// A company.
  case company
  /// People as a group: civilians, refugees.
  case population
  /// Anything else, named or not.
  case other
}

/// An actor of one article and every place where it is named there.
public struct Actor: Sendable, Hashable {
  /// The actor's id.
  public var id: ActorID
  /// The kind.
  public var kind: ActorKind
  /// The name to show.
  public var name: String
  /// Whom the actor belongs to.
  public var parent: ActorID?
  /// Where it is named, in the order of the text.
  public var mentions: [ActorMention]

  /// An actor.
  public init(id: ActorID, kind: ActorKind, name: String, parent: ActorID? = nil, mentions: [ActorMention] = []) {
    self.id = id
    self.kind = kind
    self.name = name
    self.parent = parent
    self.mentions = mentions
  }
}

/// One place where an actor is named.
public struct ActorMention: Sendable, Hashable {
  /// Where.
  public var span: TextSpan
  /// The words as written.
  public var text: String
  /// Why these words are this actor, where they are not simply one of its names: `Mark Root` is read as a misspelt
  /// `Mark Rutte`. Shown to the reader, who may undo it.
  public var reason: String?

  /// A mention.
  public init(span: TextSpan, text: String, reason: String? = nil) {
    self.span = span
    self.text = text
    self.reason = reason
  }
}
