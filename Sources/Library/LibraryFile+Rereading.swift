import GRDB
import Timeline

/// An article of the library with its number there.
public struct StoredArticle: Sendable {
  /// The number.
  public var id: Int64
  /// The article as it was read when it was added or read again last; what a person says of it is not in it.
  public var annotated: AnnotatedArticle
  /// When the story appeared that it tells, as its soundest copy says; nil where none does.
  public var storyPublication: Publication?

  /// The article as it is to be read again: what the program concluded of its publication it concludes again, or takes
  /// from a sound copy.
  public var articleToRead: Article {
    var article = annotated.article
    if article.publication.basis == .inferred || article.publication.basis == .none {
      article.publication = storyPublication ?? Publication()
    }
    return article
  }
}

extension LibraryFile {
  /// Articles whose events were read from their text, in the order of their numbers.
  ///
  /// - Parameter number: the number after which to begin.
  public func articlesToReread(after number: Int64 = 0, limit: Int) throws(LibraryError) -> [StoredArticle] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT id, content, story FROM article WHERE id > ? AND NOT given ORDER BY id LIMIT ?",
        arguments: [number, limit])
      var stories: [Int64: Publication?] = [:]
      return try rows.map { row in
        var unpacker = Unpacker(try Compression.expanded((row[1] as Stored).bytes))
        var stored = StoredArticle(id: row[0], annotated: try unpacker.value())
        if let story = row[2] as Int64? {
          if stories[story] == nil {
            let copies = try StoredArticle.copies(of: story, database)
            stories[story] = .some(CopySoundness.publication(ofStory: copies.map(\.article.annotated)))
          }
          stored.storyPublication = stories[story] ?? nil
        }
        return stored
      }
    }
  }

  /// How many articles have events that were read from their text.
  public func rereadableCount() throws(LibraryError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article WHERE NOT given") ?? 0 }
  }

  /// Keeps articles as they are read now, in one transaction. Corrections stay: they are made again of the events that
  /// they name.
  ///
  /// - Parameter readings: each with the number of its article.
  public func keep(_ readings: [(id: Int64, reading: Rereading)]) throws(LibraryError) {
    try write { database in
      var corrector = Corrector(database)
      for (id, reading) in readings {
        try corrector.replace(article: id, by: reading, prepared: PreparedArticle(reading.after))
      }
      try corrector.refile([])
    }
  }
}
