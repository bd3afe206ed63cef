import Temporal
import TestSupport
import Text
import Timeline

/// Articles made by chance from a seed: every precision, type, status, role; the same seed gives the same articles.
struct RandomArticles {
  private var state: UInt64
  private var told: [Event] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func articles(_ count: Int, events: Int = 4) -> [AnnotatedArticle] {
    (0..<count).map { number in
      let actors = Self.actors.filter { _ in next(3) > 0 }
      let events = (0..<next(events + 1)).map { number in
        let event = next(3) > 0 || told.isEmpty ? event(number: number, actors: actors) : retold(number)
        told.append(event)
        return event
      }
      return .sample(
        "article \(number)", title: "Judul \(next(900))", outlet: next(4) == 0 ? nil : "Kabar \(next(5))",
        published: next(5) == 0 ? nil : day().description, actors: Self.actors, events)
    }
  }

  static let actors: [Actor] = [
    ("st.XAA", ActorKind.state, "Negeri Åland", ["Negeri Åland", "Aland"]),
    ("org.x", .igo, "Persatuan X", ["Persatuan X", "PX"]),
    ("per.x", .person, "Mira Teladan", ["Mira Teladan", "Mira Teledan", "Teladan"]),
    ("grp.x", .armedGroup, "Front Y", ["Front Y"]), ("per.y", .person, "Surya Teladan", ["Teladan"]),
  ].map { id, kind, name, mentions in
    Actor(
      id: ActorID(rawValue: id), kind: kind, name: name,
      mentions: mentions.enumerated().map {
        ActorMention(
          span: TextSpan($0.offset, $0.offset + 1), text: $0.element, reason: $0.offset == 1 ? "misspelt" : nil)
      })
  }

  private mutating func event(number: Int, actors: [Actor]) -> Event {
    let words = ["gencatan", "senjata", "depot", "Türkiye", "pasukan", "kota", "serangan", "2024"]
    let summary = (0..<4).map { _ in words[next(words.count)] }.joined(separator: " ")
    let parts = actors.filter { _ in next(2) == 0 }
      .map { Participant($0.id, Role.allCases[next(Role.allCases.count)]) }
    var event = Event.sample(
      "e\(number)", ["attack", "deploy", "consult", "agree"][next(4)], summary, on: date(),
      status: EventStatus.allCases[next(4)], place: next(3) == 0 ? nil : ["Kursk", "Kyiv", "Kota Baru"][next(3)], parts)
    event.subtype = next(2) == 0 ? "shelling" : nil
    event.saidOn = next(3) == 0 ? date() : nil
    event.attribution = Attribution(
      speaker: actors.first?.id, chain: actors.dropFirst(2).map(\.id), outlet: next(3) == 0 ? actors.last?.id : nil)
    event.figures = [Figure(value: -0.5, unit: "soldiers", text: "10.000", span: TextSpan(3, 9))]
    event.reportedIn = next(3) == 0 ? "e1" : nil
    event.deniedIn = next(4) == 0 ? "e2" : nil
    return event
  }

  /// An earlier event in other words, perhaps with another day, other numbers and other people.
  private mutating func retold(_ number: Int) -> Event {
    var event = told[next(told.count)]
    event.id = "e\(number)"
    event.summary += " lagi"
    event.figures[0].value += Double(next(2))
    event.participants += next(3) == 0 ? [Participant(ActorID(rawValue: "per.y"), .recipient)] : []
    event.date.basis = Basis.allCases[next(Basis.allCases.count)]
    if event.date.precision == .day, next(2) == 0 {
      event.date.start = event.date.start.map { $0 + 1 }
      event.date.end = event.date.start
    }
    return event
  }

  private mutating func date() -> EventDate {
    let start = day()
    let end = start + next(3) * next(14)
    let precision = Precision.allCases[next(Precision.allCases.count)]
    var date = EventDate(
      start: precision == .before || precision == .none ? nil : start,
      end: precision == .after || precision == .none ? nil : precision == .day ? start : end, precision: precision,
      basis: Basis.allCases[next(Basis.allCases.count)], expression: next(2) == 0 ? "Kamis (24/" : nil,
      time: precision == .day ? ClockTime(hour: next(24), minute: next(60), offset: next(2) == 0 ? 420 : nil) : nil,
      confidence: Double(next(100)) / 99)
    if next(3) == 0 {
      let reasons = [Why("weekday Thursday", weight: 1.25), Why("nearest")]
      date.readings = [
        Reading(value: start.description, days: DateSpan(start, end), weight: 0.75, evidence: reasons),
        Reading(value: "PAST_REF", weight: 0.25),
      ]
      date.why = reasons
      date.expressionSpan = TextSpan(1, 9)
    }
    return date
  }

  private mutating func day() -> CivilDay { CivilDay(number: Int32(19_500 + next(60))) }

  /// A number from 0 up to, not including, `bound` (xorshift, Marsaglia 2003).
  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }
}
