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
    screens.append(.histogram(HistogramState(at: day)))
  }

  /// Changes the histogram, wherever it stands among the screens.
  mutating func updateHistogram(_ change: (inout HistogramState) -> Void) {
    for index in screens.indices {
      guard case .histogram(var state) = screens[index] else { continue }
      change(&state)
      screens[index] = .histogram(state)
    }
  }

  mutating func perform(_ command: Command, in state: HistogramState) -> [Effect] {
    guard let overview else { return [] }
    var state = state
    let buckets = HistogramRows(overview, query, state).buckets
    switch command {
    case .zoomIn, .zoomOut:
      let next = state.unit.rawValue + (command == .zoomIn ? -1 : 1)
      state.unit = HistogramUnit(rawValue: next) ?? state.unit
    case .toggleEmpty: state.foldsEmpty.toggle()
    case .filter, .toggleFilter: return performInTimeline(command)
    case .onlyThis:
      guard let bucket = buckets[state.cursor(in: buckets)] else { return [] }
      screens.removeLast()
      return narrow(to: adding(.date(from: bucket.start.day, to: bucket.lastDay)))
    case .open:
      guard let bucket = buckets[state.cursor(in: buckets)] else { return [] }
      screens.removeLast()
      return goTo(bucket.firstKey)
    default: if !state.move(command, in: buckets, page: size.rows - 3) { return [] }
    }
    replaceTop(.histogram(state))
    return []
  }

  /// What the histogram on top still wants to know.
  var wantedOfHistogram: [Effect] {
    guard case .histogram(let state)? = screens.last, let overview else { return [] }
    var wanted: [Effect] = []
    if state.statuses?.of != query { wanted.append(.lanes(query, by: .status)) }
    if state.spreads?.of != query { wanted.append(.spreads(query)) }
    if state.unit == .hour {
      let buckets = HistogramRows(overview, query, state).buckets
      if let day = buckets[state.cursor(in: buckets)]?.start.day, state.hours?.day != day || state.hours?.of != query {
        wanted.append(.hours(query, of: day))
      }
    }
    return wanted
  }
}

extension HistogramBucket {
  /// Its last day; of an hour its day.
  fileprivate var lastDay: CivilDay { max(start.day, end.day - 1) }

  /// Before the first entry of it.
  fileprivate var firstKey: TimelineKey {
    if start.hour == 0 { return .start(of: start.day) }
    return TimelineKey(day: start.day, rank: Int16(start.hour * 60), id: .min)
  }
}
