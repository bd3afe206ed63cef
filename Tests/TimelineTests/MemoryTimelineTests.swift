import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

@Suite struct MemoryTimelineTests {
  static let nato = Actor(
    id: ActorID(rawValue: "org.nato"), kind: .igo, name: "NATO",
    mentions: [ActorMention(span: TextSpan(0, 3), text: "Nato"), ActorMention(span: TextSpan(4, 8), text: "NATO")])
  static let part = [Participant(nato.id, .subject)]

  static var articles: [AnnotatedArticle] {
    [
      .sample(
        "a", actors: [nato],
        [
          .sample("e1", "attack", "month", on: .days("2024-10-01", "2024-10-31", .month)),
          .sample("e2", "attack", "plain day", on: .day("2024-10-24"), part),
          .sample("e3", "attack", "undated"),
          .sample("e4", "attack", "clock", on: .day("2024-10-24", time: ClockTime(hour: 9, minute: 5)), part),
        ]),
      .sample(
        "b", actors: [nato],
        [
          .sample("e1", "deploy", "range", on: .days("2024-10-24", "2024-10-25", .range), part),
          .sample("e2", "deploy", "last day", on: .day("2024-10-31")),
        ]),
    ]
  }

  let timeline = MemoryTimeline(articles)
  let order = ["clock", "plain day", "range", "last day", "month", "undated"]

  @Test func ordersFromExactToVague() {
    #expect(timeline.entries(.everything, from: nil, .forward, limit: 99).map(\.summary) == order)
    #expect(timeline.entries(.everything, from: nil, .backward, limit: 2).map(\.summary) == ["month", "undated"])
  }

  @Test(arguments: [1, 2, 4, 5]) func pagesMeet(_ size: Int) {
    var forward: [String] = []
    var key: TimelineKey?
    while case let page = timeline.entries(.everything, from: key, .forward, limit: size), let last = page.last {
      forward += page.map(\.summary)
      key = last.key
    }
    #expect(forward == order)
    var backward: [String] = []
    key = nil
    while case let page = timeline.entries(.everything, from: key, .backward, limit: size), let first = page.first {
      backward = page.map(\.summary) + backward
      key = first.key
    }
    #expect(backward == order)
  }

  @Test func positionCountsWhatStandsBefore() throws {
    let query = try TimelineQuery(parsing: "actor:nato")
    let entries = timeline.entries(query, from: nil, .forward, limit: 9)
    #expect(entries.map(\.summary) == ["clock", "plain day", "range"])
    #expect(entries.map { timeline.position(of: $0.key, in: query) } == [0, 1, 2])
    #expect(timeline.position(of: .start(of: TimelineKey.undatedDay), in: .everything) == 5)
  }

  @Test func overviewCountsByDay() throws {
    let overview = timeline.overview(try TimelineQuery(parsing: "type:attack"))
    #expect(overview.total == 6)
    #expect(overview.matching == 4)
    #expect(overview.undated == 1)
    #expect(overview.allDays.map(\.count) == [3, 2])
    #expect(overview.matchingDays.map { "\($0.day) \($0.count)" } == ["2024-10-24 2", "2024-10-31 1"])
  }

  @Test func actorsKnowTheirDaysAndNames() {
    let actors = timeline.actors(.everything)
    #expect(actors.map(\.id.rawValue) == ["org.nato"])
    #expect(actors[0].count == 3)
    #expect(actors[0].days.map(\.count) == [3])
    #expect(actors[0].aliases.map(\.text) == ["Nato"])
  }

  @Test func detailLeadsToTheArticle() throws {
    let entry = try #require(timeline.entries(.everything, from: nil, .forward, limit: 3).last)
    let mention = try #require(timeline.detail(of: entry.key.id)?.mentions.first)
    #expect(mention.article.id == "b")
    #expect(mention.article.text[mention.event.evidence.trigger] == "range")
    #expect(timeline.detail(of: -1) == nil || timeline.detail(of: 99) == nil)
  }

  @Test func appendedWhileRead() async {
    let timeline = MemoryTimeline()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          for index in 0..<25 {
            timeline.append(.sample("\(number)-\(index)", [.sample("e1", on: .day("2024-10-24")), .sample("e2")]))
            let overview = timeline.overview(.everything)
            #expect(overview.total % 2 == 0)
          }
        }
      }
    }
    #expect(timeline.overview(.everything).total == 400)
  }
}
