import GRDB
import Temporal
import Timeline

extension LibraryFile: TimelineSource {
  /// What there is, for a filter. Counts by day are kept by the writer, so that without a filter, and for types and
  /// statuses, nothing is counted here.
  public func overview(_ query: TimelineQuery) throws -> TimelineOverview {
    try read { database in
      let all = try DayCounts(database)
      let matching = query.terms.isEmpty ? all : try DayCounts(query, database)
      return TimelineOverview(
        total: all.total, matching: matching.total, undated: matching.undated, allDays: all.days,
        matchingDays: matching.days)
    }
  }

  /// A page of the filter's entries, by key: as fast at the end as at the start.
  public func entries(
    _ query: TimelineQuery, from start: TimelineKey?, _ direction: TimelineDirection, limit: Int
  ) throws -> [TimelineEntry] {
    try read { database in
      let isForward = direction == .forward
      let limit = max(0, limit)
      let reader = EntryReader(database)
      let pages = try QueryPlan(query, database).runs.map {
        try $0.page(reader, from: start, direction, limit: limit)
      }
      let merged = pages.count == 1 ? pages[0] : pages.joined().sorted { ($0.key < $1.key) == isForward }
      let page = merged.prefix(limit)
      return isForward ? Array(page) : page.reversed()
    }
  }

  /// How many entries of the filter stand before `key`.
  public func position(of key: TimelineKey, in query: TimelineQuery) throws -> Int {
    try read { database in
      if let kinds = try KindFilter(query, database) {
        // Whole days from the counts, the rest of the key's own day from the entries.
        let earlier = try kinds.count(before: key.day, database)
        return try earlier + Self.count(query, before: key, since: key.day, database)
      }
      return try Self.count(query, before: key, since: nil, database)
    }
  }

  /// Everything about one entry.
  public func detail(of id: Int64) throws -> EntryDetail? {
    try read { database in
      guard let entry = try EntryReader(database).entry(id: id) else { return nil }
      var articles = ArticleCache(database)
      return try articles.detail(of: entry)
    }
  }

  /// Everything about the entries of a page; an article that tells several of them is read once.
  public func details(of page: [TimelineEntry]) throws -> [EntryDetail] {
    try read { database in
      var articles = ArticleCache(database)
      return try page.map { try articles.detail(of: $0) }
        .filter { !$0.mentions.isEmpty }
    }
  }

  /// Who takes part in the entries of the filter, most frequent first.
  public func actors(_ query: TimelineQuery) throws -> [ActorSummary] {
    try read { try ActorIndex(query, $0).summaries }
  }

  /// The entries of the filter by actor, place, type or status, the fullest lane first.
  public func lanes(_ query: TimelineQuery, by kind: LaneKind) throws -> [Lane] {
    switch kind {
    case .actor: try actors(query).map { Lane($0) }
    case .place, .type, .status: try read { try LaneIndex(query, by: kind, $0).lanes }
    }
  }

  /// The entries of the filter whose date is of more than one day, counted by date.
  public func spreads(_ query: TimelineQuery) throws -> [DateSpread] {
    try read { database in
      var counts: [DateSpread: Int] = [:]
      for run in try QueryPlan(query, database).runs.flatMap(\.spreading) {
        try run.countSpreads(database) { spread, count in counts[spread, default: 0] += count }
      }
      return counts.map { spread, count in
        var spread = spread
        spread.count = count
        return spread
      }
    }
  }

  private static func count(
    _ query: TimelineQuery, before key: TimelineKey, since day: CivilDay?, _ database: Database
  ) throws -> Int {
    try QueryPlan(query, database).runs.reduce(0) { try $0 + $1.count(database, before: key, since: day) }
  }
}
