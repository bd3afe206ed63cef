/// Why a correction from elsewhere was not made here.
public enum CorrectionConflict: Sendable, Hashable {
  /// The same thing was corrected otherwise here.
  case correctedOtherwise(here: CorrectionRecord)
  /// It was made here too, and taken back.
  case takenBack(here: CorrectionRecord)
  /// No article here tells the event.
  case unknownEvent
  /// No article here names the actor.
  case unknownActor(ActorID)
  /// It cannot be said of that.
  case refused(String)

  /// What is in the way, in one line.
  public var description: String {
    switch self {
    case .correctedOtherwise(let here):
      "corrected otherwise here: \(here.correction.kind) \(here.correction.value) (\(here.author), \(here.made))"
    case .takenBack(let here): "taken back here (number \(here.id) of the history)"
    case .unknownEvent: "no article here tells this event"
    case .unknownActor(let id): "no article here names \(id)"
    case .refused(let reason): reason
    }
  }
}
