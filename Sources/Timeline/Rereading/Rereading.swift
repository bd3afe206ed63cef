import Temporal

/// An article as it was read before and as it is read now, its events paired.
public struct Rereading: Sendable {
  /// As it was read before.
  public let before: AnnotatedArticle
  /// As it is read now.
  public let after: AnnotatedArticle
  /// For each event of now the number of the one that it was before; nil where there was none.
  public let formerNumbers: [Int?]
  /// What a person sees of the difference, in the order of the article.
  public let changes: [EventChange]

  /// Compares two readings of one article.
  public init(before: AnnotatedArticle, after: AnnotatedArticle) {
    self.before = before
    self.after = after
    let pairs = Self.pairs(before.events, after.events)
    formerNumbers = pairs
    let kept = Set(pairs.compactMap { $0 })
    let lost = before.events.indices.filter { !kept.contains($0) }.map { EventChange.lost(before.events[$0]) }
    changes =
      zip(after.events, pairs).compactMap { event, number in
        guard let number else { return .gained(event) }
        let change = EventChange.changed(before.events[number], event)
        return change.aspects.isEmpty ? nil : change
      } + lost
  }

  /// Whether anything differs at all, be it only in how a date is explained.
  public var isDifferent: Bool {
    before.events != after.events || before.actors != after.actors || before.timexes != after.timexes
      || before.sentences != after.sentences || before.article != after.article
  }

  /// Whether an event of now is told so much like before that it is the same report in every comparison of sources.
  public func isKept(_ number: Int) -> Bool {
    guard let former = formerNumbers[number] else { return false }
    let (old, new) = (before.events[former], after.events[number])
    return old.type == new.type && old.subtype == new.subtype && old.status == new.status
      && EventChange.hasSameDays(old.date, new.date) && old.participants == new.participants
      && old.place?.name == new.place?.name && old.figures == new.figures && old.summary == new.summary
  }

  /// The same trigger and type first, then the same trigger, then triggers that share words, those of one type before
  /// others; each event once.
  private static func pairs(_ old: [Event], _ new: [Event]) -> [Int?] {
    func overlaps(_ a: Event, _ b: Event) -> Bool {
      a.evidence.trigger.start < b.evidence.trigger.end && b.evidence.trigger.start < a.evidence.trigger.end
    }
    let tests: [(Event, Event) -> Bool] = [
      { $0.evidence.trigger == $1.evidence.trigger && $0.type == $1.type },
      { $0.evidence.trigger == $1.evidence.trigger }, { $0.type == $1.type && overlaps($0, $1) }, overlaps,
    ]
    var pairs = [Int?](repeating: nil, count: new.count)
    var free = Set(old.indices)
    for test in tests {
      for number in new.indices where pairs[number] == nil {
        guard let match = free.sorted().first(where: { test(old[$0], new[number]) }) else { continue }
        pairs[number] = match
        free.remove(match)
      }
    }
    return pairs
  }
}
