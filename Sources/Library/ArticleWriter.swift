import GRDB
import Temporal
import Timeline

/// Writes articles and their entries inside one transaction. A report of an event that another article tells already is
/// joined with its entry.
struct ArticleWriter {
  private let database: Database
  private(set) var report = AddReport()
  private var codes: CodeTables
  private var entries: EntryWriter
  private let reader: EntryReader

  init(_ database: Database) {
    self.database = database
    codes = CodeTables(database)
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
    let actors = try codes.actors(annotated.actors)
    for (number, event) in annotated.events.enumerated() {
      let draft = try draft(of: event, in: annotated, actors: actors)
      let known = try entry(toJoin: draft, of: articleID)
      let id = try known.map { try join(draft, with: $0) } ?? entries.insert(draft)
      try entries.addMention(of: id, article: articleID, number: number, words: prepared.words[number])
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

  private mutating func draft(
    of event: Event, in annotated: AnnotatedArticle, actors: [ActorID: Int64]
  ) throws -> EntryDraft {
    let entry = TimelineEntry(event, in: annotated.article, actors: annotated.actors, id: 0)
    return EntryDraft(
      entry: entry, profile: JoinProfile(event), type: try codes.type(event.type),
      place: try event.place.map { try codes.place($0) },
      parts: try entry.actors.map {
        StoredParticipant(actor: try actors[$0.id] ?? codes.actor(unnamed: $0.id), role: $0.role)
      },
      cast: event.actorIDs.compactMap { actors[$0] }, outlets: try entry.outlets.map { try codes.outlet($0) })
  }

  /// The entry that tells the same event in other articles, with the strongest reasons.
  private func entry(toJoin draft: EntryDraft, of article: Int64) throws -> EntryReader.ShownEntry? {
    var best: (entry: EntryReader.ShownEntry, weight: Double)?
    for id in try candidates(draft) {
      guard let shown = try reader.shown(id: id), try !isTold(id, by: article) else { continue }
      let profile = try reader.profile(of: shown)
      guard profile.sharesKey(with: draft.profile),
        let reasons = EventJoiner.reasons(profile, draft.profile)
      else { continue }
      let weight = EventJoiner.weight(of: reasons)
      if weight > best?.weight ?? -1 { best = (shown, weight) }
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

  private mutating func join(_ draft: EntryDraft, with shown: EntryReader.ShownEntry) throws -> Int64 {
    let profile = try reader.profile(of: shown)
    let isBetter = EventJoiner.isBetter(draft.entry.date, than: shown.entry.date)
    let entry = shown.entry.joined(by: draft.entry, disagrees: EventJoiner.disagree(profile, draft.profile))
    var joined = draft
    joined.entry = entry
    joined.profile = isBetter ? draft.profile : profile
    joined.place = isBetter ? draft.place ?? shown.place : shown.place ?? draft.place
    joined.parts = try entry.actors.map {
      StoredParticipant(actor: try codes.actor(unnamed: $0.id), role: $0.role)
    }
    joined.outlets = try entry.outlets.map { try codes.outlet($0) }
    try entries.update(shown.entry, to: joined)
    return entry.key.id
  }
}
