import GRDB
import Temporal
import Timeline

/// The entries of a filter by place, type or status, and on which days.
struct LaneIndex {
  private var counts: [(day: Int32, value: Int64, count: Int)] = []
  private let kind: LaneKind
  private let database: Database

  /// - Parameter kind: place, type or status.
  init(_ query: TimelineQuery, by kind: LaneKind, _ database: Database) throws {
    self.kind = kind
    self.database = database
    let column = kind == .actor ? LaneKind.place.rawValue : kind.rawValue
    if column != LaneKind.place.rawValue, let kinds = try KindFilter(query, database) {
      try readKept(column, kinds)
      return
    }
    for run in try QueryPlan(query, database).runs {
      try run.countValues(of: column, database) { value, day, count in
        counts.append((day, value, count))
      }
    }
    // Runs are walked one after the other, each in the order of days.
    counts.sort { ($0.day, $0.value) < ($1.day, $1.value) }
  }

  /// From the counts that are kept by type and status.
  private mutating func readKept(_ column: String, _ kinds: KindFilter) throws {
    let sql = "SELECT day, \(column), sum(total) FROM kindCount\(kinds.condition.sql) GROUP BY 1, 2 ORDER BY 1, 2"
    let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: kinds.condition.arguments)
    while let row = try rows.next() { if row[2] > 0 { counts.append((row[0], row[1], row[2])) } }
  }

  /// The fullest first.
  var lanes: [Lane] {
    get throws {
      var tally = LaneTally<Int64>()
      for part in counts { tally.add(part.value, on: CivilDay(number: part.day), count: part.count) }
      if kind == .status { return tally.lanes(Self.status) }
      let sql = kind == .type ? "SELECT code FROM eventType WHERE id = ?" : "SELECT name FROM place WHERE id = ?"
      let statement = try database.cachedStatement(sql: sql)
      return try tally.lanes { id in
        guard let name = try String.fetchOne(statement, arguments: [id]) else { return nil }
        return (kind == .type ? .type(EventType(rawValue: name)) : .place(name), name)
      }
    }
  }

  private static func status(_ code: Int64) -> (QueryTerm.Condition, String)? {
    Int(exactly: code).flatMap { EventStatus(packedCode: $0) }.map { (.status($0), $0.rawValue) }
  }
}
