import Temporal
import Text

/// Something that happened, is claimed, is planned or was said: who, to whom, when, where, who says so, in which words.
public struct Event: Sendable, Hashable {
  /// Names the event within its article: `e1`.
  public var id: String
  /// The type, a row of `types.tsv`.
  public var type: EventType
  /// The subtype, where the type has one.
  public var subtype: String?
  /// Whether it happened, is claimed, planned or said.
  public var status: EventStatus
  /// One line that tells it, in the article's own words.
  public var summary: String
  /// Where it happened.
  public var place: PlaceMention?
  /// When it happened or is to happen.
  public var date: EventDate
  /// When it was said, for what rests on somebody's word.
  public var saidOn: EventDate?
  /// Who takes part.
  public var participants: [Participant]
  /// Who says so.
  public var attribution: Attribution
  /// Numbers with their unit.
  public var figures: [Figure]
  /// The words that prove it.
  public var evidence: Evidence
  /// The statement that reports it, by event id.
  public var reportedIn: String?
  /// The denial of it, by event id.
  public var deniedIn: String?

  /// An event.
  public init(
    id: String, type: EventType, subtype: String? = nil, status: EventStatus, summary: String,
    place: PlaceMention? = nil, date: EventDate, saidOn: EventDate? = nil, participants: [Participant] = [],
    attribution: Attribution = Attribution(), figures: [Figure] = [], evidence: Evidence, reportedIn: String? = nil,
    deniedIn: String? = nil
  ) {
    self.id = id
    self.type = type
    self.subtype = subtype
    self.status = status
    self.summary = summary
    self.place = place
    self.date = date
    self.saidOn = saidOn
    self.participants = participants
    self.attribution = attribution
    self.figures = figures
    self.evidence = evidence
    self.reportedIn = reportedIn
    self.deniedIn = deniedIn
  }
}

/// A type of event by its code in `types.tsv`: `deploy`. What a type is called and how it is drawn, `EventTypeTable`
/// tells.
public struct EventType: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The code.
  public let rawValue: String
  /// A type from its code.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The code.
  public var description: String { rawValue }
}

/// Whether an event is a fact, a claim, a plan or an utterance.
public enum EventStatus: String, Sendable, Hashable, CaseIterable {
  /// The article asserts it in its own voice.
  case happened
  /// It rests on an attributed source.
  case claimed
  /// Future, predicted, scheduled, conditional or promised when it was said.
  case planned
  /// A speech act was performed.
  case statement
}

/// Somebody's part in an event.
public struct Participant: Sendable, Hashable {
  /// Who.
  public var actor: ActorID
  /// The part.
  public var role: Role

  /// A part.
  public init(_ actor: ActorID, _ role: Role) {
    self.actor = actor
    self.role = role
  }
}

/// What part an actor plays.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Says it.
  case speaker
  /// Does it.
  case subject
  /// It is done against them, or is about them.
  case target
  /// It is done to, for or before them.
  case recipient
}

/// Who says that an event is so.
public struct Attribution: Sendable, Hashable {
  /// The last speaker.
  public var speaker: ActorID?
  /// The sources behind the speaker, nearest first.
  public var chain: [ActorID]
  /// The outlet credited: `dilansir Reuters`.
  public var outlet: ActorID?

  /// An attribution.
  public init(speaker: ActorID? = nil, chain: [ActorID] = [], outlet: ActorID? = nil) {
    self.speaker = speaker
    self.chain = chain
    self.outlet = outlet
  }
}

/// A number of an event.
public struct Figure: Sendable, Hashable {
  /// The number; of an order of magnitude (`jutaan`) its lower bound.
  public var value: Double
  /// What is counted: `soldiers`, `killed`, `missiles`.
  public var unit: String
  /// The words.
  public var text: String
  /// Where they stand.
  public var span: TextSpan

  /// A figure.
  public init(value: Double, unit: String, text: String, span: TextSpan) {
    self.value = value
    self.unit = unit
    self.text = text
    self.span = span
  }
}

/// The words that prove an event.
public struct Evidence: Sendable, Hashable {
  /// The sentences or parts of them, the first being the one that tells it.
  public var spans: [TextSpan]
  /// The trigger's words.
  public var trigger: TextSpan

  /// Evidence.
  public init(spans: [TextSpan], trigger: TextSpan) {
    self.spans = spans
    self.trigger = trigger
  }
}

/// A place named by an event.
public struct PlaceMention: Sendable, Hashable {
  /// Its row in the gazetteer; nil where it has none.
  public var id: String?
  /// The name to show.
  public var name: String
  /// Where it is named.
  public var span: TextSpan?

  /// A place.
  public init(id: String? = nil, name: String, span: TextSpan? = nil) {
    self.id = id
    self.name = name
    self.span = span
  }
}
