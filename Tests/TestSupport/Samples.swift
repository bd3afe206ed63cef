import Temporal
import Text
import Timeline

extension AnnotatedArticle {
  /// An article made for tests: its text is the summaries of its events, one a line, each event's evidence being its
  /// line.
  public static func sample(
    _ id: String, title: String? = "Title", outlet: String? = "Kabar Uji", published: String? = "2024-10-28",
    url: String? = nil, actors: [Actor] = [], _ events: [Event]
  ) -> AnnotatedArticle {
    var text = ""
    var sentences: [TextSpan] = []
    var placed: [Event] = []
    for var event in events {
      let span = TextSpan(text.utf8.count, text.utf8.count + event.summary.utf8.count)
      event.evidence = Evidence(spans: [span], trigger: span)
      placed.append(event)
      sentences.append(span)
      text += event.summary + "\n"
    }
    let publication = published.flatMap { CivilDay(iso: $0) }.map { Publication(day: $0, basis: .given) }
    let article = Article(
      id: id, title: title, url: url, outlet: outlet, publication: publication ?? Publication(), text: SourceText(text))
    return AnnotatedArticle(article: article, sentences: sentences, timexes: [], actors: actors, events: placed)
  }
}

extension Event {
  /// An event made for tests.
  public static func sample(
    _ id: String, _ type: String = "attack", _ summary: String = "summary", on date: EventDate = .unknown,
    status: EventStatus = .happened, place: String? = nil, _ participants: [Participant] = []
  ) -> Event {
    Event(
      id: id, type: EventType(rawValue: type), status: status, summary: summary,
      place: place.map { PlaceMention(name: $0) }, date: date, participants: participants,
      evidence: Evidence(spans: [], trigger: TextSpan(0, 0)))
  }
}

extension EventDate {
  /// One day, `2024-10-24`, with a time of day where one is given.
  public static func day(_ iso: String, time: ClockTime? = nil) -> EventDate {
    EventDate(
      start: CivilDay(iso: iso), end: CivilDay(iso: iso), precision: .day, basis: .explicit, time: time)
  }

  /// Any precision between two days.
  public static func days(_ from: String?, _ to: String?, _ precision: Precision) -> EventDate {
    EventDate(
      start: from.flatMap { CivilDay(iso: $0) }, end: to.flatMap { CivilDay(iso: $0) }, precision: precision,
      basis: .partial)
  }
}
