import Timeline

/// Why a correction cannot be made.
public enum CorrectionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No article of the library tells that event.
  case unknownEvent(EventReference)
  /// No article of the library names that actor.
  case unknownActor(ActorID)
  /// The event is written already.
  case alreadyWritten(EventReference)
  /// The two are one actor already.
  case sameActor(ActorID)
  /// It cannot be said of that.
  case wrongTarget(CorrectionTarget)

  /// What happened and what to do.
  public var description: String {
    switch self {
    case .unknownEvent(let reference):
      "no article of this library tells \(reference); add the article that the correction is about first"
    case .unknownActor(let id): "no article of this library names \(id); linimasa actors lists who is named"
    case .alreadyWritten(let reference): "the event is there already as \(reference); correct it instead"
    case .sameActor(let id): "\(id) is that actor already"
    case .wrongTarget(let target): "that cannot be said of \(target)"
    }
  }
}
