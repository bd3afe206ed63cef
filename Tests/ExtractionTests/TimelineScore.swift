import Text
import Timeline

/// How well extracted events agree with marked ones. Best pairs are matched first: same type, shared evidence.
struct TimelineScore {
  /// Right answers, answers, and what there was to find.
  struct Count {
    var right = 0
    var given = 0
    var wanted = 0
    /// The harmonic mean of precision and recall.
    var f1: Double { given + wanted == 0 ? 0 : 2 * Double(right) / Double(given + wanted) }
  }

  var events = Count()
  var datedEvents = Count()
  var roles = Count()
  var timelineDays = Count()
  var statuses = Count()
  var mentions = Count()
  /// Pairs of mentions that name one actor.
  var aliases = Count()
  /// Events that stand on lines that tell nothing.
  var fromNoise = 0

  /// Adds one article.
  mutating func add(_ marked: MarkedArticle, _ found: AnnotatedArticle) {
    let offsets = ScalarOffsets(found.article.text)
    let spans = found.events.map { $0.evidence.spans.map { Self.span($0, offsets) } }
    let names = Self.align(marked, found, offsets)
    let pairs = Self.pairs(marked, found, spans, names)
    var markedOf: [Int: Int] = [:]
    for pair in pairs { markedOf[pair.found] = pair.marked }
    let hits = pairs.filter { !marked.events[$0.marked].isOptional }
    let required = marked.events.filter { !$0.isOptional }
    let given = found.events.count - (pairs.count - hits.count)
    let dated = hits.filter { marked.events[$0.marked].days.contains(Self.days(found.events[$0.found])) }
    events.add(hits.count, given, required.count)
    datedEvents.add(dated.count, given, required.count)
    statuses.add(
      hits.filter { marked.events[$0.marked].statuses.contains(found.events[$0.found].status.rawValue) }.count,
      hits.count,
      hits.count)
    for (index, event) in found.events.enumerated() {
      let parts = Self.parts(event, names)
      guard let match = markedOf[index].map({ marked.events[$0] }) else {
        roles.given += parts.count
        continue
      }
      if match.isOptional { continue }
      roles.right += parts.intersection(match.parts).count
      roles.given += parts.subtracting(match.otherParts.subtracting(match.parts)).count
    }
    roles.wanted += required.reduce(0) { $0 + $1.parts.count }
    let wantedDays = Set(required.compactMap { Self.single($0.days[0]) })
    let allowedDays = Set(marked.events.flatMap { $0.days.compactMap(Self.single) })
    let foundDays = Set(found.events.compactMap { Self.single(Self.days($0)) })
    timelineDays.add(
      wantedDays.intersection(foundDays).count,
      foundDays.count - foundDays.intersection(allowedDays).subtracting(wantedDays).count,
      wantedDays.count)
    if marked.hasAllMentions { addMentions(marked, found, offsets) }
    fromNoise += spans.filter { $0.contains { span in marked.noise.contains { $0.overlaps(span) } } }.count
  }

  private mutating func addMentions(_ marked: MarkedArticle, _ found: AnnotatedArticle, _ offsets: ScalarOffsets) {
    var wanted: [MarkedArticle.Span: String] = [:]
    for (name, spans) in marked.actors { for span in spans { wanted[span] = name } }
    var given: [MarkedArticle.Span: String] = [:]
    for actor in found.actors {
      for mention in actor.mentions { given[Self.span(mention.span, offsets)] = actor.id.rawValue }
    }
    let both = given.keys.filter { wanted[$0] != nil }
    mentions.add(both.count, given.count, wanted.count)
    for (index, one) in both.enumerated() {
      for other in both[..<index] {
        let isWanted = wanted[one] == wanted[other]
        let isGiven = given[one] == given[other]
        aliases.add(isWanted && isGiven ? 1 : 0, isGiven ? 1 : 0, isWanted ? 1 : 0)
      }
    }
  }

  /// The figures in one line.
  var summary: String {
    func text(_ count: Count) -> String { JSONWriter.decimal(count.f1, digits: 3) ?? "" }
    return "events \(text(events)), with date \(text(datedEvents)), roles \(text(roles)), "
      + "timeline days \(text(timelineDays)), status \(text(statuses)), mentions \(text(mentions)), "
      + "aliases \(text(aliases)), from noise \(fromNoise)"
  }

  private static func span(_ span: TextSpan, _ offsets: ScalarOffsets) -> MarkedArticle.Span {
    MarkedArticle.Span(start: offsets.scalar(atByte: span.start), end: offsets.scalar(atByte: span.end))
  }

  private static func days(_ event: Event) -> MarkedArticle.Days {
    MarkedArticle.Days(start: event.date.start?.description, end: event.date.end?.description)
  }

  private static func single(_ days: MarkedArticle.Days) -> String? { days.start == days.end ? days.start : nil }

  /// The marked name of each found actor: the one whose mentions it shares most.
  private static func align(_ marked: MarkedArticle, _ found: AnnotatedArticle, _ offsets: ScalarOffsets) -> [ActorID:
    String]
  {
    var names: [ActorID: String] = [:]
    for actor in found.actors {
      let spans = actor.mentions.map { span($0.span, offsets) }
      let shared = marked.actors.map { name, own in
        (
          name,
          own.reduce(0) { sum, one in
            sum + spans.filter { $0 == one }.count * 10 + spans.filter { $0.overlaps(one) }.count
          }
        )
      }
      if let best = shared.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 0 { names[actor.id] = best.0 }
    }
    return names
  }

  private static func parts(_ event: Event, _ names: [ActorID: String]) -> Set<String> {
    Set(event.participants.map { "\($0.role.rawValue) \(names[$0.actor] ?? $0.actor.rawValue)" })
  }

  private struct Pair {
    let marked: Int
    let found: Int
    let weight: Double
  }

  private static func pairs(
    _ marked: MarkedArticle, _ found: AnnotatedArticle, _ spans: [[MarkedArticle.Span]], _ names: [ActorID: String]
  ) -> [Pair] {
    var all: [Pair] = []
    for (index, event) in marked.events.enumerated() {
      for (other, candidate) in found.events.enumerated() where event.types.contains(candidate.type.rawValue) {
        let isCore = event.core.contains { span in spans[other].contains { $0.overlaps(span) } }
        guard isCore || event.support.contains(where: { span in spans[other].contains { $0.overlaps(span) } }) else {
          continue
        }
        let parts = parts(candidate, names)
        let shared = Double(parts.intersection(event.parts).count) / Double(max(1, parts.union(event.parts).count))
        let isType = event.types.first == candidate.type.rawValue
        let isDated = event.days.contains(days(candidate))
        all.append(
          Pair(
            marked: index, found: other, weight: (isType ? 4 : 3.6) + (isDated ? 2 : 0) + shared * 2 + (isCore ? 1 : 0))
        )
      }
    }
    var used: Set<Int> = []
    var usedFound: Set<Int> = []
    return all.sorted { ($0.weight, $1.marked, $1.found) > ($1.weight, $0.marked, $0.found) }.filter { pair in
      guard !used.contains(pair.marked), !usedFound.contains(pair.found) else { return false }
      used.insert(pair.marked)
      usedFound.insert(pair.found)
      return true
    }
  }
}

extension TimelineScore.Count {
  fileprivate mutating func add(_ right: Int, _ given: Int, _ wanted: Int) {
    self.right += right
    self.given += given
    self.wanted += wanted
  }
}
