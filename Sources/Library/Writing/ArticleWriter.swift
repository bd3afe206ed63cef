import GRDB
import Temporal
import Timeline

/// Writes articles and their entries inside one transaction. A report of an event that another article tells already is
/// joined with its entry.
struct ArticleWriter {
  private let database: Database
  private(set) var report = AddReport()
  private var drafts: DraftMaker
  private var entries: EntryWriter
  private let reader: EntryReader

  init(_ database: Database) {
    self.database = database
    drafts = DraftMaker(database)
    entries = EntryWriter(database)
    reader = EntryReader(database)
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
      prepared.fingerprint, article.id, article.title, article.url, article.outlet, article.publication.day?.number,
      Stored(prepared.content),
    ])
    let articleID = database.lastInsertedRowID
    let actors = try drafts.numbers(of: annotated.actors)
    for (number, event) in annotated.events.enumerated() {
      let draft = try drafts.draft(of: event, in: annotated, actors: actors)
      let known = try entry(toJoin: draft, of: articleID)
      let shown = known?.joined(by: draft) ?? draft
      if let known { try entries.update(known, to: shown) }
      let id = try known?.entry.key.id ?? entries.insert(shown)
      try entries.addMention(
        of: id, day: shown.entry.key.day, article: articleID, number: number, isFirst: known == nil,
        words: prepared.words[number])
    }
    report.added += 1
    report.events += annotated.events.count
  }

  /// Writes what was gathered. To be called once, at the end.
  mutating func finish() throws { try entries.finish() }

  private func isKnown(_ prepared: PreparedArticle) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT content FROM article WHERE fingerprint = ?")
    for content in try Stored.fetchAll(statement, arguments: [prepared.fingerprint]) {
      var unpacker = Unpacker(try Compression.expanded(content.bytes))
      let article: Article = try unpacker.value()
      if article.isSame(as: prepared.annotated.article) { return true }
    }
    return false
  }

  /// The entry that tells the same event in other articles, with the strongest reasons.
  private func entry(toJoin draft: EntryDraft, of article: Int64) throws -> EntryDraft? {
    var best: (entry: EntryDraft, weight: Double)?
    for id in try candidates(draft) {
      guard let known = try reader.draft(id: id), try !isTold(id, by: article),
        known.profile.sharesKey(with: draft.profile),
        let reasons = EventJoiner.reasons(known.profile, draft.profile)
      else { continue }
      let weight = EventJoiner.weight(of: reasons)
      if weight > best?.weight ?? -1 { best = (known, weight) }
    }
    return best?.entry
  }

  /// Entries of the same type and actor, or without actors of the same place, on the same day or one beside it, lowest
  /// first.
  private func candidates(_ draft: EntryDraft) throws -> [Int64] {
    guard let day = draft.profile.joinDay else { return [] }
    let days: [any DatabaseValueConvertible] = [
      (day - 1).number, (day + 1).number, draft.type, EventJoiner.candidateLimit,
    ]
    var ids: Set<Int64> = []
    for actor in Set(draft.parts.map(\.actor)) {
      let statement = try database.cachedStatement(
        sql: "SELECT entry FROM participation WHERE actor = ? AND day BETWEEN ? AND ? AND type = ? LIMIT ?")
      ids.formUnion(try Int64.fetchAll(statement, arguments: StatementArguments([actor] + days)))
    }
    if draft.parts.isEmpty, let place = draft.place {
      let statement = try database.cachedStatement(
        sql: "SELECT id FROM entry WHERE place = ? AND day BETWEEN ? AND ? AND type = ? LIMIT ?")
      ids.formUnion(try Int64.fetchAll(statement, arguments: StatementArguments([place] + days)))
    }
    return ids.sorted()
  }

  private func isTold(_ entry: Int64, by article: Int64) throws -> Bool {
    let last = try database.cachedStatement(
      sql: "SELECT article FROM mention WHERE entry = ? ORDER BY ordinal DESC LIMIT 1")
    return try Int64.fetchOne(last, arguments: [entry]) == article
  }
}
