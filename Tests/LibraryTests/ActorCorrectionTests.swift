import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

/// Actors joined and split by hand, over all articles.
@Suite struct ActorCorrectionTests {
  static let rutte = ActorID(rawValue: "per.mark-rutte")
  static let root = ActorID(rawValue: "per.mark-root")
  static let chief = ActorID(rawValue: "per.nato-chief")

  let folder: TemporaryFolder
  let library: LibraryFile

  /// Three articles: one names the man rightly, one only by a misspelt name, one knows another by his office.
  init() throws {
    folder = try TemporaryFolder()
    library = try LibraryFile(path: folder.file("a.sqlite"))
    func article(_ number: Int, _ summary: String, _ actor: Actor) -> AnnotatedArticle {
      .sample(
        "a\(number)", title: "T\(number)", actors: [actor],
        [.sample("e1", "statement", summary, on: .day("2024-10-2\(number)"), [Participant(actor.id, .speaker)])])
    }
    func actor(_ id: ActorID, _ name: String, _ mentions: [ActorMention]) -> Actor {
      Actor(id: id, kind: .person, name: name, mentions: mentions)
    }
    try library.add([
      article(
        1, "Mark Rutte speaks",
        actor(Self.rutte, "Mark Rutte", [ActorMention(span: TextSpan(0, 10), text: "Mark Rutte")])),
      article(
        2, "Mark Root speaks, he says",
        actor(
          Self.rutte, "Mark Rutte",
          [
            ActorMention(span: TextSpan(0, 9), text: "Mark Root", reason: "one letter exchanged"),
            ActorMention(span: TextSpan(18, 20), text: "he", reason: "the subject before it"),
          ])),
      article(
        3, "The chief speaks", actor(Self.chief, "NATO chief", [ActorMention(span: TextSpan(0, 9), text: "The chief")])),
    ])
  }

  func count(_ filter: String) throws -> Int { try library.overview(TimelineQuery(parsing: filter)).matching }
  func index() throws -> [String] { try library.actors(.everything).map { "\($0.id) \($0.name) \($0.count)" } }
  func aliases(_ id: ActorID) throws -> [String: String?] {
    let actor = try library.actors(.everything).first { $0.id == id }
    return Dictionary(actor?.aliases.map { ($0.text, $0.reason) } ?? [], uniquingKeysWith: { $1 })
  }
  func correct(_ actor: ActorID, _ correction: Correction) throws {
    try library.correct(.actor(actor), correction, author: "Mira", made: "2026-01-02T03:04:05Z")
  }

