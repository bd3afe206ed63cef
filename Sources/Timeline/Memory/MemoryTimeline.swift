import Synchronization
import Temporal

/// A timeline of articles that are held in memory: what was given on the command line, read without being saved.
///
/// Articles may be appended while others read: every call sees all of an article or nothing of it. Entries keep their
/// ids.
///
/// ```swift
/// let timeline = MemoryTimeline(articles)
/// try timeline.entries(.everything, from: nil, .forward, limit: 50)
/// ```
public final class MemoryTimeline: TimelineSource {
  private let state: Mutex<MemoryTimelineState>

  /// A timeline of some articles.
  public init(_ articles: [AnnotatedArticle] = []) {
    var state = MemoryTimelineState()
    for article in articles { state.append(article) }
    self.state = Mutex(state)
  }

  /// Adds an article's events.
  public func append(_ article: AnnotatedArticle) {
    state.withLock { $0.append(article) }
  }

  /// How many articles it holds.
  public var articleCount: Int { state.withLock { $0.articles.count } }

  /// What there is, for a filter.
  public func overview(_ query: TimelineQuery) -> TimelineOverview {
    state.withLock { state in
      let all = state.listing(.everything)
      let matching = query.terms.isEmpty ? all : state.listing(query)
      return TimelineOverview(
        total: all.order.count, matching: matching.order.count, undated: matching.undated, allDays: all.days,
        matchingDays: matching.days)
    }
  }

  /// A page of the filter's entries.
  public func entries(
    _ query: TimelineQuery, from start: TimelineKey?, _ direction: TimelineDirection, limit: Int
  ) -> [TimelineEntry] {
    state.withLock { state in
      let order = state.listing(query).order
      let limit = max(0, limit)
      let page: ArraySlice<Int>
      switch direction {
      case .forward:
        let low = start.map { state.count(order, before: $0, including: true) } ?? 0
        page = order[low...].prefix(limit)
      case .backward:
        let high = start.map { state.count(order, before: $0) } ?? order.count
        page = order[..<high].suffix(limit)
      }
      return page.map { state.records[$0].entry }
    }
  }

  /// How many entries of the filter stand before `key`.
  public func position(of key: TimelineKey, in query: TimelineQuery) -> Int {
    state.withLock { state in
      state.count(state.listing(query).order, before: key)
    }
  }

  /// Everything about one entry.
  public func detail(of id: Int64) -> EntryDetail? {
    state.withLock { state in
      guard let index = Int(exactly: id), state.records.indices.contains(index) else { return nil }
      let record = state.records[index]
      let reports = record.mentions.map { mention in
        let article = state.articles[mention.article]
        return EventMention(
          event: article.events[mention.event], article: article.article, actors: article.actors)
      }
      return EntryDetail(entry: record.entry, reports: reports)
    }
  }

  /// Who takes part in the entries of the filter, most frequent first.
  public func actors(_ query: TimelineQuery) -> [ActorSummary] {
    state.withLock { state in
      var tally = ActorTally()
      for index in state.listing(query).order {
        let record = state.records[index]
        tally.add(record.facts.actors, on: record.entry.key.day)
      }
      return tally.summaries(state.actors)
    }
  }

  /// The entries of the filter by actor, place, type or status, the fullest lane first.
  public func lanes(_ query: TimelineQuery, by kind: LaneKind) -> [Lane] {
    if kind == .actor { return actors(query).map { Lane($0) } }
    return state.withLock { state in
      var tally = LaneTally<String>()
      for index in state.listing(query).order {
        let entry = state.records[index].entry
        let name =
          switch kind {
          case .actor, .place: entry.place
          case .type: entry.type.rawValue
          case .status: entry.status.rawValue
          }
        if let name { tally.add(name, on: entry.key.day) }
      }
      return tally.lanes { name in
        switch kind {
        case .actor, .place: (.place(name), name)
        case .type: (.type(EventType(rawValue: name)), name)
        case .status: EventStatus(rawValue: name).map { (.status($0), name) }
        }
      }
    }
  }

  /// The entries of the filter whose date is of more than one day, counted by date.
  public func spreads(_ query: TimelineQuery) -> [DateSpread] {
    state.withLock { state in
      var counts: [DateSpread: Int] = [:]
      for index in state.listing(query).order {
        let entry = state.records[index].entry
        guard let bounds = entry.date.bounds, bounds.first != bounds.last else { continue }
        let spread = DateSpread(
          first: bounds.first, last: bounds.last, precision: entry.key.precision, status: entry.status, count: 1)
        counts[spread, default: 0] += 1
      }
      return counts.map { spread, count in
        var spread = spread
        spread.count = count
        return spread
      }
    }
  }
}
