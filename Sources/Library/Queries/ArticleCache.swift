import GRDB
import Timeline

/// Reads the mentions of entries, each article once, with its actors as a person sees them.
struct ArticleCache {
  private let database: Database
  private var articles: [Int64: Kept] = [:]
  private var changes: ActorChanges?

  init(_ database: Database) { self.database = database }

  /// A mention with where it is stored.
  struct StoredMention {
    var ordinal: Int
    var article: Int64
    var number: Int
    var annotated: AnnotatedArticle

    var event: Event { annotated.events[number] }
    var mention: EventMention { EventMention(event: event, article: annotated.article, actors: annotated.actors) }
  }

  /// An article and what is said of its events, by number.
  private struct Kept {
    var annotated: AnnotatedArticle
    var fingerprint: UInt64
    var corrections: [Int: [CorrectionRecord]]?
  }

  /// Forgets what was read, when corrections of actors have changed it.
  mutating func forget() {
    articles.removeAll()
    changes = nil
  }

  /// The mentions of an entry that are shown, or with the hidden ones, in the order in which their articles were added.
  mutating func mentions(of entry: Int64, withHidden: Bool = false) throws -> [StoredMention] {
    let shown = withHidden ? "" : " AND NOT hidden"
    let statement = try database.cachedStatement(
      sql: "SELECT ordinal, article, number FROM mention WHERE entry = ?\(shown) ORDER BY article, number")
    var mentions: [StoredMention] = []
    for row in try Row.fetchAll(statement, arguments: [entry]) {
      let mention = (ordinal: row[0] as Int, article: row[1] as Int64, number: row[2] as Int)
      guard let annotated = try article(mention.article) else { continue }
      guard annotated.events.indices.contains(mention.number) else { throw PackingError() }
      mentions.append(
        StoredMention(
          ordinal: mention.ordinal, article: mention.article, number: mention.number, annotated: annotated))
    }
    return mentions
  }

  /// Everything about an entry.
  mutating func detail(of entry: TimelineEntry) throws -> EntryDetail {
    let mentions = try mentions(of: entry.key.id)
    var detail = EntryDetail(entry: entry, reports: mentions.map(\.mention))
    if entry.isCorrected || !entry.remarks.isEmpty {
      detail.corrections = try mentions.flatMap { try corrections(of: $0) }.filter { !$0.isUndone }
        .sorted { $0.id < $1.id }
    }
    return detail
  }

  /// An article with all that was found in it; nil where it is gone.
  mutating func article(_ id: Int64) throws -> AnnotatedArticle? { try stored(id)?.annotated }

  /// An article as it was read, whatever a person says.
  func articleAsRead(_ id: Int64) throws -> AnnotatedArticle? { try read(id)?.annotated }

  /// What a person says of an event or has said and taken back, oldest first.
  mutating func corrections(of mention: StoredMention) throws -> [CorrectionRecord] {
    guard var stored = try stored(mention.article) else { return [] }
    if stored.corrections == nil {
      var byEvent: [Int: [CorrectionRecord]] = [:]
      for record in try CorrectionRecord.all(ofArticle: stored.fingerprint, database) {
        guard case .event(let reference) = record.target, let number = reference.index(in: stored.annotated.events)
        else { continue }
        byEvent[number, default: []].append(record)
      }
      stored.corrections = byEvent
      articles[mention.article] = stored
    }
    return stored.corrections?[mention.number] ?? []
  }

  /// Who a person says is who.
  mutating func actorChanges() throws -> [ActorChange] {
    let changes = try self.changes ?? ActorChanges(database)
    self.changes = changes
    return changes.all
  }

  private mutating func stored(_ id: Int64) throws -> Kept? {
    if let known = articles[id] { return known }
    guard var stored = try read(id) else { return nil }
    let changes = try actorChanges()
    if !changes.isEmpty { stored.annotated = stored.annotated.applying(changes) }
    articles[id] = stored
    return stored
  }

  private func read(_ id: Int64) throws -> Kept? {
    let statement = try database.cachedStatement(sql: "SELECT content, fingerprint FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    var unpacker = Unpacker(try Compression.expanded((row[0] as Stored).bytes))
    return Kept(annotated: try unpacker.value(), fingerprint: UInt64(bitPattern: row[1] as Int64))
  }
}
