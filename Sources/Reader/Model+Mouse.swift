import Temporal
import Timeline

extension Model {
  /// The wheel moves, a press selects, a press on the bar goes there.
  mutating func point(_ action: MouseAction, row: Int, column: Int) -> [Effect] {
    notice = nil
    switch action {
    case .wheelDown: return (0..<3).flatMap { _ in perform(.down) }
    case .wheelUp: return (0..<3).flatMap { _ in perform(.up) }
    case .press: break
    }
    guard screens.isEmpty, prompt == nil else { return [] }
    let layout = layout
    if layout.bar.contains(row, column), let overview,
      let scale = barSpan.scale(overview, around: selection?.key.datedDay, columns: layout.bar.width - 2)
    {
      return goTo(.start(of: scale.day(at: column - layout.bar.column - 1)))
    }
    if layout.list.contains(row, column) {
      let index = self.row(of: window.selected) - line + row - layout.list.row
      if window.rows.indices.contains(index), case .entry(let entry, _) = window.rows[index] {
        return move(by: entry - window.selected)
      }
    }
    return []
  }
}

extension Area {
  /// Whether a place of the screen lies in it.
  func contains(_ row: Int, _ column: Int) -> Bool {
    (self.row..<self.row + height).contains(row) && (self.column..<self.column + width).contains(column)
  }
}
