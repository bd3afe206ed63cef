import Temporal
import Text
import Timeline

/// Makes articles of the entries that `linimasa export --format jsonl` writes: one for each source that any of them names,
/// its text being the words that prove its events.
struct EntryLineReader {
  private struct Source: Hashable {
    var id: String
    var title: String?
    var url: String?
    var outlet: String?
    var published: CivilDay?
  }

  fileprivate struct Draft {
    var text = ""
    var spans: [String: TextSpan] = [:]
    var actors: [Actor] = []
    var events: [Event] = []
    var basis = PublicationBasis.given
  }

  private var order: [Source: Int] = [:]
  private var sources: [Source] = []
  private var drafts: [Draft] = []
  private(set) var entries: [[ImportedTimeline.Telling]] = []

  /// Takes in an entry; what was made of it, with a problem where it is none.
  mutating func add(_ line: JSONValue, number: Int) -> ImportedRow {
    var row = ImportedRow(number: number)
    guard let type = line["type"].text, let summary = line["summary"].text, let date = Self.date(line["date"]) else {
      row.problems.append("no type, summary or date: no entry of linimasa")
      return row
    }
    var event = Event(
      id: "", type: EventType(rawValue: type), subtype: line["subtype"].text,
      status: line["status"].text.flatMap(EventStatus.init(rawValue:)) ?? .happened, summary: summary, date: date,
      saidOn: Self.date(line["said_on"]), evidence: Evidence(spans: [], trigger: TextSpan(0, 0)))
    event.place = line["place"]["name"].text.map { PlaceMention(id: line["place"]["id"].text, name: $0) }
    event.attribution = Self.attribution(line["attribution"])
    if line["denied"].isTrue { event.deniedIn = "denied" }
    let actors = Self.actors(line["actors"])
    event.participants = actors.map { Participant($0.actor.id, $0.role) }
    var tellings: [ImportedTimeline.Telling] = []
    let told = line["sources"].elements.filter(\.isObject)
    for (index, source) in (told.isEmpty ? [.null] : told).enumerated() {
      // The first source is the one whose date the entry shows.
      if index > 0 { event.date = Self.date(source["date"]) ?? date }
      if index > 0, let summary = source["summary"].text { event.summary = summary }
      let figures = source["figures"].elements.isEmpty ? line["figures"] : source["figures"]
      tellings.append(add(event, actors.map(\.actor), figures, of: source, row: number))
    }
    entries.append(tellings)
    (row.summary, row.date, row.type) = (summary, date, event.type)
    return row
  }

  /// The articles.
  var articles: [AnnotatedArticle] {
    zip(sources, drafts).map { source, draft in
      let publication = source.published.map { Publication(day: $0, basis: draft.basis) } ?? Publication()
      let article = Article(
        id: source.id, title: source.title, url: source.url, outlet: source.outlet, publication: publication,
        text: SourceText(draft.text))
      let sentences = draft.spans.values.sorted { $0.start < $1.start }
      return AnnotatedArticle(
        article: article, sentences: sentences, timexes: [], actors: draft.actors, events: draft.events)
    }
  }

  private mutating func add(
    _ event: Event, _ actors: [Actor], _ figures: JSONValue, of source: JSONValue, row: Int
  ) -> ImportedTimeline.Telling {
    let key = Source(
      id: source["article"].text ?? "row \(row)", title: source["title"].text, url: source["url"].text,
      outlet: source["outlet"].text, published: source["published"].text.flatMap { CivilDay(iso: $0) })
    let index = order[key] ?? drafts.count
    if index == drafts.count {
      order[key] = index
      sources.append(key)
      drafts.append(Draft())
    }
    var event = event
    event.id = source["event"].text ?? "e\(drafts[index].events.count + 1)"
    let quotes = source["evidence"].elements.compactMap(\.text)
    let spans = (quotes.isEmpty ? [event.summary] : quotes).map { drafts[index].span(of: $0) }
    event.evidence = Evidence(
      spans: spans, trigger: drafts[index].trigger(source["trigger"].text, in: spans[0], of: event.type))
    event.figures = figures.elements.compactMap { figure in
      guard let value = figure["value"].double, let unit = figure["unit"].text else { return nil }
      return Figure(value: value, unit: unit, text: figure["text"].text ?? "", span: spans[0])
    }
    drafts[index].basis = source["published_basis"].text.flatMap(PublicationBasis.init(rawValue:)) ?? .given
    for actor in actors where !drafts[index].actors.contains(where: { $0.id == actor.id }) {
      drafts[index].actors.append(actor)
    }
    drafts[index].events.append(event)
    return ImportedTimeline.Telling(article: index, event: drafts[index].events.count - 1)
  }

