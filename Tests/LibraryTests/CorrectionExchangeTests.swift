import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

/// Corrections of one library made in another: what is in the way is named, and nothing is overwritten.
@Suite struct CorrectionExchangeTests {
  let folder: TemporaryFolder
  let ours: LibraryFile
  let theirs: LibraryFile
  let articles: [AnnotatedArticle]

  init() throws {
    folder = try TemporaryFolder()
    ours = try LibraryFile(path: folder.file("a.sqlite"))
    theirs = try LibraryFile(path: folder.file("b.sqlite"))
    var dice = CorrectionSequenceTests.Dice(state: 5)
    articles = CorrectionSequenceTests.articles(&dice)
    try ours.add(articles)
    // The other library numbers its articles otherwise.
    try theirs.add([.sample("another", [])] + articles)
  }

  func event(_ article: Int) -> CorrectionTarget {
    .event(EventReference(articles[article].events[0], in: articles[article].article))
  }
  func correct(_ library: LibraryFile, _ target: CorrectionTarget, _ correction: Correction, by author: String) throws {
    try library.correct(target, correction, author: author, made: "2026-01-02T03:04:05Z")
  }
  func held(_ library: LibraryFile) throws -> [CorrectionRecord] { try library.corrections().filter { !$0.isUndone } }

  @Test func theyAreMadeWithTheirAuthorsAndAgainChangeNothing() throws {
    let written = WrittenEvent(type: EventType(rawValue: "attack"), date: .day("2024-10-05"), summary: "By hand")
    try correct(ours, event(0), .date(.day("2024-09-09")), by: "Mira")
    try correct(ours, event(0), .date(.day("2024-09-10")), by: "Mira")
    try correct(ours, event(1), .tag("x"), by: "Surya")
    try correct(
      ours, event(1), .addActor(NamedActor(id: ActorID(rawValue: "st.d"), role: .target, name: "D")), by: "Mira")
    try correct(ours, event(1), .role(ActorID(rawValue: "st.d"), .speaker), by: "Mira")
    try correct(ours, event(2), .hide, by: "Mira")
    try correct(ours, event(3), .split, by: "Mira")
    try correct(ours, .event(written.reference), .write(written), by: "Mira")
    try correct(ours, .actor(ActorID(rawValue: "per.a")), .merge(ActorID(rawValue: "per.b")), by: "Mira")
    let file = try held(ours)
    let report = try theirs.apply(file)
    #expect(report.applied == file.count && report.conflicts.isEmpty)
    #expect(try theirs.corrections().map(\.author) == file.map(\.author))
    #expect(try CorrectionSequenceTests.picture(theirs) == CorrectionSequenceTests.picture(ours))
    let again = try theirs.apply(file)
    #expect(again.applied == 0 && again.known == file.count && again.conflicts.isEmpty)
    #expect(try theirs.corrections().count == file.count)
    #expect(try ours.apply(file).known == file.count)
  }

  @Test func whatIsSaidOtherwiseHereStays() throws {
    try correct(theirs, event(0), .type(EventType(rawValue: "supply")), by: "Surya")
    try correct(ours, event(0), .type(EventType(rawValue: "deploy")), by: "Mira")
    try correct(ours, event(0), .status(.claimed), by: "Mira")
    let before = try theirs.corrections()
    let report = try theirs.apply(held(ours))
    #expect(report.applied == 1 && report.conflicts.count == 1)
    let conflict = try #require(report.conflicts.first)
    #expect(conflict.record.correction == .type(EventType(rawValue: "deploy")))
    #expect(conflict.reason == .correctedOtherwise(here: before[0]))
    #expect(conflict.reason.description.contains("supply") && conflict.reason.description.contains("Surya"))
    #expect(try theirs.overview(TimelineQuery(parsing: "type:supply")).matching == 1)
    // Only when it is asked for, and then the history keeps what was said here.
    let forced = try theirs.apply(held(ours), overriding: true)
    #expect(forced.applied == 1 && forced.known == 1 && forced.conflicts.isEmpty)
    #expect(try theirs.overview(TimelineQuery(parsing: "type:supply")).matching == 0)
    #expect(try theirs.corrections().prefix(1) == before[...])
  }

