import Text
import Timeline

/// One row of `triggers.*.tsv`: what a verb and its noun tell.
struct TriggerRow: Sendable {
  /// What it tells; nil for a row of words that tell nothing.
  let type: EventType?
  /// How, where the type has kinds.
  let subtype: String?
  /// Classes of things of which one must stand near by; none where the word tells alone.
  let objects: UInt64
  /// The parts that the doer and the sufferer play.
  let frame: RoleFrame
  /// How what depends on it is to be read.
  let scope: ReportScope

  /// Whether its subject says something.
  var reports: Bool { frame.doer == .speaker || type == EventType(rawValue: "briefing") }
}

/// How a trigger is written where it is found.
enum TriggerForm: Int32, Sendable, CaseIterable {
  /// A verb whose subject does it.
  case active
  /// A verb whose subject suffers it.
  case passive
  /// A reporting verb behind what is said.
  case postposed
  /// A noun.
  case noun
}

/// What a trigger makes of the clause that depends on it.
enum ReportScope: Sendable {
  /// It takes no such clause.
  case none
  /// The clause is told on the word of the speaker.
  case claim
  /// The clause is wanted, threatened, refused or promised: nothing in it is told as a fact.
  case irrealis
  /// The clause is denied.
  case denial
}

/// The parts that the two sides of a trigger play.
struct RoleFrame: Sendable {
  /// Of who does it.
  let doer: Role
  /// Of whom it is done to.
  let sufferer: Role
  /// Whether the doer's side is told by the object: an intercepted attack is its sender's.
  let isReversed: Bool

  /// The frame of a type.
  init(type: String, subtype: String) {
    switch type {
    case "statement", "accuse", "threaten", "demand", "reject": (doer, sufferer) = (.speaker, .target)
    case "briefing", "consult", "supply", "deploy": (doer, sufferer) = (.subject, .recipient)
    case "agree": (doer, sufferer) = (.subject, .subject)
    default: (doer, sufferer) = (.subject, .target)
    }
    isReversed = subtype == "intercept"
  }
}
