import GRDB
import Timeline

/// Finds the mention that a reference names.
struct MentionFinder {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// A mention and the entry under which it is filed.
  struct Found {
    var entry: Int64
    var ordinal: Int
    var article: Int64
    var number: Int
    /// The entry under which the program filed it.
    var home: Int64
    /// The event as its article tells it.
    var event: Event
  }

  /// The mention of a reference; nil where no article of the library tells the event.
  func find(_ reference: EventReference, in articles: inout ArticleCache) throws -> Found? {
    let statement = try database.cachedStatement(sql: "SELECT id FROM article WHERE fingerprint = ?")
    for id in try Int64.fetchAll(statement, arguments: [Int64(bitPattern: reference.article)]) {
      guard let article = try articles.article(id), let number = reference.index(in: article.events) else { continue }
      let filed = try database.cachedStatement(
        sql: "SELECT entry, ordinal, ifnull(home, entry) FROM mention WHERE article = ? AND number = ?")
      if let row = try Row.fetchOne(filed, arguments: [id, number]) {
        return Found(
          entry: row[0], ordinal: row[1], article: id, number: number, home: row[2], event: article.events[number])
      }
    }
    return nil
  }
}
