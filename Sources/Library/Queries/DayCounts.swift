import GRDB
import Temporal
import Timeline

/// How many entries each day has.
struct DayCounts {
  private(set) var days: [DayCount] = []
  private(set) var undated = 0
  private(set) var total = 0

  /// The counts of a filter.
  init(_ query: TimelineQuery, _ database: Database) throws {
    if let kinds = try KindFilter(query, database) {
      let sql = "SELECT day, sum(total) FROM kindCount\(kinds.condition.sql) GROUP BY day ORDER BY day"
      try read(database, sql, kinds.condition.arguments)
      return
    }
    var counts: [Int32: Int] = [:]
    for run in try QueryPlan(query, database).runs {
      try run.countDays(database) { counts[$0, default: 0] += $1 }
    }
    for (day, count) in counts.sorted(by: { $0.key < $1.key }) { add(count, on: day) }
  }

  /// The counts of the whole library.
  init(_ database: Database) throws { try read(database, "SELECT day, total FROM dayCount ORDER BY day", []) }

  private mutating func read(_ database: Database, _ sql: String, _ arguments: StatementArguments) throws {
    let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() { add(row[1], on: row[0]) }
  }

  private mutating func add(_ count: Int, on day: Int32) {
    if count <= 0 { return }
    total += count
    if day == TimelineKey.undatedDay.number {
      undated += count
    } else {
      days.append(DayCount(day: CivilDay(number: day), count: count))
    }
  }
}

/// A filter that asks for types and statuses only: the kept counts answer it.
struct KindFilter {
  /// `WHERE …` over `kindCount`, or nothing.
  let condition: Clause

  /// nil where the filter asks for more.
  init?(_ query: TimelineQuery, _ database: Database) throws {
    var parts: [Clause] = []
    for term in query.terms {
      let not = term.isNegated ? "NOT " : ""
      switch term.condition {
      case .type(let type):
        parts.append(Clause("\(not)(type IS (SELECT id FROM eventType WHERE code = ?))", [type.rawValue]))
      case .status(let status): parts.append(Clause("\(not)(status = ?)", [status.packedCode]))
      default: return nil
      }
    }
    var joined = parts.joined(by: "AND")
    if !parts.isEmpty { joined.sql = " WHERE " + joined.sql }
    condition = joined
  }

  /// How many entries are filed under earlier days.
  func count(before day: CivilDay, _ database: Database) throws -> Int {
    let earlier = condition.sql.isEmpty ? " WHERE day < ?" : condition.sql + " AND day < ?"
    // Without a condition the smaller table has the same answer.
    let table = condition.sql.isEmpty ? "dayCount" : "kindCount"
    let statement = try database.cachedStatement(sql: "SELECT ifnull(sum(total), 0) FROM \(table)\(earlier)")
    return try Int.fetchOne(statement, arguments: condition.arguments + [day.number]) ?? 0
  }
}
