import Temporal

/// What a `MemoryTimeline` holds behind its lock.
struct MemoryTimelineState: Sendable {
  /// One entry and where its event is told.
  struct Record: Sendable {
    var entry: TimelineEntry
    var facts: EventFacts
    var profile: JoinProfile
    /// Article and number of the event in it.
    var mentions: [(article: Int, event: Int)]
  }

  /// The entries that pass a filter, in timeline order, and how many each day has.
  struct Listing: Sendable {
    var order: [Int]
    var days: [DayCount]
    var undated: Int
  }

  private(set) var articles: [AnnotatedArticle] = []
  private(set) var actors: [ActorID: KnownActor] = [:]
  private(set) var records: [Record] = []
  /// The actors that a folded id, name or alias stands for.
  private var actorsByName: [String: Set<ActorID>] = [:]
  private var joins = JoinIndex()
  private var listings: [TimelineQuery: Listing] = [:]
  /// A reader asks for few filters at a time; more are forgotten together.
  private static let keptListings = 16

  mutating func append(_ annotated: AnnotatedArticle) {
    let article = articles.count
    articles.append(annotated)
    for (index, event) in annotated.events.enumerated() {
      let entry = TimelineEntry(event, in: annotated.article, actors: annotated.actors, id: Int64(records.count))
      let facts = EventFacts(event, in: annotated.article, actors: annotated.actors)
      let profile = JoinProfile(event)
      if let known = record(toJoin: profile, of: article) {
        join(known, entry, facts, profile)
        records[known].mentions.append((article, index))
      } else {
        joins.insert(profile, entry: records.count)
        records.append(Record(entry: entry, facts: facts, profile: profile, mentions: [(article, index)]))
      }
    }
    for actor in annotated.actors {
      actors[actor.id, default: KnownActor(actor)].add(actor.mentions)
      for name in [actor.id.rawValue] + actor.names {
        actorsByName[SearchText.name(name), default: []].insert(actor.id)
      }
    }
    listings.removeAll(keepingCapacity: true)
  }

  /// The record that tells the same event in other articles, with the strongest reasons.
  private func record(toJoin profile: JoinProfile, of article: Int) -> Int? {
    var best: (record: Int, weight: Double)?
    for candidate in joins.candidates(profile) where records[candidate].mentions.last?.article != article {
      guard let reasons = EventJoiner.reasons(records[candidate].profile, profile) else { continue }
      let weight = EventJoiner.weight(of: reasons)
      if weight > best?.weight ?? -1 { best = (candidate, weight) }
    }
    return best?.record
  }

  private mutating func join(_ index: Int, _ entry: TimelineEntry, _ facts: EventFacts, _ profile: JoinProfile) {
    let disagrees = EventJoiner.disagree(records[index].profile, profile)
    let isBetter = records[index].entry.yields(to: entry)
    records[index].entry = records[index].entry.joined(by: entry, disagrees: disagrees)
    records[index].facts.add(facts, isBetter: isBetter)
    records[index].profile = records[index].profile.joined(by: profile, isBetter: isBetter, as: records[index].entry)
    joins.insert(records[index].profile, entry: index)
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
