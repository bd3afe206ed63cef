import Temporal
import Timeline

/// Some time and how many events it has.
struct HistogramBucket: Sendable, Hashable {
  var start: HistogramPlace
  /// Where the next one begins.
  var end: HistogramPlace
  /// The events that pass the filter; nil while their statuses are being read.
  var statuses: StatusCounts?
  /// How many pass the filter.
  var matching: Int
  /// How many there are altogether.
  var all: Int

  /// Whether it is a day that could be cut into hours.
  var isWholeDay: Bool { start.hour == 0 && end == HistogramPlace(day: start.day + 1) }
}

/// The rows of a histogram: buckets, and what lies between them.
struct HistogramRows {
  enum Row: Sendable, Hashable {
    /// A bucket.
    case bucket(HistogramBucket)
    /// Events of a year of which no bucket is known.
    case unplaced(year: Int, StatusCounts)
    /// Buckets without anything, of that length.
    case empty(Int, HistogramUnit)
  }

  /// Rows without events that are shown all the same, so that a memory of rows stays small.
  private static let longestUnfolded = 400

  private(set) var rows: [Row] = []
  private let state: HistogramState
  private var expected: CivilDay?

  /// The buckets among the rows.
  var buckets: [HistogramBucket] { rows.compactMap { if case .bucket(let bucket) = $0 { bucket } else { nil } } }

  /// The rows of a filter.
  init(_ overview: TimelineOverview, _ query: TimelineQuery, _ state: HistogramState) {
    self.state = state
    var counts = Counts(unit: state.unit)
    counts.add(overview)
    if let statuses = state.statuses, statuses.of == query { counts.add(statuses.lanes) }
    if let spreads = state.spreads, spreads.of == query { counts.takeOut(spreads.1) }
    var unplaced = counts.unplaced.sorted { $0.key < $1.key }[...]
    for start in counts.all.keys.sorted() {
      guard let all = counts.all[start], all > 0 else { continue }
      while let year = unplaced.first, year.key < start.year {
        rows.append(.unplaced(year: year.key, year.value))
        unplaced.removeFirst()
      }
      if let expected { appendEmpty(from: expected, to: start) }
      let end = state.unit.next(after: start)
      let bucket = HistogramBucket(
        start: HistogramPlace(day: start), end: HistogramPlace(day: end), statuses: counts.statuses?[start],
        matching: counts.matching[start] ?? 0, all: all)
      if state.unit == .hour, let hours = state.hours, hours.of == query, hours.day == start,
        !hours.counts.isEmpty
      {
        appendHours(hours.counts, of: start)
      } else {
        rows.append(.bucket(bucket))
      }
      expected = end
    }
    rows += unplaced.map { .unplaced(year: $0.key, $0.value) }
  }

  private mutating func appendEmpty(from: CivilDay, to: CivilDay) {
    let unit = state.unit == .hour ? .day : state.unit
    let count = max(0, unit.count(from: from, to: to))
    let shown = state.foldsEmpty ? 0 : min(count, Self.longestUnfolded)
    var start = from
    for _ in 0..<shown {
      let end = unit.next(after: start)
      appendEmpty(HistogramPlace(day: start), HistogramPlace(day: end))
      start = end
    }
    if count > shown { rows.append(.empty(count - shown, unit)) }
  }

  private mutating func appendEmpty(_ start: HistogramPlace, _ end: HistogramPlace) {
    rows.append(.bucket(HistogramBucket(start: start, end: end, statuses: StatusCounts(), matching: 0, all: 0)))
  }

  /// The hours of a day that have events, and the events of it whose hour is not told.
  private mutating func appendHours(_ counts: [HourCount], of day: CivilDay) {
    var expected: Int?
    for (hour, statuses) in Dictionary(grouping: counts, by: \.hour).sorted(by: { $0.key < $1.key }) {
      if let expected, hour > expected, hour != HistogramPlace.unknownHour {
        if state.foldsEmpty {
          rows.append(.empty(hour - expected, .hour))
        } else {
          for empty in expected..<hour {
            appendEmpty(HistogramPlace(day: day, hour: empty), HistogramPlace(day: day, hour: empty + 1))
          }
        }
      }
      let isUnknown = hour >= HistogramPlace.unknownHour
      let end = isUnknown ? HistogramPlace(day: day + 1) : HistogramPlace(day: day, hour: hour + 1)
      let sum = statuses.reduce(into: StatusCounts()) { $0.add($1.status, $1.count) }
      rows.append(
        .bucket(
          HistogramBucket(
            start: HistogramPlace(day: day, hour: hour), end: end, statuses: sum, matching: sum.total, all: sum.total)))
      expected = hour + 1
    }
  }

  /// Events by the first day of their bucket.
  private struct Counts {
    let unit: HistogramUnit
    var all: [CivilDay: Int] = [:]
    var matching: [CivilDay: Int] = [:]
    var statuses: [CivilDay: StatusCounts]?
    var unplaced: [Int: StatusCounts] = [:]

    mutating func add(_ overview: TimelineOverview) {
      for day in overview.allDays { all[unit.start(of: day.day), default: 0] += day.count }
      for day in overview.matchingDays { matching[unit.start(of: day.day), default: 0] += day.count }
    }

    mutating func add(_ lanes: [Lane]) {
      var statuses: [CivilDay: StatusCounts] = [:]
      for lane in lanes {
        guard case .status(let status) = lane.condition else { continue }
        for day in lane.days { statuses[unit.start(of: day.day), default: StatusCounts()].add(status, day.count) }
      }
      self.statuses = statuses
    }

    /// Takes out of the bucket under which they are filed the events that may as well be of another one.
    mutating func takeOut(_ spreads: [DateSpread]) {
      for spread in spreads where spread.isVague && spread.filedDay != TimelineKey.undatedDay {
        if let first = spread.first, let last = spread.last, unit.start(of: first) == unit.start(of: last) { continue }
        let filed = unit.start(of: spread.filedDay)
        unplaced[spread.filedDay.year, default: StatusCounts()].add(spread.status, spread.count)
        all[filed, default: 0] -= spread.count
        matching[filed, default: 0] -= spread.count
        statuses?[filed, default: StatusCounts()].add(spread.status, -spread.count)
      }
    }
  }
}
