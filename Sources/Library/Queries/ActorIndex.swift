import GRDB
import Temporal
import Timeline

/// Who takes part in the entries of a filter, and on which days.
struct ActorIndex {
  private var days: [Int64: [DayCount]] = [:]
  private var undated: [Int64: Int] = [:]
  private let database: Database

  init(_ query: TimelineQuery, _ database: Database) throws {
    self.database = database
    if query.terms.isEmpty {
      let sql = "SELECT actor, day, count(*) FROM participation GROUP BY actor, day"
      let rows = try Row.fetchCursor(database.cachedStatement(sql: sql))
      while let row = try rows.next() { add(row[2], to: row[0], on: row[1]) }
      return
    }
    for run in try QueryPlan(query, database).runs {
      try run.forEachCast(database) { day, actors in
        var ids = Unpacker(actors)
        for id in try ids.rest(Int64.self) { add(1, to: id, on: day) }
      }
    }
  }

  /// The most frequent first, then by id.
  var summaries: [ActorSummary] {
    get throws {
      let actors = try database.cachedStatement(sql: "SELECT id, code, kind, name FROM actor")
      let aliases = try aliases()
      var summaries: [ActorSummary] = []
      for row in try Row.fetchAll(actors) {
        let id: Int64 = row[0]
        let days = merged(days[id] ?? [])
        let count = days.reduce(undated[id] ?? 0) { $0 + $1.count }
        if count == 0 { continue }
        summaries.append(
          ActorSummary(
            id: ActorID(rawValue: row[1]), kind: ActorKind(packedCode: row[2]) ?? .other, name: row[3],
            aliases: aliases[id] ?? [], count: count, first: days.first?.day, last: days.last?.day, days: days))
      }
      return summaries.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }
  }

  private mutating func add(_ count: Int, to actor: Int64, on day: Int32) {
    if day == TimelineKey.undatedDay.number {
      undated[actor, default: 0] += count
    } else {
      days[actor, default: []].append(DayCount(day: CivilDay(number: day), count: count))
    }
  }

  /// The same days in order, each once.
  private func merged(_ counts: [DayCount]) -> [DayCount] {
    var result: [DayCount] = []
    for count in counts.sorted(by: { $0.day < $1.day }) {
      if result.last?.day == count.day {
        result[result.count - 1].count += count.count
      } else {
        result.append(count)
      }
    }
    return result
  }

  private func aliases() throws -> [Int64: [ActorAlias]] {
    var aliases: [Int64: [ActorAlias]] = [:]
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: "SELECT actor, text, reason FROM actorAlias ORDER BY actor, text"))
    while let row = try rows.next() {
      aliases[row[0], default: []].append(ActorAlias(text: row[1], reason: row[2]))
    }
    return aliases
  }
}
