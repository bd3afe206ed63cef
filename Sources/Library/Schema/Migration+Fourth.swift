extension Migration {
  /// Subscriptions to feeds, and which of their items were taken.
  static let fourth = Migration(
    fingerprint: 15769367370291432709,
    statements: """
      -- Times are seconds since 1970; `tags` are parted by line feeds; `etag` and `modified` are as the server sent them.
      CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, title TEXT, tags TEXT NOT NULL DEFAULT '',
        etag TEXT, modified TEXT, checked INTEGER, succeeded INTEGER, due INTEGER, failures INTEGER NOT NULL DEFAULT 0,
        error TEXT);
      -- A fingerprint of what the feed calls the item.
      CREATE TABLE feedItem (feed INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (feed, item)) WITHOUT ROWID;
      """)
}
