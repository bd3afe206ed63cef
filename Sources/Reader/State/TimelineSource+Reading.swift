import Temporal
import Timeline

extension TimelineSource {
  /// A run of entries around a place.
  func page(_ query: TimelineQuery, around anchor: Effect.Anchor) throws -> EntryPage {
    let limit = EntryPage.usualSize
    switch anchor {
    case .first:
      let entries = try entries(query, from: nil, .forward, limit: limit)
      return EntryPage(entries: entries, offset: 0, reachesStart: true, reachesEnd: entries.count < limit)
    case .last:
      let entries = try entries(query, from: nil, .backward, limit: limit)
      let offset = try entries.first.map { try position(of: $0.key, in: query) } ?? 0
      return EntryPage(entries: entries, offset: offset, reachesStart: entries.count < limit, reachesEnd: true)
    case .key(let key):
      let before = try entries(query, from: key, .backward, limit: limit)
      // A walk leaves its start out, and that entry is the one that is wanted.
      let justBefore = TimelineKey(day: key.day, rank: key.rank, id: key.id == .min ? .min : key.id - 1)
      let after = try entries(query, from: justBefore, .forward, limit: limit)
      let offset = try (before.first ?? after.first).map { try position(of: $0.key, in: query) } ?? 0
      return EntryPage(
        entries: before + after, offset: offset, reachesStart: before.count < limit, reachesEnd: after.count < limit)
    }
  }

  /// The run that follows a key.
  func extend(_ query: TimelineQuery, from key: TimelineKey, _ direction: TimelineDirection) throws -> EntryPage {
    let limit = EntryPage.usualSize
    let entries = try entries(query, from: key, direction, limit: limit)
    let isEnd = entries.count < limit
    return EntryPage(
      entries: entries, offset: 0, reachesStart: direction == .backward && isEnd,
      reachesEnd: direction == .forward && isEnd)
  }

  /// Where an entry stands among those of an actor in the filter.
  func neighbors(_ query: TimelineQuery, of actor: ActorID, at key: TimelineKey) throws -> ActorNeighbors {
    let own = TimelineQuery(terms: query.terms + [QueryTerm(.actor(actor.rawValue))])
    return ActorNeighbors(
      actor: actor, key: key, position: try position(of: key, in: own), total: try position(of: .end, in: own),
      previous: try entries(own, from: key, .backward, limit: 1).last,
      next: try entries(own, from: key, .forward, limit: 1).first)
  }

  /// How many entries of a day each hour has. What is only known to lie in a longer time is not counted.
  func hours(_ query: TimelineQuery, of day: CivilDay) throws -> [HourCount] {
    let limit = EntryPage.usualSize
    var counts: [HourCount: Int] = [:]
    var start = TimelineKey.start(of: day)
    while true {
      let page = try entries(query, from: start, .forward, limit: limit)
      for entry in page where entry.key.day == day {
        if let bounds = entry.date.bounds, bounds.first != bounds.last, entry.key.precision != .range { continue }
        let hour = entry.key.rank < 1440 ? Int(entry.key.rank) / 60 : HistogramPlace.unknownHour
        counts[HourCount(hour: hour, status: entry.status, count: 0), default: 0] += 1
      }
      guard page.count == limit, let last = page.last, last.key.day == day else { break }
      start = last.key
    }
    return counts.map { HourCount(hour: $0.hour, status: $0.status, count: $1) }
  }

  /// The nearest entry with these words; past the end the search goes on from the other one.
  func find(
    _ words: String, in query: TimelineQuery, from key: TimelineKey?, _ direction: TimelineDirection
  ) throws -> TimelineKey? {
    let own = TimelineQuery(terms: query.terms + [QueryTerm(.text(words))])
    func first(_ start: TimelineKey?) throws -> TimelineKey? {
      let page = try entries(own, from: start, direction, limit: 1)
      return direction == .forward ? page.first?.key : page.last?.key
    }
    if let key, let found = try first(key) { return found }
    return try first(nil)
  }
}
