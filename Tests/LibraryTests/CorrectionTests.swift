import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

@Suite struct CorrectionTests {
  static let fleet = Actor(id: ActorID(rawValue: "frc.fleet"), kind: .force, name: "Armada")
  static let now = "2026-01-02T03:04:05Z"

  let folder: TemporaryFolder
  let library: LibraryFile
  let articles: [AnnotatedArticle]

  /// Two articles that tell one event, and one that tells another.
  init() throws {
    folder = try TemporaryFolder()
    library = try LibraryFile(path: folder.file("a.sqlite"))
    func article(_ number: Int, _ summary: String, _ day: String) -> AnnotatedArticle {
      .sample(
        "article \(number)", outlet: "Kabar \(number)", actors: [Self.fleet],
        [.sample("e1", "attack", summary, on: .day(day), place: "Sakra", [Participant(Self.fleet.id, .subject)])])
    }
    articles = [
      article(0, "Armada menggempur pelabuhan", "2024-10-24"), article(1, "Armada menggempur dermaga", "2024-10-24"),
      article(2, "Armada menggempur gudang", "2024-11-02"),
    ]
    try library.add(articles)
  }

  func reference(_ article: Int) -> EventReference {
    EventReference(articles[article].events[0], in: articles[article].article)
  }

  func shown(_ query: String = "") throws -> [String] {
    let entries = try library.entries(TimelineQuery(parsing: query), from: nil, .forward, limit: 99)
    let overview = try library.overview(TimelineQuery(parsing: query))
    #expect(overview.matching == entries.count)
    #expect(overview.undated + overview.matchingDays.reduce(0) { $0 + $1.count } == entries.count)
    return entries.map { "\(DateLabel($0.date).short) \($0.type) \($0.status) \($0.sourceCount)" }
  }

  /// Everything that is kept about entries agrees with the entries themselves.
  func check() throws {
    for query in ["type:attack", "actor:armada", "place:sakra", "menggempur", "dermaga", "date:2024-10"] {
      _ = try shown(query)
    }
    let everything = try shown()
    #expect(try shown("armada") == everything)
    try library.pool.write { try $0.execute(sql: "INSERT INTO search(search) VALUES ('integrity-check')") }
  }

  @Test func referencesReadBack() throws {
    let reference = reference(0)
    #expect(EventReference(reference.description) == reference)
    #expect(EventReference("x/1-2/attack") == nil && EventReference("0/2-1/attack") == nil)
    #expect(EventReference("") == nil && EventReference("0/1-2/") == nil)
  }

  @Test(arguments: [
    Correction.date(.day("2024-10-24", time: ClockTime(hour: 14, minute: 20))),
    .date(.days("2024-10-27", "2024-10-28", .range)), .date(.days(nil, "2024-10-28", .before)), .date(.unknown),
    .type(EventType(rawValue: "deploy")), .status(.claimed), .hide, .split, .note("a b"), .tag("x"), .bookmark(true),
  ])
  func correctionsReadBack(_ correction: Correction) throws {
    let again = try #require(Correction(kind: correction.kind, value: correction.value))
    #expect(again.kind == correction.kind && again.value == correction.value)
    if case .date(let date) = again, case .date(let set) = correction {
      #expect((date.start, date.end, date.time) == (set.start, set.end, set.time))
    }
  }

  @Test(arguments: [
    "2024-10-24", "2024-10-24 14:20", "2024-10", "2024", "2024-10-27..2024-10-28", "~2024-11-01..2024-12-31",
    "..2024-10-28", "2024-10-28..", "none",
  ])
  func datesSetByHandReadBack(_ text: String) throws {
    #expect(try #require(EventDate(byHand: text)).byHand == text)
  }

