import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

/// Reading stored articles again: what is shown of the difference, and that no correction is lost by it.
@Suite struct RereadingTests {
  let folder: TemporaryFolder
  let library: LibraryFile
  let article: AnnotatedArticle

  init() throws {
    folder = try TemporaryFolder()
    library = try LibraryFile(path: folder.file("a.sqlite"))
    article = .sample(
      "a", actors: CorrectionSequenceTests.actors(),
      [
        .sample("e1", "attack", "Shells fall on the harbor", on: .day("2024-10-20"), place: "Sakra"),
        .sample("e2", "deploy", "Troops come to the bridge", on: .day("2024-10-21"), place: "Orodel"),
        .sample("e3", "statement", "The council asks for a truce", on: .day("2024-10-22"), status: .statement),
      ])
    try library.add([article])
  }

  func reference(_ number: Int) -> EventReference { EventReference(article.events[number], in: article.article) }

  func reread(_ change: (inout [Event]) -> Void) throws -> Rereading {
    let stored = try #require(try library.articlesToReread(limit: 9).first)
    var after = stored.annotated
    change(&after.events)
    // The program numbers what it finds.
    for index in after.events.indices { after.events[index].id = "e\(index + 1)" }
    let reading = Rereading(before: stored.annotated, after: after)
    try library.keep([(stored.id, reading)])
    try library.pool.write { try $0.execute(sql: "INSERT INTO search(search) VALUES ('integrity-check')") }
    return reading
  }

  func shown(_ filter: String = "") throws -> [String] {
    let query = try TimelineQuery(parsing: filter)
    let entries = try library.entries(query, from: nil, .forward, limit: 99)
    #expect(try library.overview(query).matching == entries.count)
    return entries.map { "\($0.date.byHand) \($0.type) \($0.summary)" }
  }

  @Test func nothingNewChangesNothing() throws {
    let before = try shown()
    let reading = try reread { _ in }
    #expect(!reading.isDifferent && reading.changes.isEmpty)
    #expect(try shown() == before)
  }

