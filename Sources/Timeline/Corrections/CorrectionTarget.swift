/// What a correction is about.
public enum CorrectionTarget: Sendable, Hashable, LosslessStringConvertible {
  /// An event of an article.
  case event(EventReference)
  /// An actor, wherever it takes part.
  case actor(ActorID)

  /// `9f86d081884c7d65/2811-2815/deploy`, `actor/st.PRK`.
  public var description: String {
    switch self {
    case .event(let reference): reference.description
    case .actor(let id): Self.actorPrefix + id.rawValue
    }
  }

  /// What the text of every actor begins with, and of no event.
  public static let actorPrefix = "actor/"

  /// A target from its text; nil for any other text.
  public init?(_ text: String) {
    if text.hasPrefix(Self.actorPrefix) {
      let id = text.dropFirst(Self.actorPrefix.count)
      if id.isEmpty { return nil }
      self = .actor(ActorID(rawValue: String(id)))
    } else if let reference = EventReference(text) {
      self = .event(reference)
    } else {
      return nil
    }
  }
}
