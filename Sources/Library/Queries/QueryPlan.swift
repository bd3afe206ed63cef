import GRDB
import Temporal
import Timeline

/// How a filter is answered: by runs over the indexes that fit it best.
struct QueryPlan {
  /// The runs; none where nothing can pass.
  private(set) var runs: [EntryRun]

  /// Plans `query`. Names are looked up now, so a plan lives no longer than its transaction.
  init(_ query: TimelineQuery, _ database: Database) throws {
    var terms = query.terms
    let interval = Self.takeInterval(from: &terms)
    var paths = [EntryRun(path: .order)]
    if let index = terms.firstIndex(where: { $0.isPositiveActor || $0.isPositivePlace }) {
      paths = try Self.paths(for: terms.remove(at: index).condition, database)
    }
    let conditions = try terms.map { try Self.clause(for: $0, database) }
    runs = paths.flatMap { path in
      var run = path
      run.conditions += conditions
      return Self.split(run, by: interval)
    }
  }

  /// Takes one interval that must be touched out of the terms: a date, or a first day and a last day together. (To touch
  /// two closed intervals is more than to touch what they share, so a second one stays a condition.)
  private static func takeInterval(from terms: inout [QueryTerm]) -> (from: Int32, to: Int32)? {
    var interval: (from: CivilDay?, to: CivilDay?)?
    for (index, term) in terms.enumerated().reversed() {
      guard !term.isNegated, case .date(let from, let to) = term.condition else { continue }
      switch interval {
      case nil: interval = (from, to)
      case (let low?, nil)? where from == nil: interval = (low, to)
      case (nil, let high?)? where to == nil: interval = (from, high)
      default: continue
      }
      terms.remove(at: index)
    }
    return interval.map { ($0.from?.number ?? .min, $0.to?.number ?? .max) }
  }

  /// An entry filed under a day of the interval touches it; of the others only those of more than one day can.
  private static func split(_ run: EntryRun, by interval: (from: Int32, to: Int32)?) -> [EntryRun] {
    guard let interval else { return [run] }
    let undated = TimelineKey.undatedDay.number
    var inside = run
    inside.days.append(.init("{day} BETWEEN ? AND ?", [interval.from, min(interval.to, undated - 1)]))
    var outside = run
    if case .order = run.path { outside.path = .spread }
    outside.conditions.append(
      .init(
        "e.first <> e.last AND e.first <= ? AND e.last >= ? AND NOT e.day BETWEEN ? AND ?",
        [interval.to, interval.from, interval.from, interval.to]))
    return [inside, outside]
  }

  /// A run for each actor or place that the name stands for, each without the entries of the runs before it.
  private static func paths(for condition: QueryTerm.Condition, _ database: Database) throws -> [EntryRun] {
    switch condition {
    case .actor(let name):
      let ids = try actors(named: name, database)
      return ids.indices.map { index in
        EntryRun(path: .actor(ids[index]), conditions: ids[..<index].map { takesPart($0, isNegated: true) })
      }
    case .place(let name): return try places(named: name, database).map { EntryRun(path: .place($0)) }
    default: return [EntryRun(path: .order)]
    }
  }

  private static func clause(for term: QueryTerm, _ database: Database) throws -> EntryRun.Clause {
    let not = term.isNegated ? "NOT " : ""
    switch term.condition {
    case .actor(let name):
      let parts = try actors(named: name, database).map { takesPart($0, isNegated: false) }
      if parts.isEmpty { return .init(term.isNegated ? "TRUE" : "FALSE") }
      let sql = parts.map(\.sql).joined(separator: " OR ")
      return .init("\(not)(\(sql))", parts.reduce([]) { $0 + $1.arguments })
    case .place(let name):
      let ids = try places(named: name, database).map(String.init).joined(separator: ", ")
      return .init("\(not)(e.place IS NOT NULL AND e.place IN (\(ids)))")
    case .type(let type):
      return .init("\(not)(e.type IS (SELECT id FROM eventType WHERE code = ?))", [type.rawValue])
    case .status(let status): return .init("\(not)(e.status = ?)", [status.packedCode])
    case .date(let from, let to):
      let sql = "e.first IS NOT NULL AND e.first <= ? AND e.last >= ?"
      return .init("\(not)(\(sql))", [to?.number ?? .max, from?.number ?? .min])
    case .text(let text):
      // One phrase a word: all must occur in one mention, each as the beginning of a word.
      let match = SearchText.words(of: text).map { "\"\($0)\"*" }.joined(separator: " ")
      if match.isEmpty { return .init(term.isNegated ? "FALSE" : "TRUE") }
      let sql = "SELECT m.entry FROM search s CROSS JOIN mention m ON m.id = s.rowid WHERE s.search MATCH ?"
      return .init("\(not)(e.id IN (\(sql)))", [match])
    }
  }

  private static func takesPart(_ actor: Int64, isNegated: Bool) -> EntryRun.Clause {
    .init(
      (isNegated ? "NOT " : "")
        + """
        EXISTS (SELECT 1 FROM participation x WHERE x.actor = ? AND x.day = e.day AND x.rank = e.rank AND x.entry = e.id)
        """, [actor])
  }

  private static func actors(named name: String, _ database: Database) throws -> [Int64] {
    let sql = "SELECT actor FROM actorName WHERE name = ? ORDER BY actor"
    return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [SearchText.name(name)])
  }

  private static func places(named name: String, _ database: Database) throws -> [Int64] {
    let sql = "SELECT place FROM placeName WHERE name = ? ORDER BY place"
    return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [SearchText.name(name)])
  }
}

extension QueryTerm {
  fileprivate var isPositiveActor: Bool { if case .actor = condition { !isNegated } else { false } }
  fileprivate var isPositivePlace: Bool { if case .place = condition { !isNegated } else { false } }
}
