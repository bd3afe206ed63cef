import GRDB
import Timeline

/// One walk in timeline order over some of the entries that pass a filter: a table or index to walk, and what must hold.
/// The runs of a filter share no entry; together they hold all that pass.
struct EntryRun {
  /// Which index gives the order.
  enum Path {
    /// All entries.
    case order
    /// Entries of more than one day.
    case spread
    /// Entries of one actor.
    case actor(Int64)
    /// Entries of one place.
    case place(Int64)
  }

  var path: Path
  /// Conditions over the entry `e`.
  var conditions: [Clause] = []
  /// Conditions over the run's own day, so that the index is entered at the right place.
  var days: [Clause] = []

  /// A piece of SQL with its values.
  struct Clause {
    var sql: String
    var arguments: StatementArguments

    init(_ sql: String, _ arguments: StatementArguments = []) {
      self.sql = sql
      self.arguments = arguments
    }
  }

  /// The table whose columns order the run: `p` where an actor's index is walked, else `e`.
  private var alias: String { if case .actor = path { "p" } else { "e" } }
  private var idColumn: String { if case .actor = path { "p.entry" } else { "e.id" } }

  /// The key columns, in order.
  var keyColumns: String { "\(alias).day, \(alias).rank, \(idColumn)" }
  var orderAscending: String { "\(alias).day, \(alias).rank, \(idColumn)" }
  var orderDescending: String { "\(alias).day DESC, \(alias).rank DESC, \(idColumn) DESC" }
  var dayColumn: String { "\(alias).day" }

  /// `FROM … WHERE …`, with entries joined only where something is asked of them.
  ///
  /// - Parameter needsEntry: whether the caller reads columns of the entry.
  func source(needsEntry: Bool, and more: [Clause] = []) -> Clause {
    var all: [Clause] = []
    let table: String
    switch path {
    case .order: table = "entry e INDEXED BY entryOrder"
    case .spread:
      table = "entry e INDEXED BY entrySpread"
      all.append(Clause("e.first <> e.last"))
    case .place(let place):
      table = "entry e INDEXED BY entryPlace"
      all.append(Clause("e.place = ?", [place]))
    case .actor(let actor):
      let isJoined = needsEntry || !conditions.isEmpty
      table = "participation p" + (isJoined ? " CROSS JOIN entry e ON e.id = p.entry" : "")
      all.append(Clause("p.actor = ?", [actor]))
    }
    all += days.map { Clause($0.sql.replacing("{day}", with: dayColumn), $0.arguments) } + conditions + more
    let sql = all.isEmpty ? "" : " WHERE " + all.map(\.sql).joined(separator: " AND ")
    return Clause("FROM \(table)\(sql)", all.reduce([]) { $0 + $1.arguments })
  }

  /// Keys after or before `key`.
  func beyond(_ key: TimelineKey, _ sign: String) -> Clause {
    Clause("(\(keyColumns)) \(sign) (?, ?, ?)", [key.day.number, key.rank, key.id])
  }
}
