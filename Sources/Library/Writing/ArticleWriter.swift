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
  private let changes: ActorChanges
  /// Entries that a person has corrected, or whose mentions are corrected already.
  private var corrected: Set<Int64> = []

  init(_ database: Database) throws {
    self.database = database
    changes = try ActorChanges(database)
    drafts = DraftMaker(database)
    entries = EntryWriter(database)
    reader = EntryReader(database)
  }

  /// Adds an article, unless it is there already.
  ///
  /// - Parameter isGiven: whether its events came with it, so that reading it again would lose them.
  mutating func add(_ prepared: PreparedArticle, isGiven: Bool = false) throws {
    guard let id = try store(prepared, isGiven: isGiven) else { return }
    try file(prepared, id: id, numbers: prepared.annotated.events.indices)
    report.events += prepared.annotated.events.count
  }

  /// Stores an article without its events.
  ///
  /// - Returns: its number; nil where it is there already.
  mutating func store(_ prepared: PreparedArticle, isGiven: Bool) throws -> Int64? {
    if try Self.isKnown(prepared.annotated.article, fingerprint: prepared.fingerprint, database) {
      report.known += 1
      return nil
    }
    let article = prepared.annotated.article
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO article (fingerprint, name, title, url, outlet, published, content, given, sketch)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      prepared.fingerprint, article.id, article.title, article.url, article.outlet, article.publication.day?.number,
      Stored(prepared.content), isGiven, prepared.sketch.map { Stored($0.bytes) },
    ])
    let id = database.lastInsertedRowID
    report.added += 1
    if let sketch = prepared.sketch, let story = try StoryWriter(database: database).file(sketch, of: id) {
      report.retold += 1
      report.stories.insert(story)
    }
    return id
  }

  /// An event of a stored article.
  struct Telling {
    var prepared: PreparedArticle
    var article: Int64
    var number: Int
  }

  /// Files events as one entry, whatever speaks for or against it.
  mutating func file(_ tellings: [Telling]) throws {
    var shown: EntryDraft?
    for telling in tellings {
      let annotated = telling.prepared.annotated.applying(changes.all)
      guard annotated.events.indices.contains(telling.number) else { continue }
      var actors = try drafts.numbers(of: telling.prepared.annotated.actors)
      if !changes.all.isEmpty { actors = try drafts.numbers(ofCorrected: annotated.actors) }
      let event = annotated.events[telling.number]
      let draft = try drafts.draft(of: event, in: annotated, actors: actors)
      let known = shown
      var next = known?.joined(by: draft) ?? draft
      if let known {
        try entries.update(known, to: next)
      } else {
        let id = try entries.insert(next)
        next.entry.key = TimelineKey(date: next.entry.date, id: id)
        report.events += 1
      }
      try entries.addMention(
        of: next.entry.key.id, day: next.entry.key.day, article: telling.article, number: telling.number,
        isFirst: known == nil, words: PreparedArticle.words(of: event, in: annotated.article, actors: annotated.actors))
      shown = next
      let fingerprint = UInt64(bitPattern: telling.prepared.fingerprint)
      if try !CorrectionRecord.all(ofArticle: fingerprint, database).isEmpty { corrected.insert(next.entry.key.id) }
    }
  }

  /// Files some of an article's events, each under the entry that tells it already, or under one of its own.
  mutating func file(_ prepared: PreparedArticle, id articleID: Int64, numbers: some Sequence<Int>) throws {
    let annotated = prepared.annotated.applying(changes.all)
    var actors = try drafts.numbers(of: prepared.annotated.actors)
    if !changes.all.isEmpty { actors = try drafts.numbers(ofCorrected: annotated.actors) }
    let isCorrected = try !CorrectionRecord.all(ofArticle: UInt64(bitPattern: prepared.fingerprint), database).isEmpty
    for number in numbers {
      let draft = try drafts.draft(of: annotated.events[number], in: annotated, actors: actors)
      let known = try entry(toJoin: draft, of: articleID)
      let shown = known?.joined(by: draft) ?? draft
      if let known { try entries.update(known, to: shown) }
      let id = try known?.entry.key.id ?? entries.insert(shown)
      try entries.addMention(
        of: id, day: shown.entry.key.day, article: articleID, number: number, isFirst: known == nil,
        words: changes.all.isEmpty
          ? prepared.words[number]
          : PreparedArticle.words(of: annotated.events[number], in: annotated.article, actors: annotated.actors))
      if isCorrected || shown.entry.isCorrected { corrected.insert(id) }
    }
  }

  /// Writes what was gathered. To be called once, at the end.
  mutating func finish() throws {
    try entries.finish()
    if corrected.isEmpty { return }
    var corrector = Corrector(database)
    try corrector.refile(corrected)
    corrected.removeAll()
  }

  /// Whether an article is in the library, whatever it is called.
  static func isKnown(_ article: Article, _ database: Database) throws -> Bool {
    try isKnown(article, fingerprint: Int64(bitPattern: article.fingerprint), database)
  }

  private static func isKnown(_ article: Article, fingerprint: Int64, _ database: Database) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT content FROM article WHERE fingerprint = ?")
    for content in try Stored.fetchAll(statement, arguments: [fingerprint]) {
      var unpacker = Unpacker(try Compression.expanded(content.bytes))
      let known: Article = try unpacker.value()
      if known.isSame(as: article) { return true }
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
