import Temporal

/// What a timeline is cut into lanes by.
public enum LaneKind: String, Sendable, Hashable, CaseIterable {
  /// A lane for each actor.
  case actor
  /// A lane for each place.
  case place
  /// A lane for each type of event.
  case type
  /// A lane for each status.
  case status
}

/// One lane of a timeline: the entries of an actor, at a place or of a type, by day.
public struct Lane: Sendable, Hashable {
  /// What an entry of the lane passes.
  public var condition: QueryTerm.Condition
  /// The name to show; a type's or status' is its code.
  public var name: String
  /// How many entries it has.
  public var count: Int
  /// Entries a day, in order of day; undated ones are left out.
  public var days: [DayCount]

  /// A lane.
  public init(_ condition: QueryTerm.Condition, name: String, count: Int, days: [DayCount]) {
    self.condition = condition
    self.name = name
    self.count = count
    self.days = days
  }

  /// The lane of an actor.
  public init(_ actor: ActorSummary) {
    self.init(.actor(actor.id.rawValue), name: actor.name, count: actor.count, days: actor.days)
  }
}

/// Counts entries by lane, over a walk in the order of days.
public struct LaneTally<Name: Hashable & Comparable> {
  private var lanes: [Name: (count: Int, days: [DayCount])] = [:]

  /// A tally of nothing.
  public init() {}

  /// Adds entries of a lane that are filed under a day.
  public mutating func add(_ name: Name, on day: CivilDay, count: Int = 1) {
    var lane = lanes[name] ?? (0, [])
    lane.count += count
    if day != TimelineKey.undatedDay {
      if lane.days.last?.day == day {
        lane.days[lane.days.count - 1].count += count
      } else {
        lane.days.append(DayCount(day: day, count: count))
      }
    }
    lanes[name] = lane
  }

  /// The lanes, the fullest first, then by name.
  ///
  /// - Parameter describe: what an entry of the lane passes and the name to show; nil leaves the lane out.
  public func lanes(_ describe: (Name) throws -> (QueryTerm.Condition, String)?) rethrows -> [Lane] {
    try lanes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap { name, lane in
      try describe(name).map { Lane($0.0, name: $0.1, count: lane.count, days: lane.days) }
    }
  }
}
