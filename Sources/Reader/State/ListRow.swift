import Temporal
import Timeline

/// One row of the timeline's list.
enum ListRow: Sendable, Hashable {
  /// The line above the entries of a month, of a year whose months are unknown, or of no date.
  case heading(Section)
  /// An entry, by its index in the window; `showsDay` where it is the first of its day.
  case entry(Int, showsDay: Bool)
  /// Days without an entry, between two entries.
  case gap(days: Int)

  /// What entries are gathered under.
  enum Section: Sendable, Hashable {
    /// A month, by its first day.
    case month(CivilDay)
    /// A year of which the month is not known.
    case year(Int)
    /// No date at all.
    case undated

    init(_ entry: TimelineEntry) {
      let day = entry.key.day
      if day == TimelineKey.undatedDay {
        self = .undated
      } else if entry.date.precision == .year {
        self = .year(day.year)
      } else {
        self = .month(day - (day.day - 1))
      }
    }
  }

  /// Empty days that are still shown by nothing; more are folded into one row that says how many.
  static let longestSilentGap = 3

  /// The rows of a run of entries, and the row of each entry.
  static func rows(of entries: [TimelineEntry]) -> (rows: [ListRow], rowOfEntry: [Int]) {
    var rows: [ListRow] = []
    var rowOfEntry: [Int] = []
    rows.reserveCapacity(entries.count + entries.count / 4)
    rowOfEntry.reserveCapacity(entries.count)
    var section: Section?
    var previous: CivilDay?
    for (index, entry) in entries.enumerated() {
      let day = entry.key.day
      let isDated = day != TimelineKey.undatedDay
      if let previous, isDated, day - previous - 1 > longestSilentGap { rows.append(.gap(days: day - previous - 1)) }
      let own = Section(entry)
      if own != section {
        rows.append(.heading(own))
        section = own
      }
      rowOfEntry.append(rows.count)
      rows.append(.entry(index, showsDay: day != previous))
      previous = isDated ? day : nil
    }
    return (rows, rowOfEntry)
  }

}
