extension Migration {
  /// Corrections that can be taken back in any order, actors joined by hand, what a person keeps with an event, and
  /// articles whose events were given and not read.
  static let third = Migration(
    fingerprint: 7158637957720610999,
    statements: """
      -- The entry under which the program filed a mention that a person has moved; null where none has.
      ALTER TABLE mention ADD COLUMN home INTEGER;
      -- Whether the events came with the article: written by hand or imported. Reading it again changes nothing.
      ALTER TABLE article ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
      -- The entry that a split makes, the same every time.
      ALTER TABLE correction DROP COLUMN former;
      ALTER TABLE correction ADD COLUMN entry INTEGER;
      -- What a person keeps with an entry, for filters: the kind is the place in `packingOrder`, the word a tag.
      CREATE TABLE remark (
        kind INTEGER NOT NULL, word TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (kind, word, entry))
        WITHOUT ROWID;
      CREATE INDEX remarkEntry ON remark (entry);
      """)
}
