import Temporal

/// What a filter asks of an entry, folded once so that asking is cheap: an entry in memory keeps its facts, a library
/// keeps the same in its columns.
public struct EventFacts: Sendable {
  /// The actors that take part or are credited.
  public var actors: Set<ActorID>
  /// The type.
  public var type: EventType
  /// The status.
  public var status: EventStatus
  /// The days that it may touch, open at an unknown side; nil where nothing is known.
  public var bounds: (first: CivilDay?, last: CivilDay?)?
  /// Ids and names of the place, folded.
  public var places: Set<String>
  /// Summary, evidence, actors and title, each source for itself: words must occur together in one.
  public var texts: [SearchText]
  /// The ids of the articles that tell it.
  public var articles: Set<String>

  /// The facts of an event as one article tells it.
  public init(_ event: Event, in article: Article, actors: [Actor]) {
    let ids = event.actorIDs
    let involved = actors.filter { ids.contains($0.id) }
    self.actors = Set(ids)
    type = event.type
    status = event.status
    bounds = event.date.bounds
    places = Set([event.place?.id, event.place?.name].compactMap { $0 }.map(SearchText.name))
    articles = [article.id]
    texts = [SearchText(event.searchedTexts(in: article, actors: involved))]
  }

  /// Adds what one more source tells; where that is the better one, its status, days and place are the entry's.
  public mutating func add(_ other: EventFacts, isBetter: Bool) {
    actors.formUnion(other.actors)
    texts += other.texts
    articles.formUnion(other.articles)
    if isBetter {
      status = other.status
      bounds = other.bounds
    }
    if !other.places.isEmpty, isBetter || places.isEmpty { places = other.places }
  }
}

extension Event {
  /// Everyone who takes part, speaks or is credited, without repetition, in that order.
  public var actorIDs: [ActorID] {
    var seen: Set<ActorID> = []
    let credited = [attribution.speaker, attribution.outlet].compactMap { $0 }
    return (participants.map(\.actor) + credited + attribution.chain).filter { seen.insert($0).inserted }
  }

  /// The texts in which a search for words looks: the event's summary, place and evidence, the names of its actors, and
  /// the article's title.
  public func searchedTexts(in article: Article, actors: [Actor]) -> [String] {
    var texts = [summary] + evidence.spans.map { article.text[$0] }
    if let place { texts.append(place.name) }
    if let title = article.title { texts.append(title) }
    return texts + actors.flatMap(\.names)
  }
}

extension Actor {
  /// The name to show and the words by which the article names the actor, without repetition.
  public var names: [String] {
    var seen: Set<String> = []
    return ([name] + mentions.map(\.text)).filter { seen.insert($0).inserted }
  }
}
