import Temporal
import Text

/// What is compared to tell whether two reports tell one event.
public struct JoinProfile: Sendable {
  /// The type.
  public var type: EventType
  /// The subtype.
  public var subtype: String?
  /// The status.
  public var status: EventStatus
  /// When.
  public var date: EventDate
  /// Who takes part, and how.
  public var participants: [Participant]
  /// The place's id, or where it has none its name, folded.
  public var place: String?
  /// The numbers.
  public var figures: [FigureValue]
  /// Hashes of the summary's words of four letters and more.
  public var words: Set<Int>

  /// A number with what it counts.
  public struct FigureValue: Sendable, Hashable {
    /// What is counted.
    public var unit: String
    /// The number.
    public var value: Double

    /// A number of something.
    public init(unit: String, value: Double) {
      self.unit = unit
      self.value = value
    }
  }

  /// A profile from its parts, as a library keeps them.
  public init(
    type: EventType, subtype: String?, status: EventStatus, date: EventDate, participants: [Participant],
    place: PlaceMention?, figures: [FigureValue], summary: String
  ) {
    self.type = type
    self.subtype = subtype
    self.status = status
    self.date = date
    self.participants = participants
    self.place = place.map { SearchText.name($0.id ?? $0.name) }
    self.figures = figures
    words = Set(SearchText.words(of: summary).lazy.filter { $0.utf8.count >= 4 }.map(\.hashValue))
  }

  /// The profile of an event.
  public init(_ event: Event) {
    self.init(
      type: event.type, subtype: event.subtype, status: event.status, date: event.date,
      participants: event.participants, place: event.place,
      figures: event.figures.map { FigureValue(unit: $0.unit, value: $0.value) }, summary: event.summary)
  }

  /// The profile of an entry after one more report: the better one's, with everyone whom the entry names.
  ///
  /// - Parameter entry: the entry as joined.
  public func joined(by report: JoinProfile, isBetter: Bool, as entry: TimelineEntry) -> JoinProfile {
    var profile = isBetter ? report : self
    profile.place = profile.place ?? (isBetter ? place : report.place)
    profile.participants = entry.actors.map { Participant($0.id, $0.role) }
    return profile
  }

  /// Whether the two share a key by which candidates are found: an actor, or where neither has any, the place.
  public func sharesKey(with other: JoinProfile) -> Bool {
    if participants.isEmpty || other.participants.isEmpty {
      return participants.isEmpty && other.participants.isEmpty && place != nil && place == other.place
    }
    return !actors(Set(Role.allCases)).isDisjoint(with: other.actors(Set(Role.allCases)))
  }

  /// The actors that play one of some parts.
  func actors(_ roles: Set<Role>) -> Set<ActorID> {
    Set(participants.lazy.filter { roles.contains($0.role) }.map(\.actor))
  }

  /// The day by which candidates are found; nil for an event that no day ties down, which is never joined. What happened
  /// before a report of that day is tied to the report's day: most of what is said is told so.
  public var joinDay: CivilDay? {
    switch date.precision {
    case .day, .range: date.start ?? date.end
    case .before: date.end
    default: nil
    }
  }

  /// The days on which a report of the same event may be filed.
  public var joinDays: [CivilDay] { joinDay.map { [$0 - 1, $0, $0 + 1] } ?? [] }
}
