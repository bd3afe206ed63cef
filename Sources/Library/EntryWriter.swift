import GRDB
import Temporal
import Timeline

/// Writes entries with everything that is kept about them: who takes part, the counts by day, the searched words.
struct EntryWriter {
  private let database: Database
  private var articles: ArticleCache
  private var counts: [CountKey: Int] = [:]
  /// Words for the full-text index by row number; the index is many times faster when its rows come in order.
  private var words: [Int64: String] = [:]

  private struct CountKey: Hashable {
    var day: Int32
    var type: Int64
    var status: Int

    init(_ entry: TimelineEntry, type: Int64) {
      day = entry.key.day.number
      self.type = type
      status = entry.status.packedCode
    }
  }

  init(_ database: Database) {
    self.database = database
    articles = ArticleCache(database)
  }

  /// Writes a new entry and gives its id.
  mutating func insert(_ draft: EntryDraft) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entry (day, rank, type, status, first, last, place, actors, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: columns(of: draft, cast: draft.cast))
    let id = database.lastInsertedRowID
    try addParticipation(draft.cast, draft, id: id)
    counts[CountKey(draft.entry, type: draft.type), default: 0] += 1
    return id
  }

  /// Writes an entry that has changed; where it is filed elsewhere now, all that follows its day goes with it.
  mutating func update(_ old: TimelineEntry, to draft: EntryDraft) throws {
    let id = old.key.id
    let blob = try database.cachedStatement(sql: "SELECT actors FROM entry WHERE id = ?")
    let former = try Stored.fetchOne(blob, arguments: [id]).map { try Self.unpacked($0.bytes) } ?? []
    let cast = former + draft.cast.filter { !former.contains($0) }
    let statement = try database.cachedStatement(
      sql: """
        UPDATE entry SET day = ?, rank = ?, type = ?, status = ?, first = ?, last = ?, place = ?, actors = ?, row = ?
        WHERE id = ?
        """)
    try statement.execute(arguments: columns(of: draft, cast: cast) + [id])
    counts[CountKey(old, type: draft.type), default: 0] -= 1
    counts[CountKey(draft.entry, type: draft.type), default: 0] += 1
    if old.key != draft.entry.key {
      let delete = try database.cachedStatement(
        sql: "DELETE FROM participation WHERE actor = ? AND day = ? AND rank = ? AND entry = ?")
      for actor in former { try delete.execute(arguments: [actor, old.key.day.number, old.key.rank, id]) }
    }
    try addParticipation(cast, draft, id: id)
    if old.key.day != draft.entry.key.day { try moveWords(of: id, from: old.key.day, to: draft.entry.key.day) }
  }

  /// Files an article's telling under an entry.
  mutating func addMention(of entry: Int64, article: Int64, number: Int, words: String) throws {
    let count = try database.cachedStatement(
      sql: "SELECT e.day, (SELECT count(*) FROM mention WHERE entry = e.id) FROM entry e WHERE e.id = ?")
    guard let row = try Row.fetchOne(count, arguments: [entry]) else { throw PackingError() }
    let day: Int32 = row[0]
    let ordinal: Int = row[1]
    let mention = try database.cachedStatement(sql: "INSERT INTO mention VALUES (?, ?, ?, ?)")
    try mention.execute(arguments: [entry, ordinal, article, number])
    if let row = SearchRow(day: CivilDay(number: day), entry: entry, ordinal: ordinal) {
      self.words[row.number] = words
    }
  }

  /// Writes the counts by day and the searched words.
  mutating func finish() throws {
    let search = try database.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
    for (row, words) in words.sorted(by: { $0.key < $1.key }) { try search.execute(arguments: [row, words]) }
    let byDay = try database.cachedStatement(
      sql: "INSERT INTO dayCount VALUES (?, ?) ON CONFLICT DO UPDATE SET total = total + excluded.total")
    let byKind = try database.cachedStatement(
      sql: "INSERT INTO kindCount VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET total = total + excluded.total")
    for (key, count) in counts where count != 0 {
      try byDay.execute(arguments: [key.day, count])
      try byKind.execute(arguments: [key.day, key.type, key.status, count])
    }
    words.removeAll()
    counts.removeAll()
  }

  private func columns(of draft: EntryDraft, cast: [Int64]) -> StatementArguments {
    let entry = draft.entry
    let bounds = entry.date.bounds
    var ids = Packer()
    for id in cast { ids.pack(id) }
    return [
      entry.key.day.number, entry.key.rank, draft.type, entry.status.packedCode,
      bounds.map { $0.first?.number ?? .min }, bounds.map { $0.last?.number ?? .max }, draft.place, Stored(ids.bytes),
      draft.row,
    ]
  }

  private func addParticipation(_ cast: [Int64], _ draft: EntryDraft, id: Int64) throws {
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO participation VALUES (?, ?, ?, ?, ?)")
    let key = draft.entry.key
    for actor in cast { try statement.execute(arguments: [actor, key.day.number, key.rank, id, draft.type]) }
  }

  /// Files the words of all mentions under another day. The index holds no texts, so what is taken out of it is made
  /// again from the articles.
  private mutating func moveWords(of entry: Int64, from old: CivilDay, to new: CivilDay) throws {
    let delete = try database.cachedStatement(
      sql: "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)")
    for (ordinal, mention) in try articles.mentions(of: entry).enumerated() {
      guard let from = SearchRow(day: old, entry: entry, ordinal: ordinal),
        let to = SearchRow(day: new, entry: entry, ordinal: ordinal)
      else { return }
      if let pending = words.removeValue(forKey: from.number) {
        words[to.number] = pending
        continue
      }
      let text = PreparedArticle.words(of: mention.event, in: mention.article, actors: mention.actors)
      try delete.execute(arguments: [from.number, text])
      words[to.number] = text
    }
  }

  private static func unpacked(_ bytes: [UInt8]) throws -> [Int64] {
    var unpacker = Unpacker(bytes)
    var ids: [Int64] = []
    while !unpacker.isAtEnd { ids.append(try unpacker.value()) }
    return ids
  }
}
