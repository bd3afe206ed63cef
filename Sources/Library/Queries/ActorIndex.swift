import GRDB
import Temporal
import Timeline

/// Who takes part in the entries of a filter, and on which days.
struct ActorIndex {
  private var lines: [Int64: Line] = [:]
  private let database: Database

  init(_ query: TimelineQuery, _ database: Database) throws {
    self.database = database
    if query.terms.isEmpty {
      // In the order of the table, an actor's days come one after the other.
      let rows = try Row.fetchCursor(database.cachedStatement(sql: "SELECT actor, day FROM participation"))
      while let row = try rows.next() { add(actor: row[0], day: row[1]) }
      return
    }
    for run in try QueryPlan(query, database).runs {
      try run.forEachCast(database) { day, actors in
        var ids = Unpacker(actors)
        for id in try ids.rest(Int64.self) { add(actor: id, day: day) }
      }
    }
  }

  /// The most frequent first, then by id.
  var summaries: [ActorSummary] {
    get throws {
      let actors = try database.cachedStatement(sql: "SELECT id, code, kind, name FROM actor")
      let rows = try Row.fetchAll(actors)
      let changes = try ActorChanges(database)
      let names = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[3] as String) })
      let aliases = changes.aliases(try aliases(), names: names)
      var summaries: [ActorSummary] = []
      for row in rows {
        let id: Int64 = row[0]
        guard let line = lines[id] else { continue }
        let days = line.orderedDays
        summaries.append(
          ActorSummary(
            id: ActorID(rawValue: row[1]), kind: ActorKind(packedCode: row[2]) ?? .other, name: row[3],
            aliases: aliases[id] ?? [], count: line.count, first: days.first?.day, last: days.last?.day, days: days))
      }
      return summaries.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }
  }

  private mutating func add(actor: Int64, day: Int32) { lines[actor, default: Line()].add(CivilDay(number: day)) }

  private struct Line {
    var count = 0
    private var days: [DayCount] = []
    private var isOrdered = true

    mutating func add(_ day: CivilDay) {
      count += 1
      if day == TimelineKey.undatedDay { return }
      if let last = days.last, last.day >= day {
        if last.day == day {
          days[days.count - 1].count += 1
          return
        }
        isOrdered = false
      }
      days.append(DayCount(day: day, count: 1))
    }

    /// The days in order, each once.
    var orderedDays: [DayCount] {
      if isOrdered { return days }
      var result: [DayCount] = []
      for count in days.sorted(by: { $0.day < $1.day }) {
        if result.last?.day == count.day {
          result[result.count - 1].count += count.count
        } else {
          result.append(count)
        }
      }
      return result
    }
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
