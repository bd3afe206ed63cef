import Temporal
import Text
import Timeline

/// Makes an article of a line that `linimasa extract` writes. The line holds no text, so the summaries stand for it.
struct ArticleLineReader {
  /// The article of a line; nil where it is none.
  static func article(_ line: JSONValue, number: Int) -> AnnotatedArticle? {
    guard case .array(let events) = line["events"] else { return nil }
    var text = ""
    var spans: [TextSpan] = []
    let read = events.compactMap { value -> Event? in
      guard let type = value["type"].text, let summary = value["summary"].text,
        let date = EntryLineReader.date(value["date"])
      else { return nil }
      let span = TextSpan(text.utf8.count, text.utf8.count + summary.utf8.count)
      text += summary + "\n"
      spans.append(span)
      return Event(
        id: value["id"].text ?? "e\(spans.count)", type: EventType(rawValue: type), subtype: value["subtype"].text,
        status: value["status"].text.flatMap(EventStatus.init(rawValue:)) ?? .happened, summary: summary,
        place: value["place"]["name"].text.map { PlaceMention(id: value["place"]["id"].text, name: $0) }, date: date,
        saidOn: EntryLineReader.date(value["said_on"]),
        participants: value["actors"].elements.compactMap(Self.participant),
        attribution: Attribution(
          speaker: value["attribution"]["speaker"].text.map(ActorID.init(rawValue:)),
          chain: value["attribution"]["chain"].elements.compactMap { $0.text.map(ActorID.init(rawValue:)) },
          outlet: value["attribution"]["outlet"].text.map(ActorID.init(rawValue:))),
        figures: value["figures"].elements.compactMap { figure in
          guard let number = figure["value"].double, let unit = figure["unit"].text else { return nil }
          return Figure(value: number, unit: unit, text: figure["text"].text ?? "", span: span)
        }, evidence: Evidence(spans: [span], trigger: span), reportedIn: value["reported_in"].text,
        deniedIn: value["denied_in"].text)
    }
    let basis = line["published_basis"].text.flatMap(PublicationBasis.init(rawValue:)) ?? .given
    let published = line["published"].text.flatMap { CivilDay(iso: $0) }
    let article = Article(
      id: line["id"].text ?? "line \(number)", title: line["title"].text, url: line["url"].text,
      outlet: line["outlet"].text, language: line["language"].text.map(LanguageCode.init(rawValue:)) ?? .undetermined,
      publication: published.map { Publication(day: $0, basis: basis) } ?? Publication(), text: SourceText(text))
    return AnnotatedArticle(
      article: article, sentences: spans, timexes: [], actors: line["actors"].elements.compactMap(Self.actor),
      events: read)
  }

  private static func participant(_ value: JSONValue) -> Participant? {
    guard let id = value["id"].text, let role = value["role"].text.flatMap(Role.init(rawValue:)) else { return nil }
    return Participant(ActorID(rawValue: id), role)
  }

  /// The words that name the actor are kept; where they stood, the line's text would have to tell.
  private static func actor(_ value: JSONValue) -> Actor? {
    guard let id = value["id"].text.map(ActorID.init(rawValue:)), let name = value["name"].text else { return nil }
    let mentions = value["mentions"].elements.compactMap { mention in
      mention["text"].text.map { ActorMention(span: TextSpan(0, 0), text: $0, reason: mention["reason"].text) }
    }
    return Actor(
      id: id, kind: value["kind"].text.flatMap(ActorKind.init(rawValue:)) ?? ActorKind(prefixOf: id), name: name,
      parent: value["parent"].text.map(ActorID.init(rawValue:)), mentions: mentions)
  }
}
