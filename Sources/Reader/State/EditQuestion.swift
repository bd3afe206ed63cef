import Timeline

/// What is asked before something is corrected, with what has been answered so far. An event is known by its entry, whose
/// details may still be on their way while the answer is typed.
enum EditQuestion: Sendable, Hashable {
  /// When it happened.
  case date(Int64)
  /// Of which type it is.
  case type(Int64)
  /// Its status.
  case status(Int64)
  /// What is wrong with who takes part.
  case actors(Int64)
  /// Who else takes part, in that part.
  case newActor(Int64, Role)
  /// With which event it is one.
  case join(Int64)
  /// The note to keep.
  case note(Int64)
  /// The tag to give or take away.
  case tag(Int64)
  /// With which actor it is one.
  case merge(ActorID)
  /// Which of its names means another.
  case splitName(ActorID)
  /// The type of an event that is written.
  case writeType
  /// What happened.
  case writeSummary(EventType)
  /// When it happened.
  case writeDate(EventType, summary: String)
  /// The source's address, or its words.
  case writeSource(EventType, summary: String, date: String)

  /// The key of the text before the answer.
  var labelKey: String {
    switch self {
    case .date: "edit.date"
    case .type, .writeType: "edit.type"
    case .status: "edit.status"
    case .actors: "edit.actors"
    case .newActor(_, let role): "edit.newActor.\(role.rawValue)"
    case .join: "edit.join"
    case .note: "edit.note"
    case .tag: "edit.tag"
    case .merge: "edit.merge"
    case .splitName: "edit.splitName"
    case .writeSummary: "edit.summary"
    case .writeDate: "edit.date"
    case .writeSource: "edit.source"
    }
  }
}
