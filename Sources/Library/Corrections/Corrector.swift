import GRDB
import Timeline

/// Applies corrections inside one transaction: keeps them, and writes the entries that they change again.
///
/// What is shown is made from what was read and from the corrections that were not taken back, in the order in which they
/// were made, and from nothing else. So they can be taken back in any order.
struct Corrector {
  let database: Database
  private let reader: EntryReader
  private var articles: ArticleCache
  private var drafts: DraftMaker
  var entries: EntryWriter

  init(_ database: Database) {
    self.database = database
    reader = EntryReader(database)
    articles = ArticleCache(database)
    drafts = DraftMaker(database)
    entries = EntryWriter(database)
  }

  /// Keeps a correction and does what it says.
  mutating func make(
    _ correction: Correction, of target: CorrectionTarget, author: String, made: String
  ) throws -> CorrectionRecord {
    try CorrectionCheck(database).check(correction, of: target)
    if case .write(let event) = correction { try add(event) }
    var record = CorrectionRecord(id: 0, target: target, correction: correction, author: author, made: made)
    try settle(record) { database in
      // What was taken back before is not made again after this one, but by its number.
      try database.execute(sql: "UPDATE correction SET undone = -1 WHERE undone > 0")
      try database.execute(
        sql: "INSERT INTO correction (target, kind, value, author, made) VALUES (?, ?, ?, ?, ?)",
        arguments: [target.description, correction.kind, correction.value, author, made])
      record.id = database.lastInsertedRowID
    }
    return record
  }

  /// Takes a correction back, or makes it again.
  mutating func set(_ record: CorrectionRecord, undone: Bool) throws {
    try settle(record) {
      let order = undone ? "(SELECT max(max(undone), 0) + 1 FROM correction)" : "0"
      try $0.execute(sql: "UPDATE correction SET undone = \(order) WHERE id = ?", arguments: [record.id])
    }
  }

  /// Writes entries again whose articles or corrections have changed, and files their mentions where a person wants them.
  mutating func refile(_ ids: some Sequence<Int64>) throws {
    let ids = Set(ids).sorted()
    for id in ids { try erase(id) }
    for id in ids { try write(id) }
    try regroup()
    try entries.finish()
  }

  /// Changes the corrections, and all that follows from the change.
  private mutating func settle(_ record: CorrectionRecord, _ change: (Database) throws -> Void) throws {
    switch record.target {
    case .actor(let id):
      let ids = try entriesOfRelatives(of: id, and: record.correction)
      for id in ids { try erase(id) }
      try change(database)
      forget()
      for id in ids { try write(id) }
    case .event(let reference):
      try change(database)
      articles.forget()
      if record.correction.movesEvent {
        try regroup()
      } else if let mention = try MentionFinder(database).find(reference, in: &articles) {
        try erase(mention.entry)
        try write(mention.entry)
      }
    }
    try entries.finish()
  }

  /// Forgets the articles that were read, when they or who is who in them has changed.
  mutating func forget() {
    articles.forget()
    entries.forgetArticles()
  }

  /// A written event as an article of its own. One that was written before, and taken back, is there already.
  private func add(_ event: WrittenEvent) throws {
    var writer = try ArticleWriter(database)
    try writer.add(PreparedArticle(event.article), isGiven: true)
    try writer.finish()
  }

  /// The entries in which an actor, or one that was ever joined with it or split from it, takes part or is corrected.
  private mutating func entriesOfRelatives(of actor: ActorID, and correction: Correction) throws -> [Int64] {
    var relatives = try ActorChanges.relatives(of: actor, database)
    if case .merge(let other) = correction { relatives.formUnion(try ActorChanges.relatives(of: other, database)) }
    let codes = relatives.map { _ in "?" }.joined(separator: ", ")
    var ids = try Int64.fetchSet(
      database,
      sql: "SELECT entry FROM participation WHERE actor IN (SELECT id FROM actor WHERE code IN (\(codes)))",
      arguments: StatementArguments(relatives.map(\.rawValue)))
    let finder = MentionFinder(database)
    for row in try Row.fetchAll(
      database,
      sql: "SELECT \(CorrectionRecord.columns) FROM correction WHERE kind IN ('add-actor', 'remove-actor', 'role')")
    {
      guard let record = CorrectionRecord(row), case .event(let event) = record.target else { continue }
      if let mention = try finder.find(event, in: &articles) { ids.insert(mention.entry) }
    }
    return ids.sorted()
  }

  /// Files every mention under the entry that the program chose for it, then under those that a person has chosen.
  private mutating func regroup() throws {
    let grouping = try Grouping(database, &articles)
    let moves = grouping.moves
    if moves.isEmpty { return }
    let ids = Set(moves.flatMap { [$0.mention.entry, $0.entry] }).sorted()
    for id in ids { try erase(id) }
    for move in moves { try grouping.file(move) }
    for id in ids { try write(id) }
  }

  mutating func erase(_ entry: Int64) throws {
    if let old = try reader.draft(id: entry) { try entries.remove(old) }
  }

  /// Writes an entry from its mentions; none where all are hidden. What a person says of one of them is said of the
  /// entry, and outweighs what any source says.
  mutating func write(_ id: Int64) throws {
    var shown: [ArticleCache.StoredMention] = []
    var said: [CorrectionRecord] = []
    var result: EntryDraft?
    for mention in try articles.mentions(of: id, withHidden: true) {
      let records = try articles.corrections(of: mention)
      let active = records.filter { !$0.isUndone }
      let isHidden = Self.isHidden(records, active)
      try database.execute(
        sql: "UPDATE mention SET hidden = ? WHERE entry = ? AND ordinal = ?",
        arguments: [isHidden, id, mention.ordinal])
      if isHidden { continue }
      let actors = try drafts.numbers(ofCorrected: mention.annotated.actors)
      let draft = try drafts.draft(of: mention.event, in: mention.annotated, actors: actors)
      result = result.map { $0.joined(by: draft) } ?? draft
      said += active
      shown.append(mention)
    }
    guard var result else { return }
    let changes = try articles.actorChanges()
    for record in said.sorted(by: { $0.id < $1.id }) {
      try drafts.apply(ActorChange.renamed(record.correction, by: changes), to: &result)
    }
    _ = try entries.insert(result, id: id)
    for mention in shown {
      let annotated = mention.annotated
      let words = PreparedArticle.words(of: mention.event, in: annotated.article, actors: annotated.actors)
      entries.keep(words, day: result.entry.key.day, entry: id, ordinal: mention.ordinal)
    }
  }

  /// An event is hidden where a person says so, and where whoever wrote it has taken it back.
  private static func isHidden(_ records: [CorrectionRecord], _ active: [CorrectionRecord]) -> Bool {
    func isWriting(_ record: CorrectionRecord) -> Bool { record.correction.kind == "write" }
    return active.contains { $0.correction == .hide }
      || records.contains(where: isWriting) && !active.contains(where: isWriting)
  }
}
