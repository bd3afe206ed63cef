import GRDB
import Temporal
import Timeline

extension EntryRun {
  /// The runs over those of its entries whose date is of more than one day: for a walk over all, the indexes that hold
  /// only these.
  var spreading: [EntryRun] {
    guard case .order = path else {
      var run = self
      run.conditions.append(Clause("e.first <> e.last", readsEntry: true))
      return [run]
    }
    return [Path.spread, .long].map { EntryRun(path: $0, conditions: conditions) }
  }

  /// How many entries have which date and status; a date may come more than once.
  func countSpreads(_ database: Database, _ add: (DateSpread, Int) -> Void) throws {
    let source = source(readsEntry: true)
    let number = isSearch ? "count(DISTINCT e.id)" : "count(*)"
    let statement = try database.cachedStatement(
      sql: "SELECT e.first, e.last, e.rank, e.status, \(number) \(source.sql) GROUP BY 1, 2, 3, 4")
    let rows = try Row.fetchCursor(statement, arguments: source.arguments)
    while let row = try rows.next() {
      let (first, last): (Int32, Int32) = (row[0], row[1])
      let key = TimelineKey(day: CivilDay(number: first), rank: row[2], id: 0)
      guard let status = EventStatus(packedCode: row[3]) else { continue }
      let spread = DateSpread(
        first: first == .min ? nil : CivilDay(number: first), last: last == .max ? nil : CivilDay(number: last),
        precision: key.precision, status: status, count: 1)
      add(spread, row[4])
    }
  }
}
