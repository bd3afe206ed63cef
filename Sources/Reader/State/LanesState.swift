import Temporal
import Timeline

/// What the lanes remember: who there is, and which cell of actors over time is selected.
struct LanesState: Sendable {
  /// Who there is; nil until the answer.
  var actors: [ActorSummary]?
  /// The selected lane.
  var selected = 0
  /// The selected day.
  var day: CivilDay
  /// Days that one column stands for.
  var daysPerColumn: Int
  /// The first events of the selected cell, and of which query they are.
  var glance: (of: TimelineQuery, entries: [TimelineEntry])?

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
