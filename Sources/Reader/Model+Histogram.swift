import Temporal
import Timeline

extension Model {
  /// Opens the histogram at the selected entry.
  mutating func openHistogram() {
    guard let overview, let first = overview.allDays.first?.day else {
      notice = Notice(text: look.words["notice.nothingDated"])
      return
    }
    let day = selection?.key.datedDay ?? overview.allDays.last?.day ?? first
    var state = HistogramState(selected: day)
    state.selected = state.unit.start(of: day)
    screens.append(.histogram(state))
  }

  mutating func perform(_ command: Command, in state: HistogramState) -> [Effect] {
    guard let overview else { return [] }
    var state = state
    let starts = state.rows(overview).compactMap { row -> CivilDay? in
      if case .bucket(let start, _, _) = row { start } else { nil }
    }
    var cursor = ListCursor(starts.lastIndex { $0 <= state.selected } ?? 0)
    switch command {
    case .zoomIn, .zoomOut:
      let next = state.unit.rawValue + (command == .zoomIn ? -1 : 1)
      state.unit = HistogramState.Unit(rawValue: next) ?? state.unit
      state.selected = state.unit.start(of: state.selected)
    case .toggleEmpty: state.foldsEmpty.toggle()
    case .filter, .toggleFilter: return performInTimeline(command)
    case .open:
      screens.removeLast()
      return goTo(.start(of: state.selected))
    default:
      guard cursor.move(command, count: starts.count, page: size.rows - 3), let start = starts[cursor] else {
        return []
      }
      state.selected = start
    }
    replaceTop(.histogram(state))
    return []
  }
}
