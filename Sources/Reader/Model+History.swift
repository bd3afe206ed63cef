import Timeline

extension Model {
  /// Opens the list of corrections.
  mutating func openHistory() -> [Effect] {
    screens.append(.history(HistoryState()))
    return [.history].filter { ask($0) }
  }

  /// Changes the history, wherever it stands among the screens.
  mutating func updateHistory(_ change: (inout HistoryState) -> Void) {
    for index in screens.indices {
      guard case .history(var state) = screens[index] else { continue }
      change(&state)
      state.selected = min(state.selected, max(0, (state.lines?.count ?? 0) - 1))
      screens[index] = .history(state)
    }
  }

  mutating func perform(_ command: Command, in state: HistoryState) -> [Effect] {
    var state = state
    let lines = state.lines ?? []
    let page = max(1, size.rows - 4)
    switch command {
    case .down: state.selected += 1
    case .up: state.selected -= 1
    case .pageDown: state.selected += page
    case .pageUp: state.selected -= page
    case .halfPageDown: state.selected += page / 2
    case .halfPageUp: state.selected -= page / 2
    case .first: state.selected = 0
    case .last: state.selected = lines.count - 1
    case .open:
      guard lines.indices.contains(state.selected) else { return [] }
      let record = lines[state.selected].record
      return [.edit(record.isUndone ? .redo(record.id) : .undo(record.id))]
    default: return []
    }
    state.selected = min(max(0, state.selected), max(0, lines.count - 1))
    replaceTop(.history(state))
    return []
  }
}