  @Test func whatWasTakenBackHereStaysTakenBack() throws {
    try correct(ours, event(0), .bookmark(true), by: "Mira")
    #expect(try theirs.apply(held(ours)).applied == 1)
    try theirs.undo()
    let report = try theirs.apply(held(ours))
    #expect(report.applied == 0 && report.conflicts.count == 1)
    guard case .takenBack? = report.conflicts.first?.reason else {
      Issue.record("\(report)")
      return
    }
  }

  @Test func whatIsNotHereIsNamed() throws {
    let empty = try LibraryFile(path: folder.file("c.sqlite"))
    try correct(ours, event(0), .hide, by: "Mira")
    try correct(ours, .actor(ActorID(rawValue: "per.a")), .merge(ActorID(rawValue: "per.b")), by: "Mira")
    let report = try empty.apply(held(ours))
    #expect(report.applied == 0)
    #expect(report.conflicts.map(\.reason) == [.unknownEvent, .unknownActor(ActorID(rawValue: "per.a"))])
    #expect(try empty.corrections().isEmpty)
  }

  @Test func writtenEventsReadBack() throws {
    let event = WrittenEvent(
      type: EventType(rawValue: "attack"), status: .claimed, date: .days("2024-10-27", "2024-10-28", .range),
      summary: "Shells: two\nlines",
      actors: [NamedActor(id: ActorID(rawValue: "grp.m23"), role: .subject, name: "M 23")],
      place: "Goma", url: "https://example.org/a", title: "T", outlet: "Kabar", published: CivilDay(iso: "2024-10-29"),
      evidence: "One\n\nTwo: three")
    let again = try #require(WrittenEvent(text: event.text))
    #expect(again.text == event.text && again.evidence == event.evidence && again.actors == event.actors)
    #expect(again.summary == "Shells: two lines" && again.published == event.published)
    for text in ["", "type: attack", "type: attack\ndate: x\nsummary: y", "nonsense\n\n"] {
      #expect(WrittenEvent(text: text) == nil)
    }
  }

  @Test func anEventWrittenTwiceIsRefused() throws {
    let written = WrittenEvent(type: EventType(rawValue: "attack"), date: .day("2024-10-05"), summary: "By hand")
    try correct(ours, .event(written.reference), .write(written), by: "Mira")
    #expect(throws: CorrectionError.alreadyWritten(written.reference)) {
      try correct(ours, .event(written.reference), .write(written), by: "Mira")
    }
    let total = try ours.overview(.everything).total
    try ours.undo()
    #expect(try ours.overview(.everything).total == total - 1)
    try correct(ours, .event(written.reference), .write(written), by: "Mira")
    #expect(try ours.overview(.everything).total == total)
    let other = WrittenEvent(type: EventType(rawValue: "attack"), date: .day("2024-10-05"), summary: "Another")
    #expect(throws: CorrectionError.wrongTarget(event(0))) { try correct(ours, event(0), .write(other), by: "Mira") }
  }

  @Test func referencesAreFoundByTheirBeginning() throws {
    let whole = EventReference(articles[0].events[1], in: articles[0].article)
    #expect(try ours.references(beginningWith: whole.description) == [whole])
    let head = String(whole.description.prefix(16))
    #expect(try ours.references(beginningWith: head).count == 3)
    #expect(try ours.references(beginningWith: String(whole.description.prefix(20))).contains(whole))
    for text in ["", "abc", "zzzz", "ffffffffffffffffffff", "0000/"] {
      #expect(try ours.references(beginningWith: text).isEmpty, "\(text)")
    }
  }
}
