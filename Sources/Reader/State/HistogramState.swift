import Temporal
import Timeline

/// What the histogram remembers.
struct HistogramState: Sendable {
  /// The length of a bucket.
  var unit = HistogramUnit.month
  /// A place in the selected bucket, kept when the buckets become finer or coarser.
  var selected: HistogramPlace
  /// Whether buckets without events are one row.
  var foldsEmpty = true
  /// The days of each status, and of which filter; nil until the answer.
  var statuses: (of: TimelineQuery, lanes: [Lane])?
  /// The dates of more than one day.
  var spreads: (of: TimelineQuery, [DateSpread])?
  /// The hours of one day.
  var hours: (of: TimelineQuery, day: CivilDay, counts: [HourCount])?

  /// A histogram at a day.
  init(at day: CivilDay) { selected = HistogramPlace(day: day) }

  /// Which of some buckets is selected.
  func cursor(in buckets: [HistogramBucket]) -> ListCursor {
    ListCursor(buckets.firstIndex { $0.end > selected } ?? buckets.count - 1)
  }

  /// Moves among the buckets as a command asks; false where it asks for something else.
  mutating func move(_ command: Command, in buckets: [HistogramBucket], page: Int) -> Bool {
    var cursor = cursor(in: buckets)
    let before = cursor.index
    guard cursor.move(command, count: buckets.count, page: page), let bucket = buckets[cursor] else { return false }
    selected = bucket.start
    // Upward a day is entered at its end.
    if unit == .hour, cursor.index < before, bucket.isWholeDay { selected.hour = HistogramPlace.unknownHour }
    return true
  }

  /// Takes in the hours of a day.
  mutating func take(_ counts: [HourCount], of query: TimelineQuery, on day: CivilDay) {
    hours = (query, day, counts)
    let last = counts.map(\.hour).max() ?? 0
    if selected.day == day, selected.hour > last { selected.hour = last }
  }
}

/// How many events of a status an hour of a day has.
public struct HourCount: Sendable, Hashable {
  /// 0 to 23; 24 where no text tells the hour.
  public var hour: Int
  /// The status.
  public var status: EventStatus
  /// How many.
  public var count: Int

  /// A count.
  public init(hour: Int, status: EventStatus, count: Int) {
    self.hour = hour
    self.status = status
    self.count = count
  }
}
