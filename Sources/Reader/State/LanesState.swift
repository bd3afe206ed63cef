import Temporal
import Timeline

/// What the lanes remember: which there are, and which cell of them over time is selected.
struct LanesState: Sendable {
  /// What the lanes are.
  var kind = LaneKind.actor
  /// The lanes; nil until the answer.
  var lanes: [Lane]?
  /// The filter of which they are.
  var query: TimelineQuery?
  /// Which lane is selected.
  var cursor = ListCursor()
  /// The selected day.
  var day: CivilDay
  /// Days that one column stands for.
  var daysPerColumn: Int
  /// The dates of more than one day, by the filter of all lanes or of one.
  var spreads: [TimelineQuery: [DateSpread]] = [:]
  /// The first events of the selected cell, and of which query they are.
  var glance: (of: TimelineQuery, entries: [TimelineEntry])?

  /// The selected lane.
  var lane: Lane? { lanes?[cursor] }

  /// Takes in the lanes of a filter, if they are the ones that are shown.
  mutating func take(_ lanes: [Lane], of query: TimelineQuery, by kind: LaneKind) {
    guard kind == self.kind else { return }
    self.lanes = lanes
    if query != self.query { spreads = [:] }
    self.query = query
    cursor.stay(inside: lanes.count)
  }

  /// What the lanes are after the next change.
  var nextKind: LaneKind {
    let kinds = LaneKind.allCases
    return kinds[((kinds.firstIndex(of: kind) ?? 0) + 1) % kinds.count]
  }

  /// How many days a column can stand for.
  static let scales = [1, 2, 4, 7, 14, 30, 91, 182, 365]

  /// The scale at which so many days fit into so many columns.
  static func scale(for days: Int, columns: Int) -> Int {
    scales.first { $0 * max(1, columns) >= days } ?? 365
  }

  /// The days of the column in which a day lies, counted from the timeline's first day.
  func days(of day: CivilDay, from first: CivilDay) -> DateSpan {
    let start = first + (day - first) / daysPerColumn * daysPerColumn
    return DateSpan(start, start + (daysPerColumn - 1))
  }
}
