import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

@Suite struct TimelineQueryTests {
  @Test func readsEveryKey() throws {
    let query = try TimelineQuery(
      parsing: #"actor:"Coastal Army" type:battle date:2016-02..2016-04 -status:planned place:Pelle truce -"old \"x\"""#
    )
    #expect(
      query.terms == [
        QueryTerm(.actor("Coastal Army")), QueryTerm(.type(EventType(rawValue: "battle"))),
        QueryTerm(.date(from: CivilDay(iso: "2016-02-01"), to: CivilDay(iso: "2016-04-30"))),
        QueryTerm(.status(.planned), negated: true), QueryTerm(.place("Pelle")), QueryTerm(.text("truce")),
        QueryTerm(.text(#"old "x""#), negated: true),
      ])
  }

  @Test(arguments: [
    "", "actor:NATO", #"actor:"Coastal Army""#, "-type:attack", "date:2016", "date:2016-02", "date:2016-02-14",
    "date:2016..2017", "date:2016-01..2016-03", "date:2016-02-01..2016-02-14", "date:2016-02..", "date:..2016-02-14",
    #"text:"a \"b\" \\ c""#, "text:-x", "status:claimed place:Kursk",
  ])
  func printsWhatItReads(_ text: String) throws {
    #expect(try TimelineQuery(parsing: text).description == text)
  }

  @Test(arguments: [
    ("actor:x colour:red", "colour:red"), ("date:2016-13", "date:2016-13"), ("date:2016-02-30", "date:2016-02-30"),
    ("date:soon", "date:soon"), ("date:..", "date:.."), ("date:2017..2016", "date:2017..2016"),
    ("status:maybe", "status:maybe"), ("type:atack", "type:atack"), (#"a actor:"x y"#, #"actor:"x y"#),
    ("actor:", "actor:"), ("text:!!!", "text:!!!"), ("-place:", "-place:"),
  ])
  func errorsNameTheWord(_ text: String, _ word: String) {
    #expect {
      try TimelineQuery(parsing: text, types: [EventType(rawValue: "attack")])
    } throws: { error in
      (error as? QueryError)?.word == word && "\(error)".hasPrefix("\(word): ")
    }
  }

  @Test func separateOptionsBuildTheSameQuery() throws {
    var query = TimelineQuery()
    try query.add(.after, "2016-02")
    try query.add(.before, "2016-04")
    try query.add(.search, "gencatan senjata")
    #expect(query == (try TimelineQuery(parsing: #"after:2016-02 before:2016-04 search:"gencatan senjata""#)))
    #expect(throws: QueryError.self) { try query.add(.status, "x") }
  }

  static let rutte = Actor(
    id: ActorID(rawValue: "per.mark-rutte"), kind: .person, name: "Mark Rutte",
    mentions: [ActorMention(span: TextSpan(0, 9), text: "Mark Root", reason: "misspelt")])

  static let facts: EventFacts = {
    let event = Event.sample(
      "e1", "deploy", "Pasukan tiba di Türkiye", on: .days("2024-10-27", "2024-10-28", .range), status: .claimed,
      place: "Kursk", [Participant(rutte.id, .speaker)])
    let article = AnnotatedArticle.sample("a", title: "Gencatan-senjata gagal", actors: [rutte], [event])
    return EventFacts(article.events[0], in: article.article, actors: article.actors)
  }()

  static func matcher(_ text: String) throws -> QueryMatcher {
    let names = [rutte.id.rawValue] + rutte.names
    return QueryMatcher(try TimelineQuery(parsing: text)) {
      names.map(SearchText.name).contains($0) ? [rutte.id] : []
    }
  }

  @Test(arguments: [
    ("", true), ("actor:per.mark-rutte", true), (#"actor:"MARK ROOT""#, true), ("actor:Mark", false),
    ("type:deploy", true), ("-type:deploy", false), ("status:claimed", true), ("status:planned", false),
    ("date:2024-10-28", true), ("date:2024-10-29", false), ("date:..2024-10-27", true), ("date:2024-10-29..", false),
    ("place:kursk", true), ("place:Kyiv", false), ("turk", true), ("urkiye", false), (#""senjata pasukan""#, true),
    ("gagal rutte tiba", true), ("pasukan -gagal", false),
  ])
  func asksAnEvent(_ text: String, _ passes: Bool) throws {
    #expect(try Self.matcher(text).passes(Self.facts) == passes)
  }

  @Test func openDatesTouchWhatLiesOnTheirOpenSide() throws {
    func passes(_ date: EventDate, _ text: String) throws -> Bool {
      var facts = Self.facts
      facts.bounds = date.bounds
      return try Self.matcher(text).passes(facts)
    }
    #expect(try passes(.days(nil, "2024-10-28", .before), "date:2020"))
    #expect(try !passes(.days(nil, "2024-10-28", .before), "date:2025"))
    #expect(try passes(.days("2024-10-28", nil, .after), "date:2025"))
    #expect(try !passes(.unknown, "date:1900.."))
  }
}
