extension Migration {
  /// Corrections, apart from what was read, so that reading again loses none.
  static let second = Migration(
    fingerprint: 6387538004937207368,
    statements: """
      -- `former` is the entry that a split or joined mention left, for undoing it.
      CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT, target TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
        author TEXT NOT NULL, made TEXT NOT NULL, former INTEGER, undone INTEGER NOT NULL DEFAULT 0);
      CREATE INDEX correctionTarget ON correction (target);
      """)
}