  @Test(arguments: ["", "soon", "..", "2024-13", "2024-10-24 25:00", "2024 14:20", "x..2024", "2024..2023", "~2024"])
  func whatIsNoDateIsNone(_ text: String) { #expect(EventDate(byHand: text) == nil) }

  @Test func aDateIsSetUndoneAndRedone() throws {
    let before = try shown()
    #expect(before == ["24 Oct 2024 attack happened 2", "2 Nov 2024 attack happened 1"])
    try library.correct(reference(2), .date(.day("2024-10-01")), author: "Mira", made: Self.now)
    let after = try shown()
    #expect(after == ["1 Oct 2024 attack happened 1", "24 Oct 2024 attack happened 2"])
    try check()
    let entry = try #require(try library.entries(.everything, from: nil, .forward, limit: 1).first)
    #expect(entry.isCorrected)
    #expect(try library.detail(of: entry.key.id)?.mentions[0].event.date.start == CivilDay(iso: "2024-11-02"))
    #expect(try library.undo()?.isUndone == true)
    #expect(try shown() == before)
    #expect(try library.redo() != nil)
    #expect(try shown() == after)
    #expect(try library.redo() == nil)
    try check()
  }

  @Test func whatIsSaidOfOneSourceIsSaidOfTheEvent() throws {
    try library.correct(reference(1), .date(.days("2024-10-01", "2024-10-31", .month)), author: "Mira", made: Self.now)
    try library.correct(reference(0), .type(EventType(rawValue: "deploy")), author: "Mira", made: Self.now)
    try library.correct(reference(1), .status(.planned), author: "Mira", made: Self.now)
    #expect(try shown() == ["Oct 2024 deploy planned 2", "2 Nov 2024 attack happened 1"])
    #expect(try shown("type:deploy").count == 1 && shown("type:attack").count == 1)
    try check()
    for _ in 0..<3 { try library.undo() }
    #expect(try shown() == ["24 Oct 2024 attack happened 2", "2 Nov 2024 attack happened 1"])
  }

  @Test func aHiddenEventIsShownNowhere() throws {
    try library.correct(reference(2), .hide, author: "Mira", made: Self.now)
    #expect(try shown() == ["24 Oct 2024 attack happened 2"])
    #expect(try shown("gudang").isEmpty)
    try check()
    try library.correct(reference(0), .hide, author: "Mira", made: Self.now)
    #expect(try shown() == ["24 Oct 2024 attack happened 1"])
    #expect(try shown("pelabuhan").isEmpty && shown("dermaga").count == 1)
    try library.undo()
    try library.undo()
    #expect(try shown().count == 2)
    try check()
  }

  @Test func aWrongJoinIsUndone() throws {
    try library.correct(reference(1), .split, author: "Mira", made: Self.now)
    #expect(try shown().prefix(2) == ["24 Oct 2024 attack happened 1", "24 Oct 2024 attack happened 1"])
    try check()
    try library.undo()
    #expect(try shown() == ["24 Oct 2024 attack happened 2", "2 Nov 2024 attack happened 1"])
    try library.redo()
    #expect(try shown().count == 3)
    try library.correct(reference(1), .join(reference(2)), author: "Mira", made: Self.now)
    #expect(try shown().map { $0.suffix(1) } == ["2", "1"] || shown().count == 2)
    try check()
    try library.undo()
    try library.undo()
    #expect(try shown() == ["24 Oct 2024 attack happened 2", "2 Nov 2024 attack happened 1"])
    try check()
  }

  @Test func notesChangeNothingShown() throws {
    let before = try shown()
    try library.correct(reference(0), .note("lihat lagi"), author: "Mira", made: Self.now)
    try library.correct(reference(0), .tag("pelabuhan"), author: "Mira", made: Self.now)
    #expect(try shown() == before)
    #expect(
      try library.corrections(of: .event(reference(0))).map(\.correction) == [.note("lihat lagi"), .tag("pelabuhan")])
    #expect(try library.corrections(of: .event(reference(1))).isEmpty)
    let record = try #require(try library.corrections().first)
    #expect(record.author == "Mira" && record.made == Self.now && !record.isUndone)
  }

  @Test func addingAgainKeepsCorrections() throws {
    try library.correct(reference(2), .status(.claimed), author: "Mira", made: Self.now)
    try library.add(articles)
    #expect(try shown("status:claimed") == ["2 Nov 2024 attack claimed 1"])
    try check()
  }

  @Test func aLaterReportYieldsToTheCorrection() throws {
    try library.correct(reference(0), .date(.day("2024-10-23")), author: "Mira", made: Self.now)
    var late = articles[1]
    late.article.outlet = "Kabar 9"
    try library.add([late])
    #expect(try shown() == ["23 Oct 2024 attack happened 3", "2 Nov 2024 attack happened 1"])
    try check()
  }

  @Test func anEventOfNoArticleIsAnError() throws {
    let stranger = EventReference(article: 1, trigger: TextSpan(0, 1), type: EventType(rawValue: "attack"))
    #expect(throws: CorrectionError.unknownEvent(stranger)) {
      try library.correct(stranger, .hide, author: "Mira", made: Self.now)
    }
    #expect(try library.corrections().isEmpty)
  }
}
