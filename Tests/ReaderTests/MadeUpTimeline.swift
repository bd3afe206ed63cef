import Temporal
import TestSupport
import Text
import Timeline

/// A small war in a country that does not exist, with every kind of date.
enum MadeUpTimeline {
  static let army = actor("force.tentara-lor", .force, "Lor Army")
  static let front = actor("grp.front-lembah", .armedGroup, "Lembah Front")
  static let council = actor("agency.dewan-karang", .agency, "Karang Council")

  /// All of it.
  static var source: MemoryTimeline { MemoryTimeline(articles) }

  /// With hundreds of events more, so that pages end.
  static func long(_ count: Int) -> MemoryTimeline {
    let start = CivilDay(year: 2019, month: 1, day: 1) ?? CivilDay(number: 17897)
    let events = (0..<count).map { index in
      let day = start + index * 3 / 2
      let who = index % 3 == 0 ? army : index % 3 == 1 ? front : council
      return Event.sample(
        "e\(index)", index % 4 == 0 ? "attack" : "statement", "\(who.name) event number \(index)",
        on: .day(day.description), [Participant(who.id, .subject)])
    }
    return MemoryTimeline([.sample("long", actors: [army, front, council], events)])
  }

  /// Corrections as a library would keep them, the newest first.
  static var corrections: [CorrectionLine] {
    ["e1", "e2", "e3", "e4", "e5"].enumerated().map { number, name in
      let record = CorrectionRecord(
        id: Int64(number), target: .actor(army.id), correction: number == 2 ? .merge(front.id) : .splitName(name),
        author: "mira", made: "2031-04-0\(9 - number)T12:00:00Z", isUndone: number == 1)
      return CorrectionLine(record: record, about: "Lor Army")
    }
  }

  private static func actor(_ id: String, _ kind: ActorKind, _ name: String) -> Actor {
    Actor(id: ActorID(rawValue: id), kind: kind, name: name)
  }

  private static var articles: [AnnotatedArticle] {
    var torn = EventDate.day("2031-03-07")
    torn.basis = .repaired
    torn.confidence = 0.82
    torn.expression = "Jumat (7/2031). 03/2031)"
    torn.readings = [
      Reading(
        value: "2031-03-07", days: DateSpan(CivilDay(iso: "2031-03-07") ?? CivilDay(number: 0)), weight: 0.82,
        evidence: [Why("the weekday agrees", weight: 2.1), Why("one day before publication", weight: 0.7)]),
      Reading(
        value: "2031-07-03", days: DateSpan(CivilDay(iso: "2031-07-03") ?? CivilDay(number: 0)), weight: 0.18,
        evidence: [Why("it lies after publication", weight: -1.4)]),
    ]
    torn.why = [Why("fragments 7, 2031, 03"), Why("day and month read in the language's order", weight: 0.4)]
    let speaker = [Participant(council.id, .speaker), Participant(army.id, .target)]
    var named = army
    named.mentions = [
      ActorMention(
        span: TextSpan(0, 8), text: "Lor Amry", reason: "one letter exchanged; no other actor is as near")
    ]
    var harian = AnnotatedArticle.sample(
      "harian", title: "Shells on Karang", outlet: "Harian Uji", published: "2031-03-08",
      url: "https://example.org/harian",
      actors: [named, front, council],
      [
        .sample(
          "e1", "attack", "Lor Army shelled Karang; 12 hurt",
          on: .day("2031-03-05", time: ClockTime(hour: 14, minute: 20)), place: "Karang",
          [Participant(army.id, .subject)]),
        .sample(
          "e2", "attack", "Lembah Front says it answered fire", on: .day("2031-03-05"), status: .claimed,
          [Participant(front.id, .speaker)]),
        .sample("e3", "accuse", "Karang Council blames the army for the shells", on: torn, speaker),
        .sample(
          "e4", "supply", "Convoy held near Sakra", on: .days("2031-03-07", "2031-03-09", .range), place: "Sakra"),
        .sample(
          "e5", "consult", "Talks about a truce at an unknown place", on: .days("2031-03-01", "2031-03-31", .month),
          [Participant(council.id, .subject), Participant(front.id, .subject)]),
      ])
    // The third event is told by two pieces of its sentence.
    if let whole = harian.events[2].evidence.spans.first {
      harian.events[2].evidence.spans = [
        TextSpan(whole.start, whole.start + 21), TextSpan(whole.end - 6, whole.end),
      ]
    }
    return [
      harian,
      .sample(
        "lintas", title: "Shelling in the east", outlet: "Lintas Uji", published: "2031-03-06", actors: [army],
        [
          .sample(
            "e1", "attack", "Lor Army shelled Karang, wounding 14",
            on: .day("2031-03-05", time: ClockTime(hour: 14, minute: 20)), place: "Karang",
            [Participant(army.id, .subject)])
        ]),
      .sample(
        "warta", title: "Depot burns", outlet: "Warta Contoh", published: "2031-04-02", actors: [army, front, council],
        [
          .sample(
            "e1", "attack", "Depot at Orodel hit overnight", on: .day("2031-03-24"),
            [Participant(army.id, .subject)]),
          .sample(
            "e2", "deploy", "Lembah Front may move to the north bank, the council's spokesman says, before the rain",
            on: .days("2031-04-01", "2031-04-30", .period), status: .planned, [Participant(front.id, .subject)]),
          .sample("e3", "retreat", "Families leave the north", on: .days("2031-01-01", "2031-12-31", .year)),
          .sample(
            "e4", "territory", "Sakra changes hands", on: .days(nil, "2031-04-02", .before), place: "Sakra",
            [Participant(front.id, .subject)]),
          .sample("e5", "protest", "A crowd in Lidov asks for a truce"),
        ]),
    ]
  }
}
