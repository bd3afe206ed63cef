import Temporal
import Timeline

extension Model {
  /// Takes in what has happened; the only place where the reader changes.
  ///
  /// - Returns: what the loop is to do now.
  public mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect]
    switch message {
    case .key(let key): effects = press(key)
    case .mouse(let action, let row, let column): effects = point(action, row: row, column: column)
    case .resized(let size):
      self.size = size
      effects = []
    case .arrived(let count, let isStreaming): effects = arrive(count, isStreaming: isStreaming)
    case .progress(let text):
      progress = text
      effects = []
    case .dropped(let effect):
      pending.remove(effect)
      effects = []
    case .done(let text):
      notice = Notice(text: text)
      effects = []
    case .failed(let effect, let text):
      // What is asked for of itself stays pending, so that a failure is not repeated for ever.
      if case .overview? = effect { effect.map { _ = pending.remove($0) } }
      if case .page? = effect { effect.map { _ = pending.remove($0) } }
      notice = Notice(text: text, isFailure: true)
      effects = []
    default: effects = take(message)
    }
    keepLineInside()
    effects += wantedReadings()
    return effects
  }

  /// Takes in the answer to an effect. One to a question that is no longer asked changes nothing.
  private mutating func take(_ answer: Message) -> [Effect] {
    switch answer {
    case .overview(let query, let overview):
      pending.remove(.overview(query))
      if query == self.query { self.overview = overview }
    case .page(let query, let anchor, let page):
      pending.remove(.page(query, around: anchor))
      if query == self.query { show(page, around: anchor) }
    case .extended(let query, let key, let direction, let page):
      pending.remove(.extend(query, from: key, direction))
      if query == self.query { extend(page, from: key, direction) }
    case .detail(let id, let detail?):
      pending.remove(.detail(id))
      if selection?.key.id == id { self.detail = detail }
    case .neighbors(let query, let neighbors):
      pending.remove(.neighbors(query, neighbors.actor, of: neighbors.key))
      if query == self.query, neighbors.key == selection?.key, neighbors.actor == actor?.id {
        self.neighbors = neighbors
      }
    case .found(let query, let words, let direction, let key):
      return query == self.query ? found(words, direction, key) : []
    case .actors(let query, let actors):
      pending.remove(.actors(query))
      if query == self.query { updateActors { $0.actors = actors } }
    case .companions(let actor, let companions):
      pending.remove(.companions(query, actor))
      updateActors { $0.companions = (actor, companions) }
    case .date(let words, let days): return reach(words, days)
    default: break
    }
    return []
  }

  private mutating func show(_ page: EntryPage, around anchor: Effect.Anchor) {
    let key: TimelineKey? = if case .key(let key) = anchor { key } else { nil }
    window.replace(page, selecting: key)
    switch anchor {
    case .first: window.select(0)
    case .last: window.select(page.entries.count - 1)
    case .key: break
    }
    if case .last = anchor { line = .max }
  }

  private mutating func extend(_ page: EntryPage, from key: TimelineKey, _ direction: TimelineDirection) {
    let end = direction == .forward ? window.entries.last?.key : window.entries.first?.key
    if end == key { window.extend(page, direction) }
  }

  /// What has been added to the source is shown at once while the first articles are read, and announced later.
  private mutating func arrive(_ count: Int, isStreaming: Bool) -> [Effect] {
    guard isStreaming else {
      newCount += count
      return []
    }
    return reload()
  }

  /// Reads everything anew around the selected entry, which stays selected.
  mutating func reload() -> [Effect] {
    newCount = 0
    let isFirst = window.position == 0 && jumps.isEmpty
    return load(around: isFirst ? .first : selection.map { .key($0.key) } ?? .first)
  }

  /// What has to be read for what is shown now.
  private mutating func wantedReadings() -> [Effect] {
    var wanted: [Effect] = []
    if let direction = window.neededDirection {
      let end = direction == .forward ? window.entries.last : window.entries.first
      if let end { wanted.append(.extend(query, from: end.key, direction)) }
    }
    if let selection {
      if detail?.entry.key != selection.key { wanted.append(.detail(selection.key.id)) }
      if let actor, neighbors?.key != selection.key || neighbors?.actor != actor.id {
        wanted.append(.neighbors(query, actor.id, of: selection.key))
      }
    }
    if case .actors(let state)? = screens.last, let actors = state.actors, actors.indices.contains(state.selected) {
      let id = actors[state.selected].id
      if state.companions?.of != id { wanted.append(.companions(query, id)) }
    }
    return wanted.filter { ask($0) }
  }
}
