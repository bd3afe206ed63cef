import Timeline

extension Effect {
  /// What a timeline answers to the effect; nil where it is none that a timeline can answer.
  ///
  /// - Throws: what the source throws.
  public func answer(from source: any TimelineSource) throws -> Message? {
    switch self {
    case .overview(let query): return .overview(query, try source.overview(query))
    case .page(let query, let anchor): return .page(query, anchor, try source.page(query, around: anchor))
    case .extend(let query, let key, let direction):
      return .extended(query, from: key, direction, try source.extend(query, from: key, direction))
    case .details(let entries): return .details(entries, try source.details(of: entries))
    case .neighbors(let query, let places):
      return .neighbors(query, try places.map { try source.neighbors(query, of: $0.actor, at: $0.key) })
    case .find(let query, let words, let key, let direction):
      return .found(query, words: words, direction, try source.find(words, in: query, from: key, direction))
    case .follow(let query, let key, let direction):
      return .followed(query, direction, try source.entries(query, from: key, direction, limit: 1).first?.key)
    case .actors(let query): return .actors(query, try source.actors(query))
    case .lanes(let query, let kind): return .lanes(query, kind, try source.lanes(query, by: kind))
    case .spreads(let query): return .spreads(query, try source.spreads(query))
    case .hours(let query, let day): return .hours(query, of: day, try source.hours(query, of: day))
    case .companions(let query, let actor):
      let term = QueryTerm(.actor(actor.rawValue))
      return .companions(actor, try source.actors(TimelineQuery(terms: query.terms + [term])))
    case .glance(let query, let limit):
      return .glance(query, try source.entries(query, from: nil, .forward, limit: limit))
    case .readDate, .edit, .history, .previewExport, .export, .stopWork, .copy, .pipe, .openInEditor, .openURL,
      .saveFilters, .suspend, .redraw,
      .quit:
      return nil
    }
  }
}
