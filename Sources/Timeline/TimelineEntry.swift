import Temporal

/// One row of a timeline: what a list shows of an event, and where it stands in the order.
public struct TimelineEntry: Sendable, Hashable {
  /// Where the entry stands.
  public var key: TimelineKey
  /// The event's type.
  public var type: EventType
  /// The event's status.
  public var status: EventStatus
  /// When, without the sentences that explain it: those are in the entry's detail.
  public var date: EventDate
  /// One line that tells it.
  public var summary: String
  /// Who takes part, speakers first, each with the name to show.
  public var actors: [NamedActor]
  /// The place's name.
  public var place: String?
  /// The names of the outlets that report it, at least one where any is known.
  public var outlets: [String]
  /// How many articles report it.
  public var sourceCount: Int
  /// Whether those articles disagree on day or figures.
  public var sourcesDisagree: Bool
  /// Whether another event denies it.
  public var isDenied: Bool
  /// Whether a person has corrected what is shown; what was read stands in the detail's mentions.
  public var isCorrected: Bool

  /// What a person keeps with it.
  public var remarks: EventRemarks

  /// An entry.
  public init(
    key: TimelineKey, type: EventType, status: EventStatus, date: EventDate, summary: String,
    actors: [NamedActor] = [], place: String? = nil, outlets: [String] = [], sourceCount: Int = 1,
    sourcesDisagree: Bool = false, isDenied: Bool = false, isCorrected: Bool = false,
    remarks: EventRemarks = EventRemarks()
  ) {
    self.key = key
    self.type = type
    self.status = status
    self.date = date
    self.summary = summary
    self.actors = actors
    self.place = place
    self.outlets = outlets
    self.sourceCount = sourceCount
    self.sourcesDisagree = sourcesDisagree
    self.isDenied = isDenied
    self.isCorrected = isCorrected
    self.remarks = remarks
  }
}

/// An actor as a row names it.
public struct NamedActor: Sendable, Hashable {
  /// The actor.
  public var id: ActorID
  /// The part.
  public var role: Role
  /// The name to show.
  public var name: String

  /// An actor with a name and a part.
  public init(id: ActorID, role: Role, name: String) {
    self.id = id
    self.role = role
    self.name = name
  }
}

/// The place of an entry in a timeline's order: by day, then from exact to vague, then by id.
///
/// An event of unknown day stands at the end of its month, one of unknown month at the end of its year, `before` at
/// its last day, `after` at its first, and what has no date at the very end: never on a first of a month that no text
/// named.
public struct TimelineKey: Sendable, Hashable, Comparable {
  /// The day that the entry is filed under; `undatedDay` for none.
  public let day: CivilDay
  /// Order within the day: minutes for a clock time, then plain days, ranges, periods, months, years, before, after.
  public let rank: Int16
  /// The entry's id in its source.
  public let id: Int64

  /// The day under which undated entries are filed: after every day that can be written.
  public static let undatedDay = CivilDay(number: .max)

  /// A key from its parts, as a source stores it.
  public init(day: CivilDay, rank: Int16, id: Int64) {
    self.day = day
    self.rank = rank
    self.id = id
  }

  /// The key of an event with that date.
  public init(date: EventDate, id: Int64) {
    self.id = id
    let minutesOfDay: Int16 = 1440
    switch date.precision {
    case .day:
      day = date.start ?? date.end ?? Self.undatedDay
      rank = date.time.map { Int16($0.minute) } ?? minutesOfDay
    case .range:
      day = date.start ?? date.end ?? Self.undatedDay
      rank = minutesOfDay + 1
    case .period:
      day = date.end ?? date.start ?? Self.undatedDay
      rank = minutesOfDay + 2
    case .month:
      day = date.end ?? date.start ?? Self.undatedDay
      rank = minutesOfDay + 3
    case .year:
      day = date.end ?? date.start ?? Self.undatedDay
      rank = minutesOfDay + 4
    case .before:
      day = date.end ?? Self.undatedDay
      rank = minutesOfDay + 5
    case .after:
      day = date.start ?? Self.undatedDay
      rank = minutesOfDay + 6
    case .none:
      day = Self.undatedDay
      rank = minutesOfDay + 7
    }
  }

  /// Before every key of a day.
  public static func start(of day: CivilDay) -> TimelineKey { TimelineKey(day: day, rank: .min, id: .min) }

  /// After every key.
  public static let end = TimelineKey(day: undatedDay, rank: .max, id: .max)

  /// By day, then rank, then id.
  public static func < (a: TimelineKey, b: TimelineKey) -> Bool {
    (a.day, a.rank, a.id) < (b.day, b.rank, b.id)
  }
}