  @Test func whatIsReadOtherwiseIsShown() throws {
    let reading = try reread { events in
      events[0].date = .days("2024-10-01", "2024-10-31", .month)
      events[1].type = EventType(rawValue: "retreat")
      events[1].participants = [Participant(ActorID(rawValue: "st.d"), .subject)]
      events.remove(at: 2)
      events.insert(.sample("x", "protest", "A crowd gathers", on: .day("2024-10-23")), at: 0)
    }
    #expect(
      reading.changes.flatMap(\.lines) == [
        "gained: 23 Oct 2024  protest  A crowd gathers",
        "date: 20 Oct 2024 -> Oct 2024  Shells fall on the harbor",
        "type: deploy -> retreat  Troops come to the bridge",
        "actors: - -> st.d subject  Troops come to the bridge",
        "lost: 22 Oct 2024  statement  The council asks for a truce",
      ])
    var tally = RereadingTally()
    tally.add(reading)
    #expect(tally.summary.hasPrefix("1 articles read again, 1 otherwise: 1 dates moved, 1 events gained, 1 lost, 1 of"))
    #expect(
      try shown() == [
        "2024-10-21 retreat Troops come to the bridge", "2024-10-23 protest A crowd gathers",
        "2024-10 attack Shells fall on the harbor",
      ])
    #expect(try shown("council").isEmpty && shown("crowd").count == 1 && shown("actor:st.d").count == 1)
  }

  @Test func correctionsSurviveShiftedNumbersAndOtherTables() throws {
    try library.correct(reference(1), .date(.day("2024-09-09")), author: "Mira", made: "1")
    try library.correct(reference(1), .tag("bridge"), author: "Mira", made: "2")
    try library.correct(reference(2), .hide, author: "Mira", made: "3")
    try library.correct(
      reference(0), .addActor(NamedActor(id: ActorID(rawValue: "st.d"), role: .target, name: "D")), author: "Mira",
      made: "4")
    let corrected = try shown()
    _ = try reread { events in
      // Another event comes first, another type is read, other words are taken for the trigger.
      events.insert(.sample("x", "protest", "A crowd gathers", on: .day("2024-10-23")), at: 0)
      events[2].type = EventType(rawValue: "retreat")
      events[1].evidence.trigger = TextSpan(0, 6)
    }
    #expect(try shown("tag:bridge") == ["2024-09-09 retreat Troops come to the bridge"])
    #expect(try shown("actor:st.d").count == 1 && shown("council").isEmpty)
    _ = try reread { events in
      events.remove(at: 0)
      events[1].type = EventType(rawValue: "deploy")
    }
    #expect(try shown() == corrected)
    for _ in 0..<4 { try library.undo() }
    #expect(try shown().count == 3 && shown("is:corrected").isEmpty)
  }

  @Test func aCorrectionOfWhatIsLostWaitsForItsReturn() throws {
    try library.correct(reference(0), .note("twice"), author: "Mira", made: "1")
    let lost = article.events[0]
    _ = try reread { $0.remove(at: 0) }
    #expect(try shown("is:noted").isEmpty)
    #expect(try library.history().first?.about == nil)
    _ = try reread { $0.insert(lost, at: 0) }
    #expect(try shown("is:noted").count == 1)
    #expect(try library.history().first?.about == lost.summary)
  }

  @Test func whatWasWrittenByHandIsNotReadAgain() throws {
    let event = WrittenEvent(type: EventType(rawValue: "attack"), date: .day("2024-10-05"), summary: "Written")
    try library.correct(.event(event.reference), .write(event), author: "Mira", made: "1")
    #expect(try library.articlesToReread(limit: 9).count == 1 && library.rereadableCount() == 1)
    _ = try reread { $0.removeAll() }
    #expect(try shown() == ["2024-10-05 attack Written"])
  }

  /// The library reads as if the new program had added the articles, and the corrections had been made then.
  @Test(arguments: 1...12) func itIsAsIfItHadBeenReadSoFromTheStart(_ seed: UInt64) throws {
    var dice = CorrectionSequenceTests.Dice(state: seed)
    let old = (0..<5).map { number -> AnnotatedArticle in
      .sample(
        "a\(number)", title: "T\(number)", actors: CorrectionSequenceTests.actors(),
        (0..<4).map { index in
          // Other places: no two are joined.
          .sample(
            "e\(index)", "attack", "Event \(number) \(index)", on: .day("2024-10-1\(index)"),
            place: "P\(number)\(index)")
        })
    }
    let new = old.map { annotated in
      var annotated = annotated
      for index in annotated.events.indices {
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: annotated.events[index].date = .day("2024-11-0\(Int.random(in: 1...9, using: &dice))")
        case 1: annotated.events[index].status = .claimed
        default: break
        }
      }
      annotated.events.remove(at: Int.random(in: 0..<4, using: &dice))
      return annotated
    }
    let library = try LibraryFile(path: folder.file("b.sqlite"))
    try library.add(old)
    let references = new.flatMap { annotated in annotated.events.map { EventReference($0, in: annotated.article) } }
    for _ in 0..<20 {
      let (target, correction) = CorrectionSequenceTests.correction(&dice, references)
      do { try library.correct(target, correction, author: "Mira", made: "1") } catch is CorrectionError {}
    }
    let stored = try library.articlesToReread(limit: 99)
    try library.keep(zip(stored, new).map { ($0.id, Rereading(before: $0.annotated, after: $1)) })
    let fresh = try LibraryFile(path: folder.file("c.sqlite"))
    try fresh.add(new)
    for record in try library.corrections() {
      try fresh.correct(record.target, record.correction, author: record.author, made: record.made)
    }
    let (ours, theirs) = (
      try CorrectionSequenceTests.picture(library), try CorrectionSequenceTests.picture(fresh)
    )
    #expect(ours == theirs, "seed \(seed): \(ours.difference(from: theirs))")
  }
}
