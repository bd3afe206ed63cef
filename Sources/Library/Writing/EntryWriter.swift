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

    init(_ draft: EntryDraft) {
      day = draft.entry.key.day.number
      type = draft.type
      status = draft.entry.status.packedCode
    }
  }

  init(_ database: Database) {
    self.database = database
    articles = ArticleCache(database)
  }

  /// Forgets the articles that were read, when corrections of actors have changed them.
  mutating func forgetArticles() { articles.forget() }

  /// Writes a new entry and gives its id.
  ///
  /// - Parameter id: the id that it had before, where it is written again.
  mutating func insert(_ draft: EntryDraft, id: Int64? = nil) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entry (day, rank, type, status, first, last, place, actors, row, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: columns(of: draft) + [id])
    let id = database.lastInsertedRowID
    try addParticipation(of: draft, id: id)
    try addRemarks(of: draft.entry, id: id)
    counts[CountKey(draft), default: 0] += 1
    return id
  }

  /// Writes an entry that has changed; where it is filed elsewhere now, all that follows its day goes with it.
  mutating func update(_ old: EntryDraft, to draft: EntryDraft) throws {
    let id = old.entry.key.id
    let statement = try database.cachedStatement(
      sql: """
        UPDATE entry SET day = ?, rank = ?, type = ?, status = ?, first = ?, last = ?, place = ?, actors = ?, row = ?
        WHERE id = ?
        """)
    try statement.execute(arguments: columns(of: draft) + [id])
    counts[CountKey(old), default: 0] -= 1
    counts[CountKey(draft), default: 0] += 1
    if old.entry.key != draft.entry.key { try removeParticipation(of: old) }
    try addParticipation(of: draft, id: id)
    if old.entry.key.day != draft.entry.key.day {
      for mention in try articles.mentions(of: id) {
        let words = try takeWords(of: mention, on: old.entry.key)
        keep(words, day: draft.entry.key.day, entry: id, ordinal: mention.ordinal)
      }
    }
  }

  /// Takes an entry out of the timeline. Its mentions stay, so that it can be written again.
  mutating func remove(_ old: EntryDraft) throws {
    let id = old.entry.key.id
    for mention in try articles.mentions(of: id) { _ = try takeWords(of: mention, on: old.entry.key) }
    try removeParticipation(of: old)
    try database.cachedStatement(sql: "DELETE FROM remark WHERE entry = ?").execute(arguments: [id])
    counts[CountKey(old), default: 0] -= 1
    try database.cachedStatement(sql: "DELETE FROM entry WHERE id = ?").execute(arguments: [id])
  }

  /// Files an article's telling under an entry that is filed under `day`.
  mutating func addMention(
    of entry: Int64, day: CivilDay, article: Int64, number: Int, isFirst: Bool, words: String
  ) throws {
    let next = try database.cachedStatement(sql: "SELECT ifnull(max(ordinal) + 1, 0) FROM mention WHERE entry = ?")
    let ordinal = isFirst ? 0 : try Int.fetchOne(next, arguments: [entry]) ?? 0
    let mention = try database.cachedStatement(
      sql: "INSERT INTO mention (entry, ordinal, article, number) VALUES (?, ?, ?, ?)")
    try mention.execute(arguments: [entry, ordinal, article, number])
    keep(words, day: day, entry: entry, ordinal: ordinal)
  }

  /// Has words searched from the end of the transaction on.
  mutating func keep(_ words: String, day: CivilDay, entry: Int64, ordinal: Int) {
    if let row = SearchRow(day: day, entry: entry, ordinal: ordinal) { self.words[row.number] = words }
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

  private func columns(of draft: EntryDraft) -> StatementArguments {
    let entry = draft.entry
    let bounds = entry.date.bounds
    return [
      entry.key.day.number, entry.key.rank, draft.type, entry.status.packedCode,
      bounds.map { $0.first?.number ?? .min }, bounds.map { $0.last?.number ?? .max }, draft.place, draft.castBytes,
      draft.row,
    ]
  }

  private func addParticipation(of draft: EntryDraft, id: Int64) throws {
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO participation VALUES (?, ?, ?, ?, ?)")
    let key = draft.entry.key
    for actor in draft.cast { try statement.execute(arguments: [actor, key.day.number, key.rank, id, draft.type]) }
  }

  /// What a person keeps with an entry; nothing changes it but the entry being written again.
  private func addRemarks(of entry: TimelineEntry, id: Int64) throws {
    let remarks = entry.remarks
    if remarks.isEmpty, !entry.isCorrected { return }
    var rows = remarks.tags.map { (EventRemark.tagged, $0) }
    if remarks.note != nil { rows.append((.noted, "")) }
    if remarks.isBookmarked { rows.append((.bookmarked, "")) }
    if remarks.isRead { rows.append((.read, "")) }
    if entry.isCorrected { rows.append((.corrected, "")) }
    let statement = try database.cachedStatement(sql: "INSERT INTO remark (kind, word, entry) VALUES (?, ?, ?)")
    for (kind, word) in rows { try statement.execute(arguments: [kind.packedCode, word, id]) }
  }

  private func removeParticipation(of old: EntryDraft) throws {
    let statement = try database.cachedStatement(
      sql: "DELETE FROM participation WHERE actor = ? AND day = ? AND rank = ? AND entry = ?")
    let key = old.entry.key
    for actor in old.cast { try statement.execute(arguments: [actor, key.day.number, key.rank, key.id]) }
  }

  /// Takes a mention's words out of the full-text index and gives them. The index holds no texts, so they are made again
  /// from the article.
  private mutating func takeWords(of mention: ArticleCache.StoredMention, on key: TimelineKey) throws -> String {
    let annotated = mention.annotated
    let text = PreparedArticle.words(of: mention.event, in: annotated.article, actors: annotated.actors)
    guard let row = SearchRow(day: key.day, entry: key.id, ordinal: mention.ordinal) else { return text }
    if words.removeValue(forKey: row.number) == nil {
      let delete = try database.cachedStatement(
        sql: "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)")
      try delete.execute(arguments: [row.number, text])
    }
    return text
  }
}
