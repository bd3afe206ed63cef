extension Migration {
  /// The tables of the first version.
  ///
  /// `day` is the number of days since 1970-01-01 and, with `rank` and the entry's id, the order of the timeline, as
  /// `TimelineKey` says. `first` and `last` are the days that an entry may touch, the ends of the calendar standing for an
  /// open side; both are null where no date is known. Small codes are places in `packingOrder`.
  static let first = Migration(
    fingerprint: 15070809501176625580,
    statements: """
      -- An article with all that was found in it, compressed. The plain columns repeat what one looks for.
      CREATE TABLE article (
        id INTEGER PRIMARY KEY, fingerprint INTEGER NOT NULL, name TEXT NOT NULL, title TEXT, url TEXT, outlet TEXT,
        published INTEGER, content BLOB NOT NULL);
      CREATE INDEX articleFingerprint ON article (fingerprint);

      -- A line of the timeline; `row` is what a list shows of it, `actors` are the ids of who takes part.
      CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT, day INTEGER NOT NULL, rank INTEGER NOT NULL, type INTEGER NOT NULL,
        status INTEGER NOT NULL, first INTEGER, last INTEGER, place INTEGER, actors BLOB NOT NULL, row BLOB NOT NULL);
      CREATE INDEX entryOrder ON entry (day, rank, id, type, status);
      CREATE INDEX entryPlace ON entry (place, day, rank, id) WHERE place IS NOT NULL;
      -- Entries of more than one day are the only ones that can touch a day under which they are not filed: those of up
      -- to two months near it, and a few longer ones anywhere.
      CREATE INDEX entrySpread ON entry (day, rank, id, first, last, type, status)
        WHERE first <> last AND last - first <= 62;
      CREATE INDEX entryLong ON entry (day, rank, id, first, last, type, status) WHERE last - first > 62;

      -- One article's telling of an entry: event number `number` of the article. The mentions of an entry are counted.
      -- A hidden one is neither shown nor searched.
      CREATE TABLE mention (
        entry INTEGER NOT NULL, ordinal INTEGER NOT NULL, article INTEGER NOT NULL, number INTEGER NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (entry, ordinal)) WITHOUT ROWID;
      CREATE INDEX mentionArticle ON mention (article);

      CREATE TABLE eventType (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);

      CREATE TABLE outlet (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

      CREATE TABLE actor (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, name TEXT NOT NULL);
      -- Folded ids, names and aliases.
      CREATE TABLE actorName (name TEXT NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (name, actor)) WITHOUT ROWID;
      -- The words that name an actor, with the reason where they are not simply one of its names.
      CREATE TABLE actorAlias (
        actor INTEGER NOT NULL, text TEXT NOT NULL, reason TEXT, PRIMARY KEY (actor, text)) WITHOUT ROWID;
      CREATE TABLE participation (
        actor INTEGER NOT NULL, day INTEGER NOT NULL, rank INTEGER NOT NULL, entry INTEGER NOT NULL,
        type INTEGER NOT NULL, PRIMARY KEY (actor, day, rank, entry)) WITHOUT ROWID;

      CREATE TABLE place (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (code, name));
      CREATE TABLE placeName (name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (name, place)) WITHOUT ROWID;

      -- How many entries each day has, altogether and by type and status. Kept by whoever writes entries.
      CREATE TABLE dayCount (day INTEGER PRIMARY KEY, total INTEGER NOT NULL);
      CREATE TABLE kindCount (
        day INTEGER NOT NULL, type INTEGER NOT NULL, status INTEGER NOT NULL, total INTEGER NOT NULL,
        PRIMARY KEY (day, type, status)) WITHOUT ROWID;

      -- The words of each mention, folded by the program: `ascii` then only cuts at blanks. The row is a `SearchRow`.
      CREATE VIRTUAL TABLE search USING fts5 (
        words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
      """)
}
