import Temporal
import Timeline

extension Model {
  // MARK: - Words

  /// Looks for what has been typed so far, from where the typing began.
  mutating func findAsTyped(_ prompt: Prompt) -> [Effect] {
    let words = prompt.editor.text
    if SearchText.words(of: words).isEmpty { return prompt.origin.map { goTo($0, isJump: false) } ?? [] }
    // The entry where it began counts too: the walk starts just before it.
    let start = prompt.origin.map { TimelineKey(day: $0.day, rank: $0.rank, id: $0.id &- 1) }
    return [.find(query, words: words, from: start, .forward)]
  }

  /// The words that are marked where they stand: those that are being typed, else those that were searched for last.
  var wantedWords: [String] {
    let text = prompt?.kind == .find ? prompt?.editor.text : lastFind
    return text.map(SearchText.words(of:)) ?? []
  }

  mutating func findAgain(_ direction: TimelineDirection) -> [Effect] {
    guard let lastFind, let selection else {
      notice = Notice(text: look.words["notice.nothingToFind"])
      return []
    }
    isFindingAgain = true
    return [.find(query, words: lastFind, from: selection.key, direction)]
  }

  /// Goes to what was found; past the end the search goes on at the start.
  mutating func found(_ words: String, _ direction: TimelineDirection, _ key: TimelineKey?) -> [Effect] {
    let isTyping = prompt?.kind == .find
    defer { isFindingAgain = false }
    if isTyping, prompt?.editor.text != words { return [] }
    guard let key else {
      let text = look.words.text("notice.notFound", ["words": words])
      if isTyping { prompt?.complaint = text } else { notice = Notice(text: text) }
      return []
    }
    if isTyping {
      prompt?.complaint = nil
    } else if isFindingAgain, let selection {
      noteWrap(direction, from: selection.key, to: key)
    }
    return goTo(key, isJump: !isTyping)
  }

  private mutating func noteWrap(_ direction: TimelineDirection, from: TimelineKey, to key: TimelineKey) {
    let hasWrapped = direction == .forward ? key <= from : key >= from
    if hasWrapped { notice = Notice(text: look.words["notice.wrapped"]) }
  }

  // MARK: - Filters

  /// The filter with one more condition.
  func adding(_ condition: QueryTerm.Condition) -> TimelineQuery {
    var query = query
    let term = QueryTerm(condition)
    if !query.terms.contains(term) { query.terms.append(term) }
    return query
  }

  /// Shows another filter, around the same place.
  mutating func narrow(to query: TimelineQuery, isUndo: Bool = false) -> [Effect] {
    guard query != self.query else { return [] }
    if !isUndo { earlierQueries.append(self.query) }
    if earlierQueries.count > 50 { earlierQueries.removeFirst() }
    self.query = query
    restingQuery = nil
    pending = []
    isLeaping = true
    neighbors.forget()
    return load(around: selection.map { .key($0.key) } ?? .first)
  }

  mutating func toggleFilter() -> [Effect] {
    if let resting = restingQuery {
      let effects = narrow(to: resting, isUndo: true)
      restingQuery = nil
      return effects
    }
    guard !query.terms.isEmpty else { return [] }
    let resting = query
    let effects = narrow(to: .everything, isUndo: true)
    restingQuery = resting
    return effects
  }

  // MARK: - Marks

  mutating func toggleMark() {
    guard let key = selection?.key else { return }
    if let index = marks.firstIndex(of: key) {
      marks.remove(at: index)
    } else {
      marks.append(key)
    }
  }

  mutating func goToMark(forward: Bool) -> [Effect] {
    guard let current = selection?.key, !marks.isEmpty else {
      notice = Notice(text: look.words["notice.noMarks"])
      return []
    }
    let sorted = marks.sorted()
    let next = forward ? sorted.first { $0 > current } ?? sorted.first : sorted.last { $0 < current } ?? sorted.last
    return next.map { goTo($0) } ?? []
  }

  /// Says how far the selected day lies from the last mark, negative before it.
  mutating func tellOffset() {
    guard let mark = marks.last?.datedDay, let day = selection?.key.datedDay else {
      notice = Notice(text: look.words["notice.noMarks"])
      return
    }
    let days = day - mark
    let sign = days < 0 ? "-" : "+"
    notice = Notice(
      text: look.words.text(
        "notice.offset", ["offset": "T\(sign)\(look.words.count("day", abs(days)))", "mark": mark.description]))
  }
}
