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
      state.cursor.stay(inside: state.lines?.count ?? 0)
      screens[index] = .history(state)
    }
  }

  mutating func perform(_ command: Command, in state: HistoryState) -> [Effect] {
    var state = state
    let lines = state.lines ?? []
    if command == .open, let record = lines[state.cursor]?.record {
      return [.edit(record.isUndone ? .redo(record.id) : .undo(record.id))]
    }
    if state.cursor.move(command, count: lines.count, page: size.rows - 2) { replaceTop(.history(state)) }
    return []
  }
}
