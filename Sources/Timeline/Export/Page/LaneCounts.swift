import Temporal

/// Events counted by type and time. Where there are many days it counts by longer and longer steps: its size does not
/// grow with the timeline.
struct LaneCounts: Sendable {
  /// All events of a type.
  struct Total: Sendable {
    var count = 0
    /// The first and the last day under which any is filed.
    var days: ClosedRange<CivilDay>?
  }

  struct Cell: Hashable, Sendable {
    var type: EventType
    var step: Int
  }

  /// Dated events of a type in a step of time.
  private(set) var counts: [Cell: Int] = [:]
  private(set) var totals: [EventType: Total] = [:]
  private(set) var undated = 0
  /// Days to a step.
  private(set) var stride = 1
  private static let mostCells = 20_000

  mutating func add(_ entry: TimelineEntry) {
    let day = entry.key.day
    var total = totals[entry.type] ?? Total()
    total.count += 1
    defer { totals[entry.type] = total }
    if day == TimelineKey.undatedDay {
      undated += 1
      return
    }
    total.days = min(total.days?.lowerBound ?? day, day)...max(total.days?.upperBound ?? day, day)
    counts[Cell(type: entry.type, step: step(day)), default: 0] += 1
    if counts.count > Self.mostCells { coarsen() }
  }

  /// Types, most frequent first.
  var types: [EventType] {
    totals.sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }.map(\.key)
  }

  /// The first day of the step in which a day lies.
  func start(of day: CivilDay) -> CivilDay { self.day(step(day)) }

  /// The first day of a step.
  func day(_ step: Int) -> CivilDay { CivilDay(number: Int32(clamping: step * stride)) }

  private func step(_ day: CivilDay) -> Int {
    let number = Int(day.number)
    return number >= 0 ? number / stride : -((-number + stride - 1) / stride)
  }

  private mutating func coarsen() {
    stride *= 2
    var coarser: [Cell: Int] = [:]
    for (cell, count) in counts { coarser[Cell(type: cell.type, step: cell.step >> 1), default: 0] += count }
    counts = coarser
  }
}