  // MARK: - Parts

  private static func actors(_ value: JSONValue) -> [(actor: Actor, role: Role)] {
    value.elements.compactMap { value in
      guard let id = value["id"].text.map(ActorID.init(rawValue:)),
        let role = value["role"].text.flatMap(Role.init(rawValue:))
      else { return nil }
      let kind = value["kind"].text.flatMap(ActorKind.init(rawValue:)) ?? ActorKind(prefixOf: id)
      return (Actor(id: id, kind: kind, name: value["name"].text ?? id.rawValue), role)
    }
  }

  private static func attribution(_ value: JSONValue) -> Attribution {
    func id(_ value: JSONValue) -> ActorID? { value.text.map(ActorID.init(rawValue:)) }
    return Attribution(
      speaker: id(value["speaker"]), chain: value["chain"].elements.compactMap(id), outlet: id(value["outlet"]))
  }

  /// A date as the exports and `extract` write it; nil where it is none.
  static func date(_ value: JSONValue) -> EventDate? {
    guard let precision = value["precision"].text.flatMap(Precision.init(rawValue:)) else { return nil }
    func day(_ key: String) -> CivilDay? { value[key].text.flatMap { CivilDay(iso: $0) } }
    let clock = (value["time"].text ?? "").split(separator: ":").compactMap { Int($0.prefix(2)) }
    let date = EventDate(
      start: day("start"), end: day("end"), precision: precision,
      basis: value["basis"].text.flatMap(Basis.init(rawValue:)) ?? .explicit, expression: value["expression"].text,
      time: clock.count >= 2 ? ClockTime(hour: clock[0], minute: clock[1]) : nil,
      confidence: value["confidence"].double ?? 1,
      readings: value["readings"].elements.compactMap { reading in
        guard let text = reading["value"].text, let weight = reading["weight"].double else { return nil }
        return Reading(value: text, days: CivilDay(iso: text).map { DateSpan($0) }, weight: weight)
      }, why: value["why"].elements.compactMap(\.text).map { Why($0) })
    if precision != .none, date.bounds == nil { return nil }
    if let start = date.start, let end = date.end, end < start { return nil }
    return date
  }
}

extension EntryLineReader.Draft {
  /// The place of a quotation in the text, to which it is added where it does not stand there yet.
  mutating func span(of quote: String) -> TextSpan {
    if let known = spans[quote] { return known }
    if !text.isEmpty { text += "\n" }
    let span = TextSpan(text.utf8.count, text.utf8.count + quote.utf8.count)
    text += quote
    spans[quote] = span
    return span
  }

  /// The place of the trigger's words in a quotation, the first that tells no event of the type yet, so that each keeps a
  /// reference of its own; the quotation where there is none.
  func trigger(_ words: String?, in span: TextSpan, of type: EventType) -> TextSpan {
    guard let words, !words.isEmpty else { return span }
    let taken = Set(events.filter { $0.type == type }.map(\.evidence.trigger))
    let quote = Array(Array(text.utf8)[span.start..<span.end])
    let needle = Array(words.utf8)
    guard needle.count <= quote.count else { return span }
    for start in 0...(quote.count - needle.count) where quote[start..<start + needle.count].elementsEqual(needle) {
      let found = TextSpan(span.start + start, span.start + start + needle.count)
      if !taken.contains(found) { return found }
    }
    return span
  }
}
