import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

@Suite struct MergingTests {
  static let fleet = ActorID(rawValue: "frc.fleet")
  static let port = ActorID(rawValue: "oth.port")
  static let mira = ActorID(rawValue: "per.mira")
  static let strike = [Participant(fleet, .subject), Participant(port, .target)]

  static func attack(
    _ summary: String = "Armada menggempur pelabuhan", on date: EventDate = .day("2024-10-24"),
    place: String? = "Sakra", status: EventStatus = .happened, parts participants: [Participant] = strike,
    figures: [(Double, String)] = []
  ) -> Event {
    var event = Event.sample("e1", "attack", summary, on: date, status: status, place: place, participants)
    event.figures = figures.map { Figure(value: $0.0, unit: $0.1, text: "\(Int($0.0))", span: TextSpan(0, 1)) }
    return event
  }

  /// The entries of some reports, each in an article of its own.
  static func entries(_ reports: Event...) -> [TimelineEntry] {
    let articles = reports.enumerated().map {
      AnnotatedArticle.sample("article \($0.offset)", outlet: "Kabar \($0.offset)", [$0.element])
    }
    return MemoryTimeline(articles).entries(.everything, from: nil, .forward, limit: 99)
  }

  @Test func twoReportsOfOneEventAreOneEntry() throws {
    let entries = Self.entries(Self.attack(), Self.attack("Pelabuhan Sakra dihantam rudal armada", status: .claimed))
    let entry = try #require(entries.first)
    #expect(entries.count == 1)
    #expect(entry.sourceCount == 2)
    #expect(entry.outlets == ["Kabar 0", "Kabar 1"])
    #expect(!entry.sourcesDisagree)
  }

  @Test func whatIsAnotherEventStaysApart() {
    let day = EventDate.day("2024-10-24")
    #expect(Self.entries(Self.attack(), Self.attack(place: "Pelle")).count == 2)
    #expect(Self.entries(Self.attack(), Self.attack(on: .day("2024-10-26"))).count == 2)
    #expect(Self.entries(Self.attack(), Self.attack(status: .planned)).count == 2)
    #expect(Self.entries(Self.attack(on: .unknown), Self.attack(on: .unknown)).count == 2)
    #expect(Self.entries(Self.attack(on: .days("2024-10-01", "2024-10-31", .month)), Self.attack()).count == 2)
    #expect(Self.entries(Self.attack(), Self.attack(parts: [Participant(Self.mira, .subject)])).count == 2)
    let morning = EventDate.day("2024-10-24", time: ClockTime(hour: 4, minute: 0))
    let night = EventDate.day("2024-10-24", time: ClockTime(hour: 23, minute: 0))
    #expect(Self.entries(Self.attack(on: morning), Self.attack(on: night)).count == 2)
    func said(_ words: String) -> Event {
      .sample("e1", "statement", words, on: day, status: .statement, [Participant(Self.mira, .speaker)])
    }
    #expect(Self.entries(said("Mira menyambut rencana gencatan"), said("Mira membahas anggaran sekolah")).count == 2)
    #expect(Self.entries(said("Mira menyambut rencana gencatan"), said("Rencana gencatan disambut Mira")).count == 1)
  }

  @Test func whatWasSaidBeforeTheReportJoinsByWhatItSays() {
    let before = EventDate.days(nil, "2024-10-25", .before)
    func accuse(_ words: String, _ target: ActorID) -> Event {
      .sample(
        "e1", "accuse", words, on: before, status: .statement,
        [Participant(Self.mira, .speaker), Participant(target, .target)])
    }
    let indonesian = accuse("Mira mengecam armada di Sakra", Self.fleet)
    #expect(Self.entries(indonesian, accuse("Mira condemned fleet strike on Sakra", Self.fleet)).count == 1)
    #expect(Self.entries(indonesian, accuse("Mira condemned the port authority", Self.port)).count == 2)
  }

  @Test func oneArticleTellsTwoEventsOfOneKind() {
    var second = Self.attack()
    second.id = "e2"
    let timeline = MemoryTimeline([.sample("a", [Self.attack(), second])])
    #expect(timeline.overview(.everything).total == 2)
  }

  @Test func disagreementIsKeptSideBySide() throws {
    let explicit = Self.attack(figures: [(3, "killed")])
    var carried = Self.attack(on: .day("2024-10-25"), figures: [(5, "killed")])
    carried.date.basis = .carry
    let articles = [carried, explicit].enumerated().map {
      AnnotatedArticle.sample("article \($0.offset)", outlet: "Kabar \($0.offset)", [$0.element])
    }
    let timeline = MemoryTimeline(articles)
    let entry = try #require(timeline.entries(.everything, from: nil, .forward, limit: 9).first)
    #expect(timeline.overview(.everything).total == 1)
    #expect(entry.sourcesDisagree)
    #expect(entry.date.start == CivilDay(iso: "2024-10-24"), "the date that words name is shown")
    let detail = try #require(timeline.detail(of: entry.key.id))
    #expect(detail.mentions.map(\.article.outlet) == ["Kabar 1", "Kabar 0"])
    #expect(
      detail.disagreements() == [
        "date: Thursday 24 October 2024 (Kabar 1); Friday 25 October 2024 (Kabar 0)",
        "killed: 3 (Kabar 1); 5 (Kabar 0)",
      ])
    #expect(detail.mentions[0].joinReasons.isEmpty)
    let reasons = detail.mentions[1].joinReasons.map(\.text)
    #expect(reasons.contains("one day apart") && reasons.contains("same place"))
    #expect(reasons.contains("another number of killed"))
  }

  @Test func joiningDoesNotCompareAllWithAll() {
    var index = JoinIndex()
    var compared = 0
    for number in 0..<20_000 {
      let day = CivilDay(number: Int32(number % 400))
      let date = EventDate(start: day, end: day, precision: .day, basis: .explicit)
      let profile = JoinProfile(Self.attack(on: date))
      compared += index.candidates(profile).count
      index.insert(profile, entry: number)
    }
    // Three days, two actors, and no more than the limit of each.
    #expect(compared <= 20_000 * 3 * EventJoiner.candidateLimit)
  }
}
