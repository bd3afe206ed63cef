import GRDB

extension LibraryFile {
  /// Every subscription, in the order in which they were made.
  public func subscriptions() throws(LibraryError) -> [Subscription] {
    try read { try Row.fetchAll($0, sql: "SELECT * FROM feed ORDER BY id").map(Subscription.init) }
  }

  /// Subscribes to a feed; one that is there already only gains the tags.
  ///
  /// - Returns: whether it is new.
  @discardableResult
  public func subscribe(_ subscription: Subscription) throws(LibraryError) -> Bool {
    try write { database in
      if let row = try Row.fetchOne(database, sql: "SELECT * FROM feed WHERE url = ?", arguments: [subscription.url]) {
        var known = Subscription(row)
        known.tags += subscription.tags.filter { !known.tags.contains($0) }
        known.title = known.title ?? subscription.title
        try known.save(database)
        return false
      }
      try database.execute(
        sql: "INSERT INTO feed (url, title, tags) VALUES (?, ?, ?)",
        arguments: [subscription.url, subscription.title, subscription.tagLines])
      return true
    }
  }

  /// Ends a subscription; its articles stay.
  ///
  /// - Returns: whether there was one.
  public func unsubscribe(url: String) throws(LibraryError) -> Bool {
    try write { database in
      guard let id = try Int64.fetchOne(database, sql: "SELECT id FROM feed WHERE url = ?", arguments: [url]) else {
        return false
      }
      try database.execute(sql: "DELETE FROM feedItem WHERE feed = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM feed WHERE id = ?", arguments: [id])
      return true
    }
  }

  /// Keeps how the last look at a feed went. Where its new address is another subscription's, the old one stays.
  public func save(_ subscription: Subscription) throws(LibraryError) {
    try write { database in
      var subscription = subscription
      let other = try Int64.fetchOne(
        database, sql: "SELECT id FROM feed WHERE url = ? AND id <> ?", arguments: [subscription.url, subscription.id])
      if other != nil {
        let sql = "SELECT url FROM feed WHERE id = ?"
        subscription.url =
          try String.fetchOne(database, sql: sql, arguments: [subscription.id]) ?? subscription.url
      }
      try subscription.save(database)
    }
  }

  /// Which items of a feed were not there at an earlier look, by what the feed calls them.
  public func unseen(_ items: [String], of feed: Int64) throws(LibraryError) -> Set<String> {
    try read { database in
      let known = try database.makeStatement(sql: "SELECT 1 FROM feedItem WHERE feed = ? AND item = ?")
      return try Set(
        items.filter { try Int.fetchOne(known, arguments: [feed, Self.hash($0)]) == nil })
    }
  }

  /// Remembers items of a feed; those that it holds no longer are forgotten.
  ///
  /// - Parameters:
  ///   - items: what was taken from the feed.
  ///   - present: everything that the feed holds now.
  public func markSeen(_ items: [String], of feed: Int64, present: [String]) throws(LibraryError) {
    try write { database in
      let present = Set(present.map(Self.hash))
      let known = try Int64.fetchAll(database, sql: "SELECT item FROM feedItem WHERE feed = ?", arguments: [feed])
      for item in known where !present.contains(item) {
        try database.execute(sql: "DELETE FROM feedItem WHERE feed = ? AND item = ?", arguments: [feed, item])
      }
      for item in items {
        try database.execute(
          sql: "INSERT OR IGNORE INTO feedItem (feed, item) VALUES (?, ?)", arguments: [feed, Self.hash(item)])
      }
    }
  }

  /// FNV-1a, the same in every run.
  private static func hash(_ text: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }
}

extension Subscription {
  /// A row of the table.
  init(_ row: Row) {
    self.init(id: row["id"], url: row["url"], title: row["title"])
    tags = (row["tags"] as String).split(separator: "\n").map(String.init)
    etag = row["etag"]
    modified = row["modified"]
    checked = row["checked"]
    succeeded = row["succeeded"]
    due = row["due"]
    failures = row["failures"]
    error = row["error"]
  }

  /// Tags as they are stored, one a line.
  var tagLines: String {
    tags.map { $0.split { $0.isNewline }.joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Writes it over its row.
  func save(_ database: Database) throws {
    try database.execute(
      sql: """
        UPDATE feed SET url = ?, title = ?, tags = ?, etag = ?, modified = ?, checked = ?, succeeded = ?, due = ?,
          failures = ?, error = ? WHERE id = ?
        """,
      arguments: [url, title, tagLines, etag, modified, checked, succeeded, due, failures, error, id])
  }
}
