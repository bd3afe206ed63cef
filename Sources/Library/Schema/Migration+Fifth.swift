extension Migration {
  /// Articles that tell one story: published again, rewritten, cut or damaged.
  static let fifth = Migration(
    fingerprint: 10375778060138739961,
    statements: """
      -- The number of the story's first article; null where no other tells it. `sketch` are the bytes of a `StorySketch`.
      ALTER TABLE article ADD COLUMN story INTEGER;
      ALTER TABLE article ADD COLUMN sketch BLOB;
      CREATE INDEX articleStory ON article (story) WHERE story IS NOT NULL;
      CREATE INDEX articleName ON article (name);
      -- The keys of the sketches.
      CREATE TABLE storyKey (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;
      """)
}
