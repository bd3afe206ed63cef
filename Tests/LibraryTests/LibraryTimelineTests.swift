import Temporal
import TestSupport
import Testing
import Timeline

@testable import Library

/// The library answers as the timeline in memory does, which has the simplest code that can be right.
@Suite struct LibraryTimelineTests {
  static let queries = [
    "", "type:attack", "-type:attack", "type:none", "type:attack -status:planned", "status:claimed", "actor:org.x",
    "actor:aland", "-actor:aland", "actor:Teladan", "actor:Teladan actor:org.x", "-actor:Teladan type:deploy",
    "actor:nobody", "-actor:nobody", "place:kursk", #"place:"Kota Baru" actor:grp.x"#, "-place:kyiv", "place:nowhere",
    "date:2023-06", "date:2023-06-10", "date:2023-06..2023-07", "date:..2023-06-10", "date:2023-06-10..",
    "after:2023-06-10 before:2023-06-12", "after:2023-06-12 before:2023-06-10", "date:2023-06 date:2023-07",
    "-date:2023-06", "date:2023-06 actor:per.x", "date:2023-06-10.. -place:Kursk status:statement", "gencatan",
    "turk depot", "senj", "-gencatan type:agree", "judul", #"text:"mira teladan""#, "gencatan actor:px date:2023-06",
    "place:kursk date:2023-06", "date:1900", "date:2023-06 -date:2023-06-10 before:2023-06-20",
  ]

  @Test(arguments: [1, 2, 3] as [UInt64]) func answersAsMemoryDoes(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = RandomArticles(seed: seed)
    let articles = random.articles(60)
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    for batch in stride(from: 0, to: articles.count, by: 7) {
      try library.add(Array(articles[batch..<min(batch + 7, articles.count)]))
    }
    let memory = MemoryTimeline(articles)
    #expect(memory.overview(.everything).total < articles.reduce(0) { $0 + $1.events.count }, "some are joined")
    for text in Self.queries {
      let query = try TimelineQuery(parsing: text)
      // Ids count from 1 in the library and from 0 in memory; their order is the same.
      let expected = memory.entries(query, from: nil, .forward, limit: 9999)
      let entries = try library.entries(query, from: nil, .forward, limit: 9999)
      #expect(Self.comparable(entries, less: 1) == expected, "\(text)")
      #expect(try library.overview(query) == memory.overview(query), "\(text)")
      for entry in entries.prefix(9) + entries.suffix(2) {
        let key = TimelineKey(day: entry.key.day, rank: entry.key.rank, id: entry.key.id - 1)
        #expect(try library.position(of: entry.key, in: query) == memory.position(of: key, in: query), "\(text)")
      }
      #expect(try Self.pages(library, query, .forward) == entries, "\(text)")
      #expect(try Self.pages(library, query, .backward) == entries, "\(text)")
      #expect(try Self.sorted(library.actors(query)) == Self.sorted(memory.actors(query)), "\(text)")
      #expect(try Set(library.spreads(query)) == Set(memory.spreads(query)), "\(text)")
      for kind in LaneKind.allCases {
        let sort: ([Lane]) -> [Lane] = { $0.sorted { ($0.count, $0.name) < ($1.count, $1.name) } }
        #expect(try sort(library.lanes(query, by: kind)) == sort(memory.lanes(query, by: kind)), "\(text) by \(kind)")
      }
    }
  }

  @Test func detailsGiveEveryArticleBack() throws {
    let folder = try TemporaryFolder()
    var random = RandomArticles(seed: 7)
    let articles = random.articles(30)
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    try library.add(articles)
    let memory = MemoryTimeline(articles)
    let entries = try library.entries(.everything, from: nil, .forward, limit: 999)
    let details = try library.details(of: entries)
    #expect(details.count == entries.count)
    for detail in details {
      let id = detail.entry.key.id
      let expected = try #require(memory.detail(of: id - 1)).mentions
      #expect(detail.mentions.map(\.event) == expected.map(\.event))
      #expect(detail.mentions.map(\.article) == expected.map(\.article))
      #expect(detail.mentions.map(\.actors) == expected.map(\.actors))
      #expect(detail.mentions.map(\.joinReasons) == expected.map(\.joinReasons))
      #expect(try library.detail(of: id)?.mentions.map(\.event) == expected.map(\.event))
    }
    #expect(details.reduce(0) { $0 + $1.mentions.count } == articles.reduce(0) { $0 + $1.events.count })
    #expect(try library.detail(of: 99999) == nil)
  }

  private static func comparable(_ entries: [TimelineEntry], less offset: Int64) -> [TimelineEntry] {
    entries.map {
      var entry = $0
      entry.key = TimelineKey(day: $0.key.day, rank: $0.key.rank, id: $0.key.id - offset)
      return entry
    }
  }

  private static func pages(
    _ source: LibraryFile, _ query: TimelineQuery, _ direction: TimelineDirection
  ) throws -> [TimelineEntry] {
    var result: [TimelineEntry] = []
    var key: TimelineKey?
    while true {
      let page = try source.entries(query, from: key, direction, limit: 5)
      if page.isEmpty { return result }
      result = direction == .forward ? result + page : page + result
      key = direction == .forward ? page.last?.key : page.first?.key
    }
  }

  /// Aliases have no order of their own.
  private static func sorted(_ actors: [ActorSummary]) -> [ActorSummary] {
    actors.map {
      var actor = $0
      actor.aliases.sort { $0.text < $1.text }
      return actor
    }
  }
}
