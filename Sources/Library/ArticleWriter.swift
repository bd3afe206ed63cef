import GRDB
import Temporal
import Timeline

/// Writes articles and their entries inside one transaction, and keeps the counts by day.
struct ArticleWriter {
  private let database: Database
  private(set) var report = AddReport()
  private var codes: CodeTables
  private var counts: [CountKey: Int] = [:]
  /// Words for the full-text index, which is many times faster when its rows come in order.
  private var words: [(row: SearchRow, words: String)] = []

  private struct CountKey: Hashable {
    var day: Int32
    var type: Int64
    var status: Int
  }

  init(_ database: Database) {
    self.database = database
    codes = CodeTables(database)
  }

  /// Adds an article, unless it is there already.
  mutating func add(_ prepared: PreparedArticle) throws {
    if try isKnown(prepared) {
      report.known += 1
      return
    }
    let annotated = prepared.annotated
    let article = annotated.article
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO article (fingerprint, name, title, url, outlet, published, content) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      prepared.fingerprint, article.id, article.title, article.url, article.outlet,
      article.publication.day?.number, Stored(prepared.content),
    ])
    let articleID = database.lastInsertedRowID
    let actors = try codes.actors(annotated.actors)
    for (number, event) in annotated.events.enumerated() {
      let key = try addEntry(of: event, in: annotated, actors: actors)
      try addMention(of: key, article: articleID, number: number, words: prepared.words[number])
    }
    report.added += 1
    report.events += annotated.events.count
  }

  /// Writes the counts by day and the searched words. To be called once, at the end.
  func finish() throws {
    let search = try database.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
    for item in words.sorted(by: { $0.row.number < $1.row.number }) {
      try search.execute(arguments: [item.row.number, item.words])
    }
    let byDay = try database.cachedStatement(
      sql: "INSERT INTO dayCount VALUES (?, ?) ON CONFLICT DO UPDATE SET total = total + excluded.total")
    let byKind = try database.cachedStatement(
      sql: "INSERT INTO kindCount VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET total = total + excluded.total")
    for (key, count) in counts {
      try byDay.execute(arguments: [key.day, count])
      try byKind.execute(arguments: [key.day, key.type, key.status, count])
    }
  }

  private func isKnown(_ prepared: PreparedArticle) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT content FROM article WHERE fingerprint = ?")
    for content in try Stored.fetchAll(statement, arguments: [prepared.fingerprint]) {
      var unpacker = Unpacker(try Compression.expanded(content.bytes))
      let article: Article = try unpacker.value()
      if article.isSame(as: prepared.annotated.article) { return true }
    }
    return false
  }

  private mutating func addEntry(
    of event: Event, in annotated: AnnotatedArticle, actors: [ActorID: Int64]
  ) throws -> TimelineKey {
    let entry = TimelineEntry(event, in: annotated.article, actors: annotated.actors, id: 0)
    let type = try codes.type(event.type)
    let place = try event.place.map { try codes.place($0) }
    let participants = event.actorIDs.compactMap { actors[$0] }
    let bounds = event.date.bounds
    let parts = try entry.actors.map {
      StoredParticipant(actor: try actors[$0.id] ?? codes.actor(unnamed: $0.id), role: $0.role)
    }
    let outlets = try entry.outlets.map { try codes.outlet($0) }
    var row = Packer()
    row.pack(StoredEntry(entry, actors: parts, outlets: outlets))
    var ids = Packer()
    for id in participants { ids.pack(UInt64(bitPattern: id)) }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entry (day, rank, type, status, first, last, place, actors, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      entry.key.day.number, entry.key.rank, type, entry.status.packedCode, bounds.map { $0.first?.number ?? .min },
      bounds.map { $0.last?.number ?? .max }, place, Stored(ids.bytes), Stored(row.bytes),
    ])
    let id = database.lastInsertedRowID
    let participation = try database.cachedStatement(sql: "INSERT OR IGNORE INTO participation VALUES (?, ?, ?, ?)")
    for actor in participants {
      try participation.execute(arguments: [actor, entry.key.day.number, entry.key.rank, id])
    }
    counts[CountKey(day: entry.key.day.number, type: type, status: entry.status.packedCode), default: 0] += 1
    return TimelineKey(date: event.date, id: id)
  }

  private mutating func addMention(of key: TimelineKey, article: Int64, number: Int, words: String) throws {
    let count = try database.cachedStatement(sql: "SELECT count(*) FROM mention WHERE entry = ?")
    let ordinal = try Int.fetchOne(count, arguments: [key.id]) ?? 0
    let mention = try database.cachedStatement(sql: "INSERT INTO mention VALUES (?, ?, ?, ?)")
    try mention.execute(arguments: [key.id, ordinal, article, number])
    if let row = SearchRow(day: key.day, entry: key.id, ordinal: ordinal) { self.words.append((row, words)) }
  }
}
