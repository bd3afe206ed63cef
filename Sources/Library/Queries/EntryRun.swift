import GRDB
import Temporal
import Timeline

/// One walk in timeline order over some of the entries that pass a filter: a table or index to walk, and what must hold.
/// The runs of a filter share no entry; together they hold all that pass.
struct EntryRun {
  /// What is walked.
  enum Path {
    /// All entries.
    case order
    /// Entries of more than one day and up to `longestSpread`.
    case spread
    /// Entries of more days than that, or open at one side.
    case long
    /// Entries of one actor.
    case actor(Int64)
    /// Entries of one place.
    case place(Int64)
    /// Entries with these words, as the full-text index takes them.
    case search(String)
  }

  /// The days of the longest entry in `entrySpread`, as its definition says.
  static let longestSpread: Int32 = 62

  var path: Path
  /// What must hold.
  var conditions: [Clause] = []

  /// The columns by which the walk goes.
  private var columns: (day: String, rank: String, id: String) {
    switch path {
    case .order, .spread, .long, .place: ("e.day", "e.rank", "e.id")
    case .actor: ("p.day", "p.rank", "p.entry")
    case .search: ("e.day", "e.rank", "(s.rowid >> \(SearchRow.mentionBits) & \(SearchRow.entryMask))")
    }
  }

  /// `FROM … WHERE …`, with entries joined only where something is asked of them.
  ///
  /// - Parameter readsEntry: whether the caller reads columns of the entry.
  func source(readsEntry: Bool, and more: [Clause] = []) -> Clause {
    var all: [Clause] = []
    var table: String
    switch path {
    case .order: table = "entry e INDEXED BY entryOrder"
    case .spread:
      table = "entry e INDEXED BY entrySpread"
      all.append(Clause("e.first <> e.last AND e.last - e.first <= \(Self.longestSpread)"))
    case .long:
      table = "entry e INDEXED BY entryLong"
      all.append(Clause("e.last - e.first > \(Self.longestSpread)"))
    case .place(let place):
      table = "entry e INDEXED BY entryPlace"
      all.append(Clause("e.place = ?", [place]))
    case .actor(let actor):
      table = "participation p"
      all.append(Clause("p.actor = ?", [actor]))
    case .search(let words):
      table = "search s"
      all.append(Clause("s.search MATCH ?", [words]))
    }
    all += conditions + more
    if table.hasSuffix(" p") || table.hasSuffix(" s"), readsEntry || all.contains(where: \.readsEntry) {
      table += " CROSS JOIN entry e ON e.id = {id}"
    }
    var source = all.joined(by: "AND")
    source.sql = "FROM \(table)" + (all.isEmpty ? "" : " WHERE " + source.sql)
    source.sql = source.sql.replacing("{id}", with: columns.id).replacing("{day}", with: columns.day)
    return source
  }

  /// Entries in timeline order, or for a backward walk against it, beyond `start`.
  func page(
    _ reader: EntryReader, from start: TimelineKey?, _ direction: TimelineDirection, limit: Int
  ) throws -> [TimelineEntry] {
    if case .search = path { return try searchPage(reader, from: start, direction, limit: limit) }
    let sign = direction == .forward ? ">" : "<"
    let source = source(readsEntry: true, and: start.map { [beyond($0, sign)] } ?? [])
    let turn = direction == .forward ? "" : " DESC"
    let order = [columns.day, columns.rank, columns.id].map { $0 + turn }.joined(separator: ", ")
    let statement = try reader.database.cachedStatement(
      sql: "SELECT \(EntryReader.columns) \(source.sql) ORDER BY \(order) LIMIT ?")
    let rows = try Row.fetchCursor(statement, arguments: source.arguments + [limit])
    var page: [TimelineEntry] = []
    while let row = try rows.next() { page.append(try reader.entry(row)) }
    return page
  }

  /// How many entries each day has; a day may come more than once.
  func countDays(_ database: Database, _ add: (Int32, Int) -> Void) throws {
    if case .search = path {
      return try forEachSearchRow(database) { row, _ in add(row.day.number, 1) }
    }
    let source = source(readsEntry: false)
    let statement = try database.cachedStatement(sql: "SELECT \(columns.day), count(*) \(source.sql) GROUP BY 1")
    let rows = try Row.fetchCursor(statement, arguments: source.arguments)
    while let row = try rows.next() { add(row[0], row[1]) }
  }

  /// How many entries stand before `key`, those before `day` not counted.
  func count(_ database: Database, before key: TimelineKey, since day: CivilDay?) throws -> Int {
    if case .search = path { return try searchCount(database, before: key, since: day) }
    let since = day.map { [Clause("{day} >= ?", [$0.number])] } ?? []
    let source = source(readsEntry: false, and: [beyond(key, "<")] + since)
    let statement = try database.cachedStatement(sql: "SELECT count(*) \(source.sql)")
    return try Int.fetchOne(statement, arguments: source.arguments) ?? 0
  }

  /// Day and packed actors of each entry.
  func forEachCast(_ database: Database, _ body: (Int32, [UInt8]) throws -> Void) throws {
    let source = source(readsEntry: true)
    // A search gives an entry once a mention, one after the other.
    let statement = try database.cachedStatement(
      sql: "SELECT e.id, e.day, e.actors \(source.sql) ORDER BY \(isSearch ? "s.rowid" : columns.day)")
    let rows = try Row.fetchCursor(statement, arguments: source.arguments)
    var last: Int64 = -1
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if id != last { try body(row[1], (row[2] as Stored).bytes) }
      last = id
    }
  }

  /// How many entries of each day have which value in a column of the entry, in the order of days.
  func countValues(of column: String, _ database: Database, _ add: (Int64, Int32, Int) -> Void) throws {
    let source = source(readsEntry: true)
    let number = isSearch ? "count(DISTINCT e.id)" : "count(*)"
    let statement = try database.cachedStatement(
      sql: "SELECT e.\(column), e.day, \(number) \(source.sql) GROUP BY e.day, e.\(column) ORDER BY e.day")
    let rows = try Row.fetchCursor(statement, arguments: source.arguments)
    while let row = try rows.next() { if let value = row[0] as Int64? { add(value, row[1], row[2]) } }
  }

  var isSearch: Bool { if case .search = path { true } else { false } }

  private func beyond(_ key: TimelineKey, _ sign: String) -> Clause {
    let (day, rank, id) = columns
    return Clause("(\(day), \(rank), \(id)) \(sign) (?, ?, ?)", [key.day.number, key.rank, key.id])
  }
}
