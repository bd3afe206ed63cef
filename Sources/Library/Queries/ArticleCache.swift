import GRDB
import Timeline

/// Reads the mentions of entries, each article once.
struct ArticleCache {
  private let database: Database
  private var articles: [Int64: AnnotatedArticle] = [:]

  init(_ database: Database) { self.database = database }

  /// The mentions of an entry, in the order in which they were added.
  mutating func mentions(of entry: Int64) throws -> [EventMention] {
    let statement = try database.cachedStatement(
      sql: "SELECT article, number FROM mention WHERE entry = ? ORDER BY ordinal")
    var mentions: [EventMention] = []
    for row in try Row.fetchAll(statement, arguments: [entry]) {
      guard let annotated = try article(row[0]) else { continue }
      let number: Int = row[1]
      guard annotated.events.indices.contains(number) else { throw PackingError() }
      mentions.append(
        EventMention(event: annotated.events[number], article: annotated.article, actors: annotated.actors))
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
