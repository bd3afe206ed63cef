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
    if let words = Self.takeWords(from: &terms) {
      paths = [EntryRun(path: .search(words))]
    } else if let index = terms.firstIndex(where: { $0.isPositiveActor || $0.isPositivePlace }) {
      paths = try Self.paths(for: terms.remove(at: index).condition, database)
    }
    let conditions = try terms.map { try Self.clause(for: $0, database) }
    runs = paths.flatMap { path in
      var run = path
      run.conditions += conditions
      return Self.split(run, by: interval)
    }
  }

  /// Takes the words that must occur out of the terms, as the full-text index takes them: all of them, each as the
  /// beginning of a word. nil where there are none.
  private static func takeWords(from terms: inout [QueryTerm]) -> String? {
    var words: [String] = []
    for (index, term) in terms.enumerated().reversed() {
      guard !term.isNegated, case .text(let text) = term.condition else { continue }
      words += SearchText.words(of: text)
      terms.remove(at: index)
    }
    return words.isEmpty ? nil : match(words)
  }

  private static func match(_ words: [String]) -> String { words.map { "\"\($0)\"*" }.joined(separator: " ") }

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
    if case .search = run.path {
      // The words are walked once, whatever the days.
      var both = run
      both.conditions.append(touching(interval))
      return [both]
    }
    let (from, to) = interval
    let lastDay = TimelineKey.undatedDay.number - 1
    func part(_ path: EntryRun.Path, _ clauses: Clause...) -> EntryRun {
      EntryRun(path: path, conditions: run.conditions + clauses)
    }
    let inside = part(run.path, Clause("{day} BETWEEN ? AND ?", [from, min(to, lastDay)]))
    let outside = Clause("{day} NOT BETWEEN ? AND ?", [from, to])
    guard case .order = run.path else {
      return [inside, part(run.path, Clause("e.first <> e.last", readsEntry: true), touching(interval), outside)]
    }
    // All that may be filed outside and still touch: near either end, or long.
    let near = EntryRun.longestSpread
    var runs = [inside, part(.long, touching(interval), outside)]
    if from > .min + near {
      let days = Clause("{day} BETWEEN ? AND ?", [from - near, min(from - 1, to)])
      runs.append(part(.spread, days, touching(interval), outside))
    }
    if to < lastDay - near {
      let days = Clause("{day} BETWEEN ? AND ?", [max(to + 1, from), to + near])
      runs.append(part(.spread, days, touching(interval), outside))
    }
    return runs
  }

  private static func touching(_ interval: (from: Int32, to: Int32)) -> Clause {
    Clause("e.first <= ? AND e.last >= ?", [interval.to, interval.from], readsEntry: true)
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

  private static func clause(for term: QueryTerm, _ database: Database) throws -> Clause {
    var clause: Clause
    switch term.condition {
    case .actor(let name):
      clause = try actors(named: name, database).map { takesPart($0, isNegated: false) }.joined(by: "OR")
      if clause.sql.isEmpty { clause.sql = "FALSE" }
    case .place(let name):
      let ids = try places(named: name, database).map(String.init).joined(separator: ", ")
      clause = Clause("e.place IS NOT NULL AND e.place IN (\(ids))", readsEntry: true)
    case .type(let type):
      clause = Clause("e.type IS (SELECT id FROM eventType WHERE code = ?)", [type.rawValue], readsEntry: true)
    case .status(let status): clause = Clause("e.status = ?", [status.packedCode], readsEntry: true)
    case .date(let from, let to):
      clause = touching((from?.number ?? .min, to?.number ?? .max))
      clause.sql = "e.first IS NOT NULL AND \(clause.sql)"
    case .text(let text):
      let id = "rowid >> \(SearchRow.mentionBits) & \(SearchRow.entryMask)"
      let words = match(SearchText.words(of: text))
      clause = Clause("{id} IN (SELECT \(id) FROM search WHERE search MATCH ?)", [words])
      // Text without a word is in every entry.
      if words.isEmpty { clause = Clause("TRUE") }
    case .article(let name):
      let article = "article IN (SELECT id FROM article WHERE name = ?) AND hidden = 0"
      clause = Clause("{id} IN (SELECT entry FROM mention WHERE \(article))", [name])
    case .story(let name):
      let story = "SELECT story FROM article WHERE name = ? AND story IS NOT NULL"
      let articles = "SELECT id FROM article WHERE name = ? UNION SELECT id FROM article WHERE story IN (\(story))"
      clause = Clause(
        "{id} IN (SELECT entry FROM mention WHERE article IN (\(articles)) AND hidden = 0)", [name, name])
    case .tag(let word):
      clause = remark(.tagged, "AND word = ?", [word])
    case .remark(.unread):
      clause = remark(.read)
      clause.sql = "NOT (\(clause.sql))"
    case .remark(let kind): clause = remark(kind)
    }
    clause.sql = "\(term.isNegated ? "NOT " : "")(\(clause.sql))"
    return clause
  }

  private static func remark(_ kind: EventRemark, _ more: String = "", _ values: StatementArguments = []) -> Clause {
    Clause("{id} IN (SELECT entry FROM remark WHERE kind = ? \(more))", [kind.packedCode] + values)
  }

  private static func takesPart(_ actor: Int64, isNegated: Bool) -> Clause {
    Clause("{id} \(isNegated ? "NOT " : "")IN (SELECT entry FROM participation WHERE actor = ?)", [actor])
  }

  private static func actors(named name: String, _ database: Database) throws -> [Int64] {
    let sql = "SELECT actor FROM actorName WHERE name = ? ORDER BY actor"
    let name = SearchText.name(name)
    let ids = try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [name])
    return try ActorChanges(database).holders(of: name, among: ids)
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
