import GRDB
import Temporal
import Timeline

/// The entries of a filter by place or type, and on which days.
struct LaneIndex {
  private var counts: [(day: Int32, value: Int64, count: Int)] = []
  private let kind: LaneKind
  private let database: Database

  init(_ query: TimelineQuery, by kind: LaneKind, _ database: Database) throws {
    self.kind = kind
    self.database = database
    for run in try QueryPlan(query, database).runs {
      try run.countValues(of: kind == .place ? "place" : "type", database) { value, day, count in
        counts.append((day, value, count))
      }
    }
    // Runs are walked one after the other, each in the order of days.
    counts.sort { ($0.day, $0.value) < ($1.day, $1.value) }
  }

  /// The fullest first.
  var lanes: [Lane] {
    get throws {
      var tally = LaneTally<Int64>()
      for part in counts { tally.add(part.value, on: CivilDay(number: part.day), count: part.count) }
      let sql = kind == .place ? "SELECT name FROM place WHERE id = ?" : "SELECT code FROM eventType WHERE id = ?"
      let statement = try database.cachedStatement(sql: sql)
      return try tally.lanes { id in
        guard let name = try String.fetchOne(statement, arguments: [id]) else { return nil }
        return (kind == .place ? .place(name) : .type(EventType(rawValue: name)), name)
      }
    }
  }
}
