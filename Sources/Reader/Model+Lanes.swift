import Temporal
import Timeline

extension Model {
  /// Columns of the lanes' time.
  var laneColumns: Int { max(1, size.columns - LanesScreen.nameWidth(size.columns) - LanesScreen.undatedWidth - 1) }

  /// Entries of a cell that are shown below the lanes.
  static var glanceLimit: Int { 3 }

  /// Changes the lanes, wherever they stand among the screens.
  mutating func updateLanes(_ change: (inout LanesState) -> Void) {
    for index in screens.indices {
      guard case .lanes(var state) = screens[index] else { continue }
      change(&state)
      screens[index] = .lanes(state)
    }
  }

  /// Opens the lanes at the selected entry, as coarse as all of the time needs.
  mutating func openLanes(by kind: LaneKind = .actor) -> [Effect] {
    guard let days = overview?.matchingDays, let first = days.first?.day, let last = days.last?.day else {
      notice = Notice(text: look.words["notice.nothingDated"])
      return []
    }
    let scale = LanesState.scale(for: last - first + 1, columns: laneColumns)
    screens.append(.lanes(LanesState(kind: kind, day: selection?.key.datedDay ?? first, daysPerColumn: scale)))
    return []
  }

  mutating func perform(_ command: Command, in state: LanesState) -> [Effect] {
    guard let days = overview?.matchingDays, let first = days.first?.day, let last = days.last?.day else { return [] }
    var state = state
    switch command {
    case .left: state.day = max(first, state.day - state.daysPerColumn)
    case .right: state.day = min(last, state.day + state.daysPerColumn)
    case .findNext, .findPrevious: stepInLane(&state, forward: command == .findNext, from: first)
    case .zoomIn: state.daysPerColumn = LanesState.scales.last { $0 < state.daysPerColumn } ?? 1
    case .zoomOut: state.daysPerColumn = LanesState.scales.first { $0 > state.daysPerColumn } ?? 365
    case .filter, .toggleFilter: return performInTimeline(command)
    case .onlyThis:
      guard let lane = state.lane else { return [] }
      screens.removeLast()
      return narrow(to: adding(lane.condition))
    case .nextPart:
      state = LanesState(kind: state.nextKind, day: state.day, daysPerColumn: state.daysPerColumn)
    case .open:
      screens.removeLast()
      let entry = state.glance?.entries.first
      return goTo(entry?.key ?? .start(of: state.days(of: state.day, from: first).first))
    default: if !state.cursor.move(command, count: state.lanes?.count ?? 0, page: size.rows - 9) { return [] }
    }
    replaceTop(.lanes(state))
    return []
  }

  /// The next or previous cell of the lane that has events.
  private func stepInLane(_ state: inout LanesState, forward: Bool, from first: CivilDay) {
    guard let lane = state.lane else { return }
    let cell = state.days(of: state.day, from: first)
    let days = lane.days.map(\.day)
    let next = forward ? days.first { $0 > cell.last } : days.last { $0 < cell.first }
    if let next { state.day = next }
  }

  /// The filter of one lane.
  func query(of lane: Lane) -> TimelineQuery { TimelineQuery(terms: query.terms + [QueryTerm(lane.condition)]) }

  /// What the lanes on top still want to know: the lanes, and of those in view the dates of more than one day.
  var wantedOfLanes: [Effect] {
    guard case .lanes(let state)? = screens.last else { return [] }
    if state.query != query { return [.lanes(query, by: state.kind)] }
    var wanted: [Effect] = []
    if let cell = cellQuery(state), state.glance?.of != cell { wanted.append(.glance(cell, limit: Self.glanceLimit)) }
    let lanes = state.lanes ?? []
    let visible = state.cursor.visible(lanes.count, height: LanesScreen.lanesArea(size).height)
    let queries = [query] + lanes[visible].map(query(of:))
    return wanted + queries.filter { state.spreads[$0] == nil }.map { .spreads($0) }
  }

  /// The filter of the selected cell.
  func cellQuery(_ state: LanesState) -> TimelineQuery? {
    guard let first = overview?.matchingDays.first?.day, let lane = state.lane else { return nil }
    let days = state.days(of: state.day, from: first)
    let terms = [
      QueryTerm(lane.condition), QueryTerm(.date(from: days.first, to: days.last)),
    ]
    return TimelineQuery(terms: query.terms + terms)
  }
}
