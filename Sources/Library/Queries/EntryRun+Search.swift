import GRDB
import Temporal
import Timeline

/// Walks over the full-text index. Its rows come by day and entry; only within a day the order is another, so a day is
/// read whole and put in order here.
extension EntryRun {
  /// Entries with the words, beyond `start`.
  func searchPage(
    _ reader: EntryReader, from start: TimelineKey?, _ direction: TimelineDirection, limit: Int
  ) throws -> [TimelineEntry] {
    let isForward = direction == .forward
    let bound = start.map { start in
      isForward
        ? Clause("s.rowid >= ?", [SearchRow.first(of: start.day)])
        : Clause("s.rowid <= ?", [SearchRow.last(of: start.day)])
    }
    var page: [TimelineEntry] = []
    var day: CivilDay?
    var entries: [TimelineEntry] = []
    func closeDay() {
      page += entries.sorted { ($0.key < $1.key) == isForward }
      entries.removeAll(keepingCapacity: true)
    }
    try forEachSearchRow(reader.database, isForward: isForward, and: bound.map { [$0] } ?? []) { row, stop in
      // The undated all have one rank, so they come in order already.
      if row.day != day || row.day == TimelineKey.undatedDay {
        closeDay()
        day = row.day
        if page.count >= limit {
          stop = true
          return
        }
      }
      if let start, row.day == start.day, row.day == TimelineKey.undatedDay,
        isForward ? row.entry <= start.id : row.entry >= start.id
      {
        return
      }
      guard let entry = try reader.entry(id: row.entry) else { return }
      if let start, isForward ? entry.key <= start : entry.key >= start { return }
      entries.append(entry)
    }
    closeDay()
    return Array(page.prefix(limit))
  }

  /// How many entries with the words stand before `key`.
  func searchCount(_ database: Database, before key: TimelineKey, since day: CivilDay?) throws -> Int {
    var bounds = [Clause("s.rowid <= ?", [SearchRow.last(of: key.day)])]
    if let day { bounds.append(Clause("s.rowid >= ?", [SearchRow.first(of: day)])) }
    var count = 0
    let reader = EntryReader(database)
    try forEachSearchRow(database, and: bounds) { row, _ in
      if row.day < key.day {
        count += 1
      } else if let entry = try reader.entry(id: row.entry), entry.key < key {
        count += 1
      }
    }
    return count
  }

  /// The rows of the entries with the words, each entry once.
  func forEachSearchRow(
    _ database: Database, isForward: Bool = true, and more: [Clause] = [],
    _ body: (SearchRow, inout Bool) throws -> Void
  ) throws {
    let source = source(readsEntry: false, and: more)
    let order = isForward ? "" : " DESC"
    let statement = try database.cachedStatement(sql: "SELECT s.rowid \(source.sql) ORDER BY s.rowid\(order)")
    let rows = try Row.fetchCursor(statement, arguments: source.arguments)
    var last: Int64?
    var stop = false
    while !stop, let next = try rows.next() {
      let row = SearchRow(number: next[0])
      if row.entry != last { try body(row, &stop) }
      last = row.entry
    }
  }
}
