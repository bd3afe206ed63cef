import GRDB
import Timeline

extension LibraryFile {
  /// Copies that are looked at for one story.
  static let mostCopies = 64

  /// Reads copies again that do not say when they appeared, once another copy of their story does: with its day their
  /// relative dates mean something. What the copies say themselves is never changed, nor are events that came with them.
  ///
  /// - Parameters:
  ///   - stories: the stories that have a new copy (`AddReport.stories`).
  ///   - annotate: reads an article.
  /// - Returns: how many copies are read otherwise now.
  public func dateCopies(
    of stories: Set<Int64>, annotate: (Article) -> AnnotatedArticle
  ) throws(LibraryError) -> Int {
    var count = 0
    for story in stories.sorted() {
      let readings = try copiesToDate(of: story).map { stored in
        (id: stored.id, reading: Rereading(before: stored.annotated, after: annotate(stored.articleToRead)))
      }
      let different = readings.filter(\.reading.isDifferent)
      if different.isEmpty { continue }
      try keep(different)
      count += different.count
    }
    return count
  }

  /// The copies of a story that another one can date and that are not dated so yet.
  private func copiesToDate(of story: Int64) throws(LibraryError) -> [StoredArticle] {
    try read { database in
      let copies = try StoredArticle.copies(of: story, database)
      guard let publication = CopySoundness.publication(ofStory: copies.map(\.article.annotated)) else { return [] }
      return copies.compactMap { copy in
        var stored = copy.article
        stored.storyPublication = publication
        return copy.isGiven || stored.articleToRead == stored.annotated.article ? nil : stored
      }
    }
  }
}

extension StoredArticle {
  /// The first copies of a story.
  static func copies(of story: Int64, _ database: Database) throws -> [(article: StoredArticle, isGiven: Bool)] {
    let statement = try database.cachedStatement(
      sql: "SELECT id, content, given FROM article WHERE story = ? ORDER BY id LIMIT \(LibraryFile.mostCopies)")
    return try Row.fetchAll(statement, arguments: [story]).map { row in
      var unpacker = Unpacker(try Compression.expanded((row[1] as Stored).bytes))
      return (StoredArticle(id: row[0], annotated: try unpacker.value()), row[2])
    }
  }
}
