/// Which line of a list is selected, and how keys move the selection.
struct ListCursor: Sendable, Hashable {
  /// The selected line, from 0.
  private(set) var index: Int

  /// A cursor on a line.
  init(_ index: Int = 0) { self.index = max(0, index) }

  /// Moves as a command asks in a list of `count` lines of which a page shows `page`; false where the command moves
  /// nothing in a list.
  mutating func move(_ command: Command, count: Int, page: Int) -> Bool {
    let page = max(1, page)
    let target =
      switch command {
      case .down: index + 1
      case .up: index - 1
      case .pageDown: index + page
      case .pageUp: index - page
      case .halfPageDown: index + max(1, page / 2)
      case .halfPageUp: index - max(1, page / 2)
      case .first: 0
      case .last: count - 1
      default: Int?.none
      }
    guard let target else { return false }
    index = target
    stay(inside: count)
    return true
  }

  /// Moves to the last line where the list has become shorter than that.
  mutating func stay(inside count: Int) { index = min(max(0, index), max(0, count - 1)) }

  /// The lines to show where `height` of `count` fit: the selected one near the middle.
  func visible(_ count: Int, height: Int) -> Range<Int> {
    let top = max(0, min(index - height / 2, count - height))
    return top..<max(top, min(count, top + height))
  }
}

extension Collection where Index == Int {
  /// The selected element; nil in an empty list.
  subscript(_ cursor: ListCursor) -> Element? { indices.contains(cursor.index) ? self[cursor.index] : nil }
}
