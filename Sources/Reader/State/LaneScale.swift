import Temporal
import Timeline

/// Which days the columns of the lanes stand for.
struct LaneScale {
  /// The timeline's first day, from which the columns are counted.
  let first: CivilDay
  /// How many columns lie left of the screen's.
  let left: Int
  /// How many are shown.
  let columns: Int
  /// The days of each.
  let daysPerColumn: Int

  /// The column of a day; what lies outside gives numbers outside.
  func column(of day: CivilDay) -> Int { (day - first) / daysPerColumn - left }

  /// The first day of a column.
  func day(of column: Int) -> CivilDay { first + (left + column) * daysPerColumn }
}

/// What the cells of a lane show: how many events, and where there are none, which may have been then.
struct LaneCells {
  /// Events whose column is known.
  private(set) var counts: [Int]
  /// Of cells without such events: `-` inside an interval, `<` and `>` at its ends or before and after a day, `~` where
  /// an event may have been, of which only a longer time is known.
  private(set) var marks: [Character?]

  /// The cells of a lane with these days and these dates of more than one day.
  init(_ days: [DayCount], _ spreads: [DateSpread], _ scale: LaneScale) {
    counts = [Int](repeating: 0, count: scale.columns)
    marks = [Character?](repeating: nil, count: scale.columns)
    for day in days { add(day.count, at: scale.column(of: day.day)) }
    // What is vague first, so that what is known better stands over it.
    let ordered = spreads.sorted {
      (Self.clarity($0), $0.filedDay, $0.last ?? $0.filedDay) < (Self.clarity($1), $1.filedDay, $1.last ?? $1.filedDay)
    }
    for spread in ordered { mark(spread, scale) }
  }

  private static func clarity(_ spread: DateSpread) -> Int {
    if !spread.isVague { return 2 }
    return spread.first == nil || spread.last == nil ? 1 : 0
  }

  private mutating func mark(_ spread: DateSpread, _ scale: LaneScale) {
    let (first, last) = (spread.first.map(scale.column(of:)), spread.last.map(scale.column(of:)))
    if first == last { return }
    add(-spread.count, at: scale.column(of: spread.filedDay))
    guard let first, let last else {
      if let first { set(">", at: first) }
      if let last { set("<", at: last) }
      return
    }
    for column in max(0, first)..<max(0, first, min(last + 1, counts.count)) {
      set(spread.isVague ? "~" : "-", at: column)
    }
    if !spread.isVague {
      set("<", at: first)
      set(">", at: last)
    }
  }

  private mutating func add(_ count: Int, at column: Int) {
    if counts.indices.contains(column) { counts[column] = max(0, counts[column] + count) }
  }

  private mutating func set(_ mark: Character, at column: Int) {
    if marks.indices.contains(column) { marks[column] = mark }
  }
}
