import Temporal

/// A filter made ready to be asked of many entries: its words folded, its actors looked up.
public struct QueryMatcher: Sendable {
  private enum Test: Sendable {
    case actors(Set<ActorID>)
    case type(EventType)
    case status(EventStatus)
    case date(from: CivilDay?, to: CivilDay?)
    case place(String)
    case text([String])
    case article(String)
    case never
    case always
  }

  private let tests: [(test: Test, isNegated: Bool)]

  /// A matcher for `query`.
  ///
  /// - Parameter actors: the actors that a folded name stands for in the timeline that is asked. A name that an article
  ///   uses stands for its actor in every article.
  public init(_ query: TimelineQuery, actors: (String) -> Set<ActorID>) {
    tests = query.terms.map { term in
      let test: Test =
        switch term.condition {
        case .actor(let name): .actors(actors(SearchText.name(name)))
        case .type(let type): .type(type)
        case .status(let status): .status(status)
        case .date(let from, let to): .date(from: from, to: to)
        case .place(let name): .place(SearchText.name(name))
        case .text(let words): .text(SearchText.words(of: words))
        case .article(let id), .story(let id): .article(id)
        // What a person says is kept in a library only.
        case .remark(.unread): .always
        case .tag, .remark: .never
        }
      return (test, term.isNegated)
    }
  }

  /// Whether an entry passes: all terms hold.
  public func passes(_ facts: EventFacts) -> Bool {
    tests.allSatisfy { Self.holds($0.test, for: facts) != $0.isNegated }
  }

  private static func holds(_ test: Test, for facts: EventFacts) -> Bool {
    switch test {
    case .actors(let ids): !facts.actors.isDisjoint(with: ids)
    case .type(let type): facts.type == type
    case .status(let status): facts.status == status
    case .place(let name): facts.places.contains(name)
    case .article(let id): facts.articles.contains(id)
    case .text(let words): facts.texts.contains { $0.contains(words: words) }
    case .date(let from, let to): touches(facts.bounds, from, to)
    case .never: false
    case .always: true
    }
  }

  private static func touches(
    _ bounds: (first: CivilDay?, last: CivilDay?)?, _ from: CivilDay?, _ to: CivilDay?
  ) -> Bool {
    guard let bounds else { return false }
    if let to, let first = bounds.first, first > to { return false }
    if let from, let last = bounds.last, last < from { return false }
    return true
  }
}
