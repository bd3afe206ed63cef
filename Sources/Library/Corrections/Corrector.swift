import GRDB
import Timeline

/// Applies corrections inside one transaction: keeps them, and writes the entries that they change again.
struct Corrector {
  private let database: Database
  private let reader: EntryReader
  private var articles: ArticleCache
  private var drafts: DraftMaker
  private var entries: EntryWriter

  init(_ database: Database) {
    self.database = database
    reader = EntryReader(database)
    articles = ArticleCache(database)
    drafts = DraftMaker(database)
    entries = EntryWriter(database)
  }

  /// Keeps a correction and does what it says.
  mutating func make(
    _ correction: Correction, of target: EventReference, author: String, made: String
  ) throws -> CorrectionRecord {
    let place = try place(of: target)
    try database.execute(
      sql: "INSERT INTO correction (target, kind, value, author, made, former) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [target.description, correction.kind, correction.value, author, made, place.entry])
    let id = database.lastInsertedRowID
    try take(correction, at: place)
    try entries.finish()
    return CorrectionRecord(id: id, target: target, correction: correction, author: author, made: made)
  }

  /// Takes a correction back, or makes it again.
  mutating func set(_ record: CorrectionRecord, undone: Bool) throws {
    try database.execute(
      sql: "UPDATE correction SET undone = ? WHERE id = ?", arguments: [undone, record.id])
    let place = try place(of: record.target)
    switch record.correction {
    case .split, .join:
      if undone {
        let former = try Int64.fetchOne(
          database, sql: "SELECT former FROM correction WHERE id = ?", arguments: [record.id])
        try move(place, to: former)
      } else {
        try take(record.correction, at: place)
      }
    default: try refile(place.entry)
    }
    try entries.finish()
  }

  /// A mention and the entry under which it is filed.
  private struct Place {
    var entry: Int64
    var ordinal: Int
    var article: Int64
    var number: Int
  }

  private mutating func take(_ correction: Correction, at place: Place) throws {
    switch correction {
    case .split: try move(place, to: nil)
    case .join(let other): try move(place, to: try self.place(of: other).entry)
    default: if correction.changesTimeline { try refile(place.entry) }
    }
  }

  private mutating func place(of reference: EventReference) throws -> Place {
    let stored = try Int64.fetchAll(
      database, sql: "SELECT id FROM article WHERE fingerprint = ?",
      arguments: [Int64(bitPattern: reference.article)])
    for id in stored {
      guard let article = try articles.article(id), let number = article.events.firstIndex(where: reference.names)
      else { continue }
      let row = try Row.fetchOne(
        database, sql: "SELECT entry, ordinal FROM mention WHERE article = ? AND number = ?", arguments: [id, number])
      if let row { return Place(entry: row[0], ordinal: row[1], article: id, number: number) }
    }
    throw CorrectionError.unknownEvent(reference)
  }

  /// Files a mention under another entry, or under one of its own.
  private mutating func move(_ place: Place, to target: Int64?) throws {
    if place.entry == target { return }
    try erase(place.entry)
    if let target { try erase(target) }
    let entry = try target ?? newID()
    try database.execute(
      sql: """
        UPDATE mention SET entry = ?, ordinal = (SELECT ifnull(max(ordinal) + 1, 0) FROM mention WHERE entry = ?)
        WHERE entry = ? AND ordinal = ?
        """, arguments: [entry, entry, place.entry, place.ordinal])
    try write(place.entry)
    try write(entry)
  }

  private mutating func refile(_ entry: Int64) throws {
    try erase(entry)
    try write(entry)
  }

  private mutating func erase(_ entry: Int64) throws {
    if let old = try reader.draft(id: entry) { try entries.remove(old) }
  }

  /// Writes an entry from its mentions; none where all are hidden. What a person says of one of them is said of the
  /// entry, and outweighs what any source says.
  private mutating func write(_ id: Int64) throws {
    var shown: [ArticleCache.StoredMention] = []
    var said: [Correction] = []
    var result: EntryDraft?
    for mention in try articles.mentions(of: id, withHidden: true) {
      let corrections = try active(for: mention.reference)
      let isHidden = corrections.contains(.hide)
      try database.execute(
        sql: "UPDATE mention SET hidden = ? WHERE entry = ? AND ordinal = ?",
        arguments: [isHidden, id, mention.ordinal])
      if isHidden { continue }
      let actors = try drafts.numbers(of: mention.annotated.actors)
      let draft = try drafts.draft(of: mention.event, in: mention.annotated, actors: actors)
      result = result.map { $0.joined(by: draft) } ?? draft
      said += corrections.filter(\.changesTimeline)
      shown.append(mention)
    }
    guard var result else { return }
    for correction in said { try drafts.apply(correction, to: &result) }
    _ = try entries.insert(result, id: id)
    for mention in shown {
      let annotated = mention.annotated
      let words = PreparedArticle.words(of: mention.event, in: annotated.article, actors: annotated.actors)
      entries.keep(words, day: result.entry.key.day, entry: id, ordinal: mention.ordinal)
    }
  }

  private func active(for reference: EventReference) throws -> [Correction] {
    try Row.fetchAll(
      database, sql: "SELECT kind, value FROM correction WHERE target = ? AND NOT undone ORDER BY id",
      arguments: [reference.description]
    ).compactMap { Correction(kind: $0[0], value: $0[1]) }
  }

  /// An id that no entry has had.
  private func newID() throws -> Int64 {
    let used = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'entry'") ?? 0
    try database.execute(sql: "UPDATE sqlite_sequence SET seq = ? WHERE name = 'entry'", arguments: [used + 1])
    return used + 1
  }
}

/// Why a correction cannot be made.
public enum CorrectionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No article of the library tells that event.
  case unknownEvent(EventReference)

  /// What happened and what to do.
  public var description: String {
    switch self {
    case .unknownEvent(let reference):
      "no article of this library tells \(reference); add the article that the correction is about first"
    }
  }
}
