import Temporal
import Timeline

extension Model {
  /// Takes in what has happened; the only place where the reader changes.
  ///
  /// - Returns: what the loop is to do now.
  public mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect]
    switch message {
    case .key(let key):
      isInUse = true
      effects = press(key)
    case .mouse(let action, let row, let column):
      isInUse = true
      effects = point(action, row: row, column: column)
    case .resized(let size):
      self.size = size
      effects = []
    case .arrived(let count, let isStreaming): effects = arrive(count, isStreaming: isStreaming)
    case .progress(let text):
      progress = text
      effects = []
    case .working(let text):
      work = text
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
      if case .edit(let request)? = effect { askAgain(request, text) }
      effects = []
    default: effects = take(message)
    }
    keepLineInside()
    layOutShownArticle()
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
    case .details(let asked, let found):
      pending.remove(.details(asked))
      details.take(found, of: asked)
      return makeWaitingCorrection()
    case .neighbors(let query, let found):
      pending.remove(.neighbors(query, of: found.map(\.place)))
      if query == self.query { neighbors.take(found) }
    case .found(let query, let words, let direction, let key):
      return query == self.query ? found(words, direction, key) : []
    case .followed(let query, let direction, let key): return followed(query, direction, key)
    case .actors(let query, let actors):
      pending.remove(.actors(query))
      if query == self.query { updateActors { $0.take(actors) } }
      if query == .everything { return take(actors.flatMap { [$0.name] + $0.aliases.map(\.text) }, for: .actor) }
    case .lanes(let query, let kind, let lanes):
      pending.remove(.lanes(query, by: kind))
      if query == self.query { updateLanes { $0.take(lanes, of: query, by: kind) } }
      if kind == .status { updateHistogram { $0.statuses = (query, lanes) } }
      if kind == .place, query == .everything { return take(lanes.map(\.name), for: .place) }
    case .spreads(let query, let spreads):
      pending.remove(.spreads(query))
      if query == self.query { updateHistogram { $0.spreads = (query, spreads) } }
      updateLanes { $0.spreads[query] = spreads }
    case .hours(let query, let day, let counts):
      pending.remove(.hours(query, of: day))
      updateHistogram { $0.take(counts, of: query, on: day) }
    case .companions(let actor, let companions):
      pending.remove(.companions(query, actor))
      updateActors { $0.companions = (actor, companions) }
    case .glance(let query, let entries):
      pending.remove(.glance(query, limit: Self.glanceLimit))
      updateLanes { $0.glance = (query, entries) }
    case .exportPreview(let preview):
      pending.remove(.previewExport(preview.query, format: preview.format, lines: Self.previewLines))
      take(preview)
    case .date(let words, let days): return reach(words, days)
    case .edited(let request, let line): return edited(request, line)
    case .history(let lines):
      pending.remove(.history)
      updateHistory { $0.lines = lines }
    default: break
    }
    return []
  }

  private mutating func show(_ page: EntryPage, around anchor: Effect.Anchor) {
    let selected = selection?.key
    let key: TimelineKey? = if case .key(let key) = anchor { key } else { nil }
    window.replace(page, selecting: key)
    // What was read of the entries before is of an older state of the source.
    details.forget()
    neighbors.forget()
    defer { isLeaping = false }
    // A key may have moved the selection while the run was read anew.
    if !isLeaping, isInUse, let selected, let index = window.index(of: selected.id) {
      window.select(index)
      return
    }
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
    knownNames = [:]
    details.forget()
    let anchor = isInUse ? selection.map { Effect.Anchor.key($0.key) } ?? .first : .first
    // Asked again even where the same is still being read: what is on its way may be too old.
    _ = load(around: anchor)
    return [.page(query, around: anchor), .overview(query)]
  }

  /// Entries that are to be read, the nearest first: the selected one and the next ones with those around them, then those
  /// a page away. As long as none of these is missing, nothing is read.
  private func wantedEntries(_ lacks: (TimelineEntry) -> Bool) -> [TimelineEntry] {
    let all = window.entries.indices
    let selected = window.selected
    let steps = [selected - 1...selected + 1] + [1, -1].map { entry(pages: $0) }.map { $0...$0 }
    for step in steps where Range(step).clamped(to: all).contains(where: { lacks(window.entries[$0]) }) {
      let near = step.lowerBound - DetailCache.reach..<step.upperBound + DetailCache.reach + 1
      return window.entries[near.clamped(to: all)].filter(lacks)
    }
    return []
  }

  /// What is told of the selected entry beside itself, read ahead for those around it.
  private var wantedOfSelection: [Effect] {
    let entries = wantedEntries { details.lacks($0) }
    let places = wantedEntries { entry in place(of: entry).map { neighbors[$0] == nil } ?? false }.compactMap(place)
    return (entries.isEmpty ? [] : [.details(entries)]) + (places.isEmpty ? [] : [.neighbors(query, of: places)])
  }

  /// What has to be read for what is shown now.
  private mutating func wantedReadings() -> [Effect] {
    var wanted: [Effect] = []
    if let direction = window.neededDirection {
      let end = direction == .forward ? window.entries.last : window.entries.first
      if let end { wanted.append(.extend(query, from: end.key, direction)) }
    }
    if !window.entries.isEmpty { wanted += wantedOfSelection }
    if case .actors(let state)? = screens.last, let id = state.actors?[state.cursor]?.id {
      if state.companions?.of != id { wanted.append(.companions(query, id)) }
    }
    wanted += wantedOfLanes + wantedOfHistogram
    if let preview = wantedPreview { wanted.append(preview) }
    return wanted.filter { ask($0) }
  }
}
