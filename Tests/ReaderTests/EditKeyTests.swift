import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Reader

/// Corrections by pressing keys: what the reader asks the program for, and what it shows of the answer.
@Suite struct EditKeyTests {
  /// What was asked, without questions that the timeline answers.
  private func requests(_ reader: ReaderDriver) -> [EditRequest] {
    reader.worldly.compactMap { if case .edit(let request) = $0 { request } else { nil } }
  }

  private func event(_ reader: ReaderDriver) throws -> EventReference {
    let mention = try #require(reader.model.shownDetail?.mentions.first)
    return EventReference(mention.event, in: mention.article)
  }

  @Test func theMenuNamesEveryCorrection() throws {
    var reader = try ReaderDriver()
    try reader.press("=")
    for words in ["set the date", "set the type", "who takes part", "hide it", "bookmark", "history"] {
      #expect(reader.screen.contains(words), "\(reader.screen)")
    }
    try reader.press("Esc")
    #expect(reader.screen.contains("made-up war"))
  }

  @Test func aDateIsTyped() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    try reader.press("=", "d", "akhir Maret 2031", "Enter")
    #expect(requests(reader) == [.date(words: "akhir Maret 2031", of: event)])
  }

  @Test func whatIsNotUnderstoodIsGivenBack() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    try reader.press("=", "d", "entahlah", "Enter")
    let request = EditRequest.date(words: "entahlah", of: event)
    try reader.send(.failed(.edit(request), "names no day"))
    #expect(reader.screen.contains("when, in words or digits: entahlah  names no day"), "\(reader.screen)")
    try reader.press("^U", "mar 2031", "Enter")
    #expect(requests(reader) == [request, .date(words: "mar 2031", of: event)])
    let type = EventType(rawValue: "attack")
    try reader.send(.failed(.edit(.write(type: type, summary: "s", date: "entah", source: "x")), "names no day"))
    try reader.press("^U", "2031", "Enter", "x", "Enter")
    #expect(requests(reader).last == .write(type: type, summary: "s", date: "2031", source: "x"))
  }

  /// A key may come faster than the answer that says which event the line shows.
  @Test func aCorrectionWaitsForItsEntry() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    let entries = [try #require(reader.model.selection)]
    let found = try reader.source.details(of: entries)
    reader.model.details.forget()
    let asked = reader.model.update(.key(.character("B")))
    #expect(!asked.contains { if case .edit = $0 { true } else { false } })
    let made = reader.model.update(.details(entries, found))
    #expect(made.contains(.edit(.make(.bookmark(true), of: .event(event)))))
    #expect(!reader.model.update(.details(entries, found)).contains { if case .edit = $0 { true } else { false } })
  }

  @Test func aDateIsConfirmed() throws {
    var reader = try ReaderDriver()
    let date = try #require(reader.model.selection?.date)
    let event = try event(reader)
    try reader.press("=", "c")
    #expect(requests(reader) == [.make(.date(date), of: .event(event))])
  }

  @Test(arguments: [
    ("t", "deploy", Correction.type(EventType(rawValue: "deploy"))), ("s", "planned", .status(.planned)),
  ])
  func aChoiceIsMade(_ key: String, _ typed: String, _ expected: Correction) throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    try reader.press("=", key, typed, "Enter")
    #expect(requests(reader) == [.make(expected, of: .event(event))])
  }

  @Test(arguments: [
    (["=", "h"], Correction.hide), (["B"], .bookmark(true)), (["M"], .read(true)), (["=", "B"], .bookmark(true)),
    (["#", "port", "Enter"], .tag("port")), (["#", "#port", "Enter"], .tag("port")),
    (["\"", "look again", "Enter"], .note("look again")), (["=", "n", "again", "Enter"], .note("again")),
    (["\"", "Enter"], .note("")),
  ])
  func oneKeyOrTwo(_ keys: [String], _ expected: Correction) throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    for key in keys { try reader.press(key) }
    #expect(requests(reader) == [.make(expected, of: .event(event))])
  }

  @Test func whoTakesPartIsCorrected() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    try reader.press("=", "a", "takes no part", "Enter")
    try reader.press("=", "a", "army says", "Enter")
    try reader.press("=", "a", "who else does", "Enter", "Third Force", "Enter")
    let army = MadeUpTimeline.army.id
    #expect(
      requests(reader) == [
        .make(.removeActor(army), of: .event(event)), .make(.role(army, .speaker), of: .event(event)),
        .addActor(named: "Third Force", .subject, to: event),
      ])
  }

  @Test func eventsAreJoinedAndSplit() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    let other = try #require(reader.model.window.entries.first { $0.summary.hasPrefix("Depot") })
    try reader.press("=", "o", "orodel", "Enter", "j", "=", "x")
    #expect(requests(reader) == [.join(event, entry: other.key.id)])
    #expect(reader.screen.contains("only one article tells this event"))
  }

  @Test func anEventIsWritten() throws {
    var reader = try ReaderDriver()
    try reader.press(
      "=", "w", "attack", "Enter", "Shells on Lidov", "Enter", "kemarin", "Enter", "they said so", "Enter")
    #expect(
      requests(reader) == [
        .write(
          type: EventType(rawValue: "attack"), summary: "Shells on Lidov", date: "kemarin", source: "they said so")
      ])
  }

  @Test func actorsAreMergedAndSplit() throws {
    var reader = try ReaderDriver()
    try reader.press("I", "/", "lor army", "Enter", "J", "karang", "Enter")
    try reader.press("P", "Enter")
    #expect(
      requests(reader) == [
        .make(.merge(MadeUpTimeline.council.id), of: .actor(MadeUpTimeline.army.id)),
        .make(.splitName("Lor Amry"), of: .actor(MadeUpTimeline.army.id)),
      ])
  }

  @Test func whatCameOfItIsSaidAndCanBeTakenBack() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    let key = try #require(reader.model.window.entries.last?.key)
    try reader.press("B")
    var record = CorrectionRecord(
      id: 7, target: .event(event), correction: .bookmark(true), author: "Mira", made: "2026-01-02T03:04:05Z")
    try reader.send(.edited(.make(.bookmark(true), of: .event(event)), CorrectionLine(record: record, key: key)))
    #expect(reader.screen.contains("bookmark: yes   - takes it back"), "\(reader.screen)")
    #expect(reader.model.selection?.key == key)
    try reader.press("-")
    record.isUndone = true
    try reader.send(.edited(.undo(nil), CorrectionLine(record: record, key: key)))
    #expect(reader.screen.contains("taken back: bookmark: yes   + makes it again"))
    try reader.press("+")
    #expect(requests(reader).suffix(2) == [.undo(nil), .redo(nil)])
    try reader.send(.edited(.undo(nil), nil))
    #expect(reader.screen.contains("nothing to take back"))
  }

  @Test func whatIsTypedBeforeTheEventIsReadAgainIsKept() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    let record = CorrectionRecord(
      id: 1, target: .event(event), correction: .bookmark(true), author: "Mira", made: "2026-01-02T03:04:05Z")
    // Its answer makes everything be read again; here nothing is answered yet.
    var waiting = reader.model.update(.edited(.undo(nil), CorrectionLine(record: record)))
    for character in "#port" { waiting += reader.model.update(.key(.character(character))) }
    #expect(!reader.model.update(.key(.enter)).contains { if case .edit = $0 { true } else { false } })
    #expect(reader.screen.contains("tag: port"), "\(reader.screen)")
    for effect in waiting {
      if let answer = try effect.answer(from: reader.source) { try reader.send(answer) }
    }
    try reader.press("Enter")
    #expect(requests(reader) == [.make(.tag("port"), of: .event(event))])
  }

  @Test func theHistoryTakesBackAnyCorrection() throws {
    var reader = try ReaderDriver()
    let event = try event(reader)
    try reader.press("H")
    #expect(reader.worldly == [.history])
    let hostile = "note \u{1B}[31m\u{202E}red"
    let records = [
      CorrectionRecord(
        id: 2, target: .event(event), correction: .note(hostile), author: "M\u{9B}ira", made: "2026-01-02T03:04:05Z"),
      CorrectionRecord(
        id: 1, target: .event(event), correction: .hide, author: "Mira", made: "2026-01-01T03:04:05Z", isUndone: true),
    ]
    try reader.send(.history(records.map { CorrectionLine(record: $0, about: "Shells") }))
    #expect(reader.screen.contains("2026-01-02 03:04") && reader.screen.contains("(taken back)"), "\(reader.screen)")
    for scalar in ["\u{1B}", "\u{9B}", "\u{202E}"] as [Unicode.Scalar] {
      #expect(!reader.screen.unicodeScalars.contains(scalar))
    }
    try reader.press("Enter", "j", "Enter")
    #expect(requests(reader) == [.undo(2), .redo(1)])
    // What is done to the list meanwhile leaves the selection inside of it.
    try reader.send(.history([]))
    #expect(reader.screen.contains("nothing has been corrected"))
    try reader.press("Enter", "k", "q")
    #expect(reader.screen.contains("made-up war"))
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40), (5, 20), (1, 1)])
  func everySizeShowsThem(_ rows: Int, _ columns: Int) throws {
    for keys in ["=", "H"] {
      var reader = try ReaderDriver(rows: rows, columns: columns)
      try reader.press(keys)
      #expect(!reader.screen.isEmpty)
      #expect((0..<rows).contains(reader.model.grid().cursor.row))
    }
  }

  @Test func aTagWithABlankIsRefused() throws {
    var reader = try ReaderDriver()
    try reader.press("#", "two words", "Enter")
    #expect(requests(reader).isEmpty && reader.screen.contains("a tag is one word"))
  }
}
