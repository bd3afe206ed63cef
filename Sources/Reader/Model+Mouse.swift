import Temporal
import Timeline

extension Model {
  /// The wheel moves, a press selects, a press on what is selected opens it, a press on the bar goes there.
  mutating func point(_ action: MouseAction, row: Int, column: Int) -> [Effect] {
    notice = nil
    switch action {
    case .wheelDown: return (0..<3).flatMap { _ in perform(.down) }
    case .wheelUp: return (0..<3).flatMap { _ in perform(.up) }
    case .press: break
    }
    guard prompt == nil else { return [] }
    if let screen = screens.last {
      guard let line = grid().lineOfRow[row] else { return [] }
      return press(line: line, in: screen)
    }
    let layout = layout
    if layout.bar.contains(row, column), let overview,
      let scale = barSpan.scale(overview, around: selection?.key.datedDay, columns: layout.bar.width - 2)
    {
      return goTo(.start(of: scale.day(at: column - layout.bar.column - 1)))
    }
    if layout.list.contains(row, column) {
      let index = self.row(of: window.selected) - line + row - layout.list.row
      if window.rows.indices.contains(index), case .entry(let entry, _) = window.rows[index] {
        if entry == window.selected { return perform(.open) }
        return move(by: entry - window.selected)
      }
    }
    return []
  }
}

extension Model {
  /// Selects a line of the list on top, or opens it where it is selected.
  private mutating func press(line: Int, in screen: Screen) -> [Effect] {
    let cursor = ListCursor(line)
    if case .histogram(let state) = screen { return press(cursor, in: state) }
    if screen.cursor == cursor {
      // A correction is taken back by the key alone.
      if case .history = screen { return [] }
      return perform(.open)
    }
    replaceTop(screen.selecting(cursor))
    return []
  }

  private mutating func press(_ cursor: ListCursor, in state: HistogramState) -> [Effect] {
    guard let overview else { return [] }
    var state = state
    let histogram = HistogramRows(overview, query, state)
    guard case .bucket(let bucket)? = histogram.rows[cursor] else { return [] }
    if bucket == histogram.buckets[state.cursor(in: histogram.buckets)] { return perform(.open) }
    state.selected = bucket.start
    replaceTop(.histogram(state))
    return []
  }
}

extension Screen {
  /// The selected line of a list; nil where there is no list, or a histogram.
  var cursor: ListCursor? {
    switch self {
    case .actors(let state): state.cursor
    case .lanes(let state): state.cursor
    case .history(let state): state.cursor
    case .export(let state): state.cursor
    case .choice(let state): state.cursor
    case .menu(_, let cursor): cursor
    case .histogram, .article, .why, .help, .actor: nil
    }
  }

  /// The list with another line selected.
  fileprivate func selecting(_ cursor: ListCursor) -> Screen {
    switch self {
    case .actors(var state):
      state.cursor = cursor
      return .actors(state)
    case .lanes(var state):
      state.cursor = cursor
      return .lanes(state)
    case .history(var state):
      state.cursor = cursor
      return .history(state)
    case .export(var state):
      state.cursor = cursor
      return .export(state)
    case .choice(var state):
      state.cursor = cursor
      return .choice(state)
    case .menu(let menu, _): return .menu(menu, cursor)
    case .histogram, .article, .why, .help, .actor: return self
    }
  }
}

extension Area {
  /// Whether a place of the screen lies in it.
  func contains(_ row: Int, _ column: Int) -> Bool {
    (self.row..<self.row + height).contains(row) && (self.column..<self.column + width).contains(column)
  }
}
