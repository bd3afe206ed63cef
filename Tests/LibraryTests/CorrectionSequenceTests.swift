import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

/// Corrections made, taken back and made again in any order give what the ones that are left give by themselves.
@Suite struct CorrectionSequenceTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
    mutating func one<Value>(of values: [Value]) -> Value? { values.randomElement(using: &self) }
  }

  static func actors() -> [Actor] {
    ["per.a", "per.b", "grp.c", "st.d"].enumerated().map { index, id in
      let name = "Actor \(id.suffix(1))"
      return Actor(
        id: ActorID(rawValue: id), kind: ActorKind(prefixOf: ActorID(rawValue: id)), name: name,
        mentions: [
          ActorMention(span: TextSpan(0, 3), text: name),
          ActorMention(span: TextSpan(4, 6), text: "Alias \(index)", reason: "misspelt"),
        ])
    }
  }

  /// Articles of which several tell one event.
  static func articles(_ dice: inout Dice) -> [AnnotatedArticle] {
    let actors = actors()
    return (0..<6).map { number in
      let events = (0..<3).map { index in
        let day = Int.random(in: 10...12, using: &dice)
        let actor = actors[Int.random(in: 0..<4, using: &dice)]
        return Event.sample(
          "e\(index)", ["attack", "deploy"][index % 2], "\(actor.name) moves on the harbor \(index)",
          on: .day("2024-10-\(day)"), place: "Sakra", [Participant(actor.id, .subject)])
      }
      return .sample("article \(number)", title: "T\(number)", outlet: "Outlet \(number)", actors: actors, events)
    }
  }

  static func correction(
    _ dice: inout Dice, _ references: [EventReference]
  ) -> (CorrectionTarget, Correction) {
    let ids = actors().map(\.id) + [ActorID(rawValue: "per.alias-0")]
    func id(_ dice: inout Dice) -> ActorID { dice.one(of: ids) ?? ids[0] }
    let event = dice.one(of: references) ?? references[0]
    switch Int.random(in: 0..<15, using: &dice) {
    case 0: return (.event(event), .date(.day("2024-10-0\(Int.random(in: 1...9, using: &dice))")))
    case 1: return (.event(event), .type(EventType(rawValue: dice.one(of: ["attack", "supply"]) ?? "")))
    case 2: return (.event(event), .status(dice.one(of: EventStatus.allCases) ?? .claimed))
    case 3: return (.event(event), .hide)
    case 4, 5: return (.event(event), .split)
    case 6, 7: return (.event(event), .join(dice.one(of: references) ?? event))
    case 8: return (.event(event), .addActor(NamedActor(id: id(&dice), role: .target, name: "Alias 0")))
    case 9: return (.event(event), .removeActor(id(&dice)))
    case 10: return (.event(event), .role(id(&dice), dice.one(of: Role.allCases) ?? .speaker))
    case 11:
      return (.event(event), dice.one(of: [.tag("x"), .untag("x"), .note("n"), .bookmark(true), .read(true)]) ?? .hide)
    case 12: return (.actor(id(&dice)), .splitName("Alias 0"))
    case 13:
      let written = WrittenEvent(
        type: EventType(rawValue: "attack"), date: .day("2024-10-05"),
        summary: "Written \(Int.random(in: 0..<3, using: &dice))")
      return (.event(written.reference), .write(written))
    default: return (.actor(id(&dice)), .merge(id(&dice)))
    }
  }

  /// Everything that a person sees, without the numbers of entries.
  static func picture(_ library: LibraryFile) throws -> [String] {
    let entries = try library.entries(.everything, from: nil, .forward, limit: 999)
    let overview = try library.overview(.everything)
    #expect(overview.total == entries.count)
    var lines = entries.map { entry in
      let actors = entry.actors.map { "\($0.id) \($0.role)" }.sorted()
      return "\(entry.date.byHand) \(entry.type) \(entry.status) \(entry.summary) \(actors) \(entry.outlets.sorted()) "
        + "\(entry.sourceCount) \(entry.sourcesDisagree) \(entry.isCorrected) \(entry.remarks)"
    }
    .sorted()
    for actor in try library.actors(.everything) {
      let aliases = Set(actor.aliases.map { "\($0.text) \($0.reason ?? "")" }).sorted()
      lines.append("\(actor.id) \(actor.name) \(actor.count) \(aliases)")
      // The filter finds what the index counts.
      #expect(
        try library.overview(TimelineQuery(terms: [QueryTerm(.actor(actor.id.rawValue))])).matching == actor.count)
    }
    for query in ["tag:x", "is:noted", "is:bookmarked", "is:unread", "is:corrected", "type:attack", "alias", "actor"] {
      lines.append("\(query) \(try library.overview(TimelineQuery(parsing: query)).matching)")
    }
    try library.pool.write { try $0.execute(sql: "INSERT INTO search(search) VALUES ('integrity-check')") }
    return lines
  }

  @Test(arguments: 1...24) func whatIsLeftIsAllThatCounts(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let folder = try TemporaryFolder()
    let articles = Self.articles(&dice)
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    try library.add(articles)
    let untouched = try Self.picture(library)
    let references = articles.flatMap { annotated in annotated.events.map { EventReference($0, in: annotated.article) }
    }
    for step in 0..<40 {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0, 1: try library.undo()
      case 2: try library.redo()
      case 3: try library.undo(Int64(Int.random(in: 1...20, using: &dice)))
      default:
        let (target, correction) = Self.correction(&dice, references)
        do {
          try library.correct(target, correction, author: "Mira", made: "2026-01-01T00:00:\(10 + step)Z")
        } catch is CorrectionError {}
      }
    }
    let fresh = try LibraryFile(path: folder.file("b.sqlite"))
    try fresh.add(articles)
    let left = try library.corrections().filter { !$0.isUndone }
    for record in left {
      try fresh.correct(record.target, record.correction, author: record.author, made: record.made)
    }
    let (ours, theirs) = (try Self.picture(library), try Self.picture(fresh))
    #expect(ours == theirs, "seed \(seed): \(ours.difference(from: theirs)) after \(left)")
    while try library.undo() != nil {}
    #expect(try Self.picture(library) == untouched, "seed \(seed)")
  }
}
