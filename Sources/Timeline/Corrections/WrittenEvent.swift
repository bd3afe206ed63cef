import Temporal
import Text

/// An event that a person writes because no article that was read tells it, with the source that does.
public struct WrittenEvent: Sendable, Hashable {
  /// Its type.
  public var type: EventType
  /// Its status.
  public var status: EventStatus
  /// When.
  public var date: EventDate
  /// One line that tells it.
  public var summary: String
  /// Who takes part.
  public var actors: [NamedActor]
  /// Where.
  public var place: String?
  /// The source's address.
  public var url: String?
  /// The source's title.
  public var title: String?
  /// Who published it.
  public var outlet: String?
  /// When it was published.
  public var published: CivilDay?
  /// The words of the source that prove it; none where the address is all there is.
  public var evidence: String

  /// An event written by hand.
  public init(
    type: EventType, status: EventStatus = .happened, date: EventDate, summary: String, actors: [NamedActor] = [],
    place: String? = nil, url: String? = nil, title: String? = nil, outlet: String? = nil, published: CivilDay? = nil,
    evidence: String = ""
  ) {
    self.type = type
    self.status = status
    self.date = date
    self.summary = summary
    self.actors = actors
    self.place = place
    self.url = url
    self.title = title
    self.outlet = outlet
    self.published = published
    self.evidence = evidence
  }

  /// The event as an article with nothing else in it: its text is the summary and the evidence.
  public var article: AnnotatedArticle {
    let text = evidence.isEmpty ? summary : "\(summary)\n\n\(evidence)"
    let whole = TextSpan(0, text.utf8.count)
    let line = TextSpan(0, summary.utf8.count)
    let quote = evidence.isEmpty ? line : TextSpan(line.end + 2, whole.end)
    let event = Event(
      id: "e1", type: type, status: status, summary: summary, place: place.map { PlaceMention(name: $0) }, date: date,
      participants: actors.map { Participant($0.id, $0.role) }, evidence: Evidence(spans: [quote], trigger: quote))
    let article = Article(
      id: url ?? "written by hand", title: title, url: url, outlet: outlet,
      publication: published.map { Publication(day: $0, basis: .given) } ?? Publication(), text: SourceText(text))
    var seen: Set<ActorID> = []
    let named = actors.filter { seen.insert($0.id).inserted }
    return AnnotatedArticle(
      article: article, sentences: [quote], timexes: [],
      actors: named.map { Actor(id: $0.id, kind: ActorKind(prefixOf: $0.id), name: $0.name) }, events: [event])
  }

  /// What the event is called from then on.
  public var reference: EventReference {
    let annotated = article
    return EventReference(
      article: annotated.article.fingerprint, trigger: annotated.events[0].evidence.trigger, type: type)
  }
}
