import Temporal
import Text

/// Something that holds a timeline and answers for it by page, so that nothing waits for its size: a library, or the
/// articles that were given on the command line.
///
/// Every answer is a value of its own time; asked again after an addition it may differ. Methods may be called from any
/// thread.
public protocol TimelineSource: Sendable {
  /// What there is, for a filter: counts and days.
  func overview(_ query: TimelineQuery) throws -> TimelineOverview
  /// At most `limit` entries of the filter, walking from `start` (which is not among them; nil means from the end of
  /// the timeline that lies behind the walk). A walk backward gives its entries in timeline order too.
  func entries(_ query: TimelineQuery, from start: TimelineKey?, _ direction: TimelineDirection, limit: Int) throws
    -> [TimelineEntry]
  /// How many entries of the filter stand before `key`.
  func position(of key: TimelineKey, in query: TimelineQuery) throws -> Int
  /// Everything about one entry; nil where it is gone.
  func detail(of id: Int64) throws -> EntryDetail?
  /// Everything about the entries of a page, in its order; entries that are gone meanwhile are left out.
  func details(of page: [TimelineEntry]) throws -> [EntryDetail]
  /// Who takes part in the entries of the filter, most frequent first.
  func actors(_ query: TimelineQuery) throws -> [ActorSummary]
  /// The entries of the filter by actor, place, type or status, the fullest lane first.
  func lanes(_ query: TimelineQuery, by kind: LaneKind) throws -> [Lane]
  /// The entries of the filter whose date is of more than one day, counted by date, in no order.
  func spreads(_ query: TimelineQuery) throws -> [DateSpread]
}

extension TimelineSource {
  /// The details one by one, for a source that knows no faster way.
  public func details(of page: [TimelineEntry]) throws -> [EntryDetail] {
    try page.compactMap { try detail(of: $0.key.id) }
  }
}

/// Which way a walk goes.
public enum TimelineDirection: Sendable, Hashable {
  /// Towards later entries.
  case forward
  /// Towards earlier entries.
  case backward
}

/// What a timeline holds, in numbers.
public struct TimelineOverview: Sendable, Hashable {
  /// Entries of the whole timeline.
  public var total: Int
  /// Entries that pass the filter.
  public var matching: Int
  /// Of those, entries without any date.
  public var undated: Int
  /// Entries a day over the whole timeline, in order of day, days without any left out, undated ones not among them.
  public var allDays: [DayCount]
  /// The same for the filter.
  public var matchingDays: [DayCount]

  /// An overview.
  public init(total: Int, matching: Int, undated: Int, allDays: [DayCount], matchingDays: [DayCount]) {
    self.total = total
    self.matching = matching
    self.undated = undated
    self.allDays = allDays
    self.matchingDays = matchingDays
  }
}

/// How many entries are filed under a day.
public struct DayCount: Sendable, Hashable {
  /// The day of the entries' keys.
  public var day: CivilDay
  /// How many.
  public var count: Int

  /// A count.
  public init(day: CivilDay, count: Int) {
    self.day = day
    self.count = count
  }
}

/// Everything about one entry.
public struct EntryDetail: Sendable {
  /// The entry.
  public var entry: TimelineEntry
  /// Its mentions, best source first; at least one.
  public var mentions: [EventMention]
  /// What a person says of it, oldest first, without what was taken back.
  public var corrections: [CorrectionRecord] = []

  /// A detail.
  public init(entry: TimelineEntry, mentions: [EventMention]) {
    self.entry = entry
    self.mentions = mentions
  }
}

/// One article's telling of an event.
public struct EventMention: Sendable {
  /// The event as that article tells it.
  public var event: Event
  /// The article.
  public var article: Article
  /// The article's actors, with the places where they are named.
  public var actors: [Actor]
  /// Why this telling was joined with the best one, so that a wrong join can be seen; empty for the best one itself.
  public var joinReasons: [Why]

  /// A mention.
  public init(event: Event, article: Article, actors: [Actor], joinReasons: [Why] = []) {
    self.event = event
    self.article = article
    self.actors = actors
    self.joinReasons = joinReasons
  }
}

/// An actor over a timeline.
public struct ActorSummary: Sendable, Hashable {
  /// The actor.
  public var id: ActorID
  /// The kind.
  public var kind: ActorKind
  /// The name to show.
  public var name: String
  /// Other words that name it, with the reason where they are not simply one of its names.
  public var aliases: [ActorAlias]
  /// Entries that it takes part in.
  public var count: Int
  /// The first day of them, where any is dated.
  public var first: CivilDay?
  /// The last day.
  public var last: CivilDay?
  /// Entries a day, in order of day.
  public var days: [DayCount]

  /// A summary.
  public init(
    id: ActorID, kind: ActorKind, name: String, aliases: [ActorAlias] = [], count: Int, first: CivilDay? = nil,
    last: CivilDay? = nil, days: [DayCount] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.count = count
    self.first = first
    self.last = last
    self.days = days
  }
}

/// Other words for an actor.
public struct ActorAlias: Sendable, Hashable {
  /// The words.
  public var text: String
  /// Why they are the actor, where they are not simply one of its names.
  public var reason: String?

  /// An alias.
  public init(text: String, reason: String? = nil) {
    self.text = text
    self.reason = reason
  }
}