  @Test func twoActorsBecomeOne() throws {
    let before = try index()
    #expect(before == ["per.mark-rutte Mark Rutte 2", "per.nato-chief NATO chief 1"])
    try correct(Self.chief, .merge(Self.rutte))
    #expect(try index() == ["per.mark-rutte Mark Rutte 3"])
    #expect(
      try aliases(Self.rutte)["NATO chief"] == "joined by hand" && aliases(Self.rutte)["The chief"] == "joined by hand")
    // By every name, and by the id that an old filter has.
    for name in ["\"Mark Rutte\"", "\"NATO chief\"", "\"the chief\"", "per.nato-chief"] {
      #expect(try count("actor:\(name)") == 3, "\(name)")
    }
    #expect(try count("rutte") == 3)
    let entry = try #require(try library.entries(.everything, from: nil, .backward, limit: 1).first)
    let mention = try #require(try library.detail(of: entry.key.id)?.mentions.first)
    #expect(entry.actors.map(\.name) == ["Mark Rutte"])
    #expect(mention.actors.first?.mentions.first?.reason == "joined by hand")
    try library.undo()
    #expect(try index() == before)
    #expect(try count("actor:\"NATO chief\"") == 1 && count("rutte") == 2 && aliases(Self.rutte)["NATO chief"] == nil)
  }

  @Test func whatIsAddedLaterIsJoinedToo() throws {
    try correct(Self.chief, .merge(Self.rutte))
    let actor = Actor(
      id: Self.chief, kind: .person, name: "NATO chief",
      mentions: [ActorMention(span: TextSpan(0, 9), text: "The boss")])
    try library.add([
      .sample(
        "a9", title: "T9", actors: [actor],
        [.sample("e1", "threaten", "The boss speaks", on: .day("2024-11-09"), [Participant(actor.id, .speaker)])])
    ])
    #expect(try index() == ["per.mark-rutte Mark Rutte 4"])
    #expect(try count("actor:\"the boss\"") == 4 && aliases(Self.rutte)["The boss"] == "joined by hand")
    try library.undo()
    #expect(try count("actor:\"the boss\"") == 2 && index().count == 2)
  }

  @Test func aNameBecomesAnotherActor() throws {
    try correct(Self.rutte, .splitName("Mark Root"))
    #expect(try index() == ["per.mark-root Mark Root 1", "per.mark-rutte Mark Rutte 1", "per.nato-chief NATO chief 1"])
    #expect(try count("actor:\"mark root\"") == 1 && count("actor:\"mark rutte\"") == 1)
    #expect(try aliases(Self.rutte)["Mark Root"] == nil)
    let entry = try #require(try library.entries(TimelineQuery(parsing: "root"), from: nil, .forward, limit: 1).first)
    #expect(entry.actors.map(\.id) == [Self.root])
    // It is split off and joined with the third.
    try correct(Self.root, .merge(Self.chief))
    #expect(try index() == ["per.nato-chief NATO chief 2", "per.mark-rutte Mark Rutte 1"])
    // The first correction is taken back under the second.
    let first = try #require(try library.corrections().first)
    try library.undo(first.id)
    #expect(try index() == ["per.mark-rutte Mark Rutte 2", "per.nato-chief NATO chief 1"])
    try library.redo(first.id)
    #expect(try index() == ["per.nato-chief NATO chief 2", "per.mark-rutte Mark Rutte 1"])
  }

  @Test func aNameOfManyIsSplitWhereOnlyItIsUsed() throws {
    let actor = Actor(
      id: Self.rutte, kind: .person, name: "Mark Rutte",
      mentions: [
        ActorMention(span: TextSpan(0, 9), text: "Mark Root"), ActorMention(span: TextSpan(17, 27), text: "Mark Rutte"),
      ])
    try library.add([
      .sample(
        "both", title: "Both", actors: [actor],
        [
          .sample("e1", "accuse", "Mark Root shouts", on: .day("2024-12-01"), [Participant(actor.id, .speaker)]),
          .sample("e2", "demand", "Mark Rutte asks", on: .day("2024-12-02"), [Participant(actor.id, .speaker)]),
        ])
    ])
    try correct(Self.rutte, .splitName("mark root"))
    let entries = try library.entries(TimelineQuery(parsing: "date:2024-12"), from: nil, .forward, limit: 9)
    #expect(entries.map { $0.actors.map(\.id) } == [[Self.root], [Self.rutte]])
  }

  @Test func whatCannotBeIsRefused() throws {
    let nobody = ActorID(rawValue: "per.nobody")
    #expect(throws: CorrectionError.unknownActor(nobody)) { try correct(nobody, .merge(Self.rutte)) }
    #expect(throws: CorrectionError.unknownActor(nobody)) { try correct(Self.rutte, .merge(nobody)) }
    #expect(throws: CorrectionError.sameActor(Self.rutte)) { try correct(Self.rutte, .merge(Self.rutte)) }
    try correct(Self.chief, .merge(Self.rutte))
    #expect(throws: CorrectionError.sameActor(Self.rutte)) { try correct(Self.rutte, .merge(Self.chief)) }
    #expect(throws: CorrectionError.wrongTarget(.actor(Self.rutte))) { try correct(Self.rutte, .hide) }
    #expect(try library.corrections().count == 1)
  }
}
