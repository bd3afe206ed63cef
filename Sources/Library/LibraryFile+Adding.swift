import GRDB
import Timeline

/// What became of the articles that were added.
public struct AddReport: Sendable, Equatable {
  /// Articles that are new in the library.
  public var added = 0
  /// Articles that were there already.
  public var known = 0
  /// New articles that tell a story which another article tells in much the same words.
  public var retold = 0
  /// The stories that these tell.
  public var stories: Set<Int64> = []
  /// Events of the new articles.
  public var events = 0

  /// Nothing yet.
  public init() {}
}

extension LibraryFile {
  /// Adds articles in one transaction: all of them are kept, or, where it throws, none.
  ///
  /// An article is known by its content (outlet, title, publication day and text), whatever it is called: adding it again
  /// changes nothing. When this returns, no crash loses what it reports.
  ///
  /// - Parameter areGiven: whether the events came with the articles, so that reading them again would lose them.
  @discardableResult
  public func add(_ articles: [AnnotatedArticle], areGiven: Bool = false) throws(LibraryError) -> AddReport {
    // Compressing takes longer than writing, so it is done before the file is locked.
    let prepared: [PreparedArticle]
    do { prepared = try articles.concurrentMap(PreparedArticle.init) } catch { throw LibraryError(error, path: path) }
    return try write { database in
      var writer = try ArticleWriter(database)
      for article in prepared { try writer.add(article, isGiven: areGiven) }
      try writer.finish()
      return writer.report
    }
  }

  /// Adds articles whose events came with them, and files under one entry each what is said to tell one event, in one
  /// transaction. An article that is there already is left as it is.
  ///
  /// - Parameter entries: the events by the numbers of article and event, each with all who tell it.
  @discardableResult
  public func add(
    _ articles: [AnnotatedArticle], entries: [[(article: Int, event: Int)]]
  ) throws(LibraryError) -> AddReport {
    let prepared: [PreparedArticle]
    do { prepared = try articles.concurrentMap(PreparedArticle.init) } catch { throw LibraryError(error, path: path) }
    return try write { database in
      var writer = try ArticleWriter(database)
      let ids = try prepared.map { try writer.store($0, isGiven: true) }
      for entry in entries {
        try writer.file(
          entry.compactMap { telling in
            guard prepared.indices.contains(telling.article), let id = ids[telling.article] else { return nil }
            return ArticleWriter.Telling(prepared: prepared[telling.article], article: id, number: telling.event)
          })
      }
      try writer.finish()
      return writer.report
    }
  }

  /// Whether the library holds the article already, so that it need not be read.
  public func holds(_ article: Article) throws(LibraryError) -> Bool {
    try read { try ArticleWriter.isKnown(article, $0) }
  }

  /// How many articles the library holds.
  public func articleCount() throws(LibraryError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") ?? 0 }
  }
}
