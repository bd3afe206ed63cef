import Temporal
import Text
import Timeline

/// News made by rule, the same for the same number: articles of about 2 KB with five events each, over ten years, a few
/// actors in most events and many in few, as real timelines have it.
struct MadeUpNews {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let eventsPerArticle = 5
  private static let actorCount = 2000
  private let actors: [Actor]

  init() {
    actors = (0..<Self.actorCount).map { number in
      let name = "\(Self.names[number % Self.names.count]) \(Self.places[number / 7 % Self.places.count]) \(number)"
      return Actor(id: ActorID(rawValue: "oth.made-up-\(number)"), kind: .armedGroup, name: name)
    }
  }

  /// The next article.
  mutating func article(_ number: Int) -> AnnotatedArticle {
    let published = CivilDay(number: Int32(16_071 + next(3650)))
    let cast = (0..<4).map { _ in actors[skewed(Self.actorCount)] }
    var text = "Kabar \(number)\nKantor Berita \(next(40))\n\(published)\n\n"
    var sentences: [TextSpan] = []
    var events: [Event] = []
    for index in 0..<Self.eventsPerArticle {
      let start = text.utf8.count
      let (event, sentence) = self.event(index, cast, published, at: start)
      text += sentence + " "
      sentences.append(TextSpan(start, start + sentence.utf8.count))
      events.append(event)
      for _ in 0..<3 { text += self.sentence(18) + ". " }
      text += "\n"
    }
    var placed = cast
    for index in placed.indices {
      placed[index].mentions = sentences.map { ActorMention(span: $0, text: placed[index].name) }
    }
    let article = Article(
      id: "made-up/\(number)", title: sentence(7), url: "https://made-up.invalid/\(number)",
      outlet: "Kantor Berita \(next(40))", publication: Publication(day: published, basis: .given),
      text: SourceText(text))
    return AnnotatedArticle(article: article, sentences: sentences, timexes: [], actors: placed, events: events)
  }

  private mutating func event(
    _ index: Int, _ cast: [Actor], _ published: CivilDay, at start: Int
  ) -> (Event, String) {
    let subject = cast[index % cast.count]
    let target = cast[(index + 1) % cast.count]
    let day = published - next(6)
    let verb = Self.verbs[next(Self.verbs.count)]
    let place = Self.places[skewed(Self.places.count)]
    let sentence =
      "\(subject.name) \(verb.word) \(target.name) di \(place) pada \(day.day)/\(day.month), \(self.sentence(5))"
    let isVague = next(8) == 0
    let steps = [
      Why("words \(day.day)/\(day.month)"), Why("published \(published)"), Why("nearest such day before it"),
    ]
    let date = EventDate(
      start: day, end: isVague ? day + 6 : day, precision: isVague ? .range : .day, basis: .partial,
      expression: "\(day.day)/\(day.month)", confidence: 0.9, why: steps)
    let length = sentence.utf8.count
    let event = Event(
      id: "e\(index + 1)", type: EventType(rawValue: verb.type), status: EventStatus.allCases[skewed(4)],
      summary: sentence, place: PlaceMention(id: "pl.\(place)", name: place), date: date,
      participants: [Participant(subject.id, .subject), Participant(target.id, .target)],
      evidence: Evidence(spans: [TextSpan(start, start + length)], trigger: TextSpan(start, start + 4)))
    return (event, sentence)
  }

  private mutating func sentence(_ length: Int) -> String {
    (0..<length).map { _ in
      let rank = skewed(Self.words.count * 100)
      return Self.words[rank % Self.words.count] + (rank < Self.words.count ? "" : String(rank / Self.words.count))
    }
    .joined(separator: " ")
  }

  /// Small numbers often, large ones seldom.
  private mutating func skewed(_ bound: Int) -> Int { min(next(bound), min(next(bound), next(bound))) }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private static let names = ["Pasukan", "Front", "Dewan", "Kementerian", "Brigade", "Gerakan", "Persatuan", "Komando"]
  private static let places = [
    "Aluna", "Barito Timur", "Cempaka", "Delima", "Enggano", "Fajar", "Gading", "Halimun", "Indrapura", "Jati",
    "Kenanga", "Lembayung", "Mahoni", "Nirmala", "Opak", "Pandan", "Rimba", "Seroja", "Tirta", "Umbul", "Wanara",
  ]
  private static let verbs: [(word: String, type: String)] = [
    ("menyerang", "attack"), ("menembaki", "attack"), ("menuduh", "accuse"), ("menemui", "consult"),
    ("memasok", "supply"), ("mengancam", "threaten"), ("mengerahkan pasukan ke", "deploy"), ("menangkap", "coerce"),
    ("merebut pos", "territory"), ("menolak", "reject"), ("mengimbau", "demand"), ("menyebut", "statement"),
  ]
  private static let words = [
    "warga", "pos", "jalan", "sungai", "malam", "siang", "bantuan", "kota", "desa", "jembatan", "gudang", "senjata",
    "truk", "pagi", "laporan", "saksi", "korban", "luka", "api", "ledakan", "hujan", "pasar", "sekolah", "kapal",
    "perbatasan", "gencatan", "rapat", "juru", "bicara", "utusan", "obat", "listrik", "telepon", "bukit", "ladang",
  ]
}
