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
    let current = starts.lastIndex { $0 <= state.selected } ?? 0
    let page = max(1, size.rows - 6)
    func select(_ index: Int) { if !starts.isEmpty { state.selected = starts[min(max(0, index), starts.count - 1)] } }
    switch command {
    case .down: select(current + 1)
    case .up: select(current - 1)
    case .pageDown: select(current + page)
    case .pageUp: select(current - page)
    case .halfPageDown: select(current + page / 2)
    case .halfPageUp: select(current - page / 2)
    case .first: select(0)
    case .last: select(starts.count - 1)
    case .zoomIn, .zoomOut:
      let next = state.unit.rawValue + (command == .zoomIn ? -1 : 1)
      state.unit = HistogramState.Unit(rawValue: next) ?? state.unit
      state.selected = state.unit.start(of: state.selected)
    case .toggleEmpty: state.foldsEmpty.toggle()
    case .filter, .toggleFilter: return performInTimeline(command)
    case .open:
      screens.removeLast()
      return goTo(.start(of: state.selected))
    default: return []
    }
    replaceTop(.histogram(state))
    return []
  }
}
