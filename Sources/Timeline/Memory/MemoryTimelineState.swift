import Temporal

/// What a `MemoryTimeline` holds behind its lock.
struct MemoryTimelineState: Sendable {
  /// One entry and where its event is told.
  struct Record: Sendable {
    var entry: TimelineEntry
    var facts: EventFacts
    var article: Int
    var event: Int
  }

  /// The entries that pass a filter, in timeline order, and how many each day has.
  struct Listing: Sendable {
    var order: [Int]
    var days: [DayCount]
    var undated: Int
  }

  private(set) var articles: [AnnotatedArticle] = []
  private(set) var records: [Record] = []
  /// The actors that a folded id, name or alias stands for.
  private var actorsByName: [String: Set<ActorID>] = [:]
  private var listings: [TimelineQuery: Listing] = [:]
  /// A reader asks for few filters at a time; more are forgotten together.
  private static let keptListings = 16

  mutating func append(_ annotated: AnnotatedArticle) {
    let article = articles.count
    articles.append(annotated)
    for (index, event) in annotated.events.enumerated() {
      let entry = TimelineEntry(event, in: annotated.article, actors: annotated.actors, id: Int64(records.count))
      let facts = EventFacts(event, in: annotated.article, actors: annotated.actors)
      records.append(Record(entry: entry, facts: facts, article: article, event: index))
    }
    for actor in annotated.actors {
      for name in [actor.id.rawValue] + actor.names {
        actorsByName[SearchText.name(name), default: []].insert(actor.id)
      }
    }
    listings.removeAll(keepingCapacity: true)
  }

  mutating func listing(_ query: TimelineQuery) -> Listing {
    if let kept = listings[query] { return kept }
    if listings.count >= Self.keptListings { listings.removeAll(keepingCapacity: true) }
    let matcher = QueryMatcher(query) { actorsByName[$0] ?? [] }
    let passing = records.indices.filter { matcher.passes(records[$0].facts) }
    let order = passing.sorted { records[$0].entry.key < records[$1].entry.key }
    var days: [DayCount] = []
    var undated = 0
    for index in order {
      let day = records[index].entry.key.day
      if day == TimelineKey.undatedDay {
        undated += 1
      } else if days.last?.day == day {
        days[days.count - 1].count += 1
      } else {
        days.append(DayCount(day: day, count: 1))
      }
    }
    let listing = Listing(order: order, days: days, undated: undated)
    listings[query] = listing
    return listing
  }

  /// How many entries at the front of `order` have keys before `key`, or before and at it; found by halving.
  func count(_ order: [Int], before key: TimelineKey, including: Bool = false) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      let other = records[order[middle]].entry.key
      if other < key || (including && other == key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
