import GRDB
import Timeline

/// Reads the mentions of entries, each article once.
struct ArticleCache {
  private let database: Database
  private var articles: [Int64: AnnotatedArticle] = [:]

  init(_ database: Database) { self.database = database }

  /// A mention with where it is stored.
  struct StoredMention {
    var ordinal: Int
    var article: Int64
    var number: Int
    var annotated: AnnotatedArticle

    var event: Event { annotated.events[number] }
    var mention: EventMention { EventMention(event: event, article: annotated.article, actors: annotated.actors) }
    var reference: EventReference { EventReference(event, in: annotated.article) }
  }

  /// The mentions of an entry that are shown, or with the hidden ones, in the order in which they were added.
  mutating func mentions(of entry: Int64, withHidden: Bool = false) throws -> [StoredMention] {
    let shown = withHidden ? "" : " AND NOT hidden"
    let statement = try database.cachedStatement(
      sql: "SELECT ordinal, article, number FROM mention WHERE entry = ?\(shown) ORDER BY ordinal")
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

  /// An article with all that was found in it; nil where it is gone.
  mutating func article(_ id: Int64) throws -> AnnotatedArticle? {
    if let known = articles[id] { return known }
    let statement = try database.cachedStatement(sql: "SELECT content FROM article WHERE id = ?")
    guard let stored = try Stored.fetchOne(statement, arguments: [id]) else { return nil }
    var unpacker = Unpacker(try Compression.expanded(stored.bytes))
    let annotated: AnnotatedArticle = try unpacker.value()
    articles[id] = annotated
    return annotated
  }
}
