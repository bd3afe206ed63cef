import GRDB
import Timeline

extension LibraryFile {
  /// The history with what each correction is about, the newest first.
  public func history(limit: Int = .max) throws -> [CorrectionLine] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT \(CorrectionRecord.columns) FROM correction ORDER BY id DESC LIMIT ?", arguments: [limit]
      )
      var articles = ArticleCache(database)
      return try rows.compactMap(CorrectionRecord.init).map { try Self.line($0, &articles, database) }
    }
  }

  /// What a correction is about.
  public func line(of record: CorrectionRecord) throws -> CorrectionLine {
    try read { database in
      var articles = ArticleCache(database)
      return try Self.line(record, &articles, database)
    }
  }

  private static func line(
    _ record: CorrectionRecord, _ articles: inout ArticleCache, _ database: Database
  ) throws -> CorrectionLine {
    switch record.target {
    case .actor(let id):
      let name = try String.fetchOne(
        database, sql: "SELECT name FROM actor WHERE code = ?", arguments: [id.rawValue])
      return CorrectionLine(record: record, about: name)
    case .event(let reference):
      guard let mention = try MentionFinder(database).find(reference, in: &articles) else {
        return CorrectionLine(record: record)
      }
      let entry = try EntryReader(database).entry(id: mention.entry)
      return CorrectionLine(record: record, about: mention.event.summary, key: entry?.key)
    }
  }

  /// The event that a reference names, as it is read.
  ///
  /// - Throws: `CorrectionError.unknownEvent`.
  public func mention(of reference: EventReference) throws -> EventMention {
    let found = try read { database in
      var articles = ArticleCache(database)
      guard let mention = try MentionFinder(database).find(reference, in: &articles),
        let annotated = try articles.article(mention.article)
      else { return nil as EventMention? }
      return EventMention(event: mention.event, article: annotated.article, actors: annotated.actors)
    }
    guard let found else { throw CorrectionError.unknownEvent(reference) }
    return found
  }

  /// The references that begin so: a person types as much of one as tells it from the others.
  public func references(beginningWith text: String) throws -> [EventReference] {
    if let whole = EventReference(text) { return [whole] }
    let digits = text.prefix { $0 != "/" }
    guard (4...16).contains(digits.utf8.count), let number = UInt64(digits, radix: 16) else { return [] }
    let shift = UInt64(64 - 4 * digits.utf8.count)
    let (low, high) = (number << shift, number << shift | (shift == 0 ? 0 : UInt64.max >> (64 - shift)))
    return try read { database in
      // A fingerprint is stored as a signed number; a prefix never crosses the change of sign.
      let ids = try Int64.fetchAll(
        database, sql: "SELECT id FROM article WHERE fingerprint BETWEEN ? AND ? ORDER BY id",
        arguments: [Int64(bitPattern: low), Int64(bitPattern: high)])
      var articles = ArticleCache(database)
      return try ids.compactMap { try articles.article($0) }.flatMap { annotated in
        annotated.events.map { EventReference($0, in: annotated.article) }.filter { $0.description.hasPrefix(text) }
      }
    }
  }

  /// The actors that are called so, by id, name or alias.
  public func actors(named name: String) throws -> [Actor] {
    try read { database in
      let ids = try Int64.fetchAll(
        database, sql: "SELECT actor FROM actorName WHERE name = ? ORDER BY actor", arguments: [SearchText.name(name)])
      return try ActorChanges(database).holders(of: SearchText.name(name), among: ids).compactMap { id in
        try Row.fetchOne(database, sql: "SELECT code, kind, name FROM actor WHERE id = ?", arguments: [id]).map {
          Actor(id: ActorID(rawValue: $0[0]), kind: ActorKind(packedCode: $0[1]) ?? .other, name: $0[2])
        }
      }
    }
  }
}
