import GRDB
import Timeline

/// Which mentions are to be filed under another entry than the one under which they are: by the program's own choice and
/// by what a person has split and joined since, in that order.
struct Grouping {
  /// A mention and where it belongs.
  struct Move {
    var mention: MentionFinder.Found
    var entry: Int64
  }

  /// What is to be filed anew.
  private(set) var moves: [Move] = []
  private let database: Database

  private struct Name: Hashable {
    var article: Int64
    var number: Int

    init(_ mention: MentionFinder.Found) { (article, number) = (mention.article, mention.number) }
  }

  init(_ database: Database, _ articles: inout ArticleCache) throws {
    self.database = database
    var known: [Name: MentionFinder.Found] = [:]
    var entries: [Name: Int64] = [:]
    let finder = MentionFinder(database)
    func find(_ reference: EventReference, _ articles: inout ArticleCache) throws -> Name? {
      guard let mention = try finder.find(reference, in: &articles) else { return nil }
      let name = Name(mention)
      known[name] = mention
      return name
    }
    for row in try Row.fetchAll(
      database,
      sql: "SELECT \(CorrectionRecord.columns), entry FROM correction WHERE kind IN ('split', 'join') ORDER BY id")
    {
      guard let record = CorrectionRecord(row), case .event(let target) = record.target,
        let name = try find(target, &articles)
      else { continue }
      // One that was taken back leaves the mention where the others have put it.
      if record.isUndone { continue }
      if case .join(let other) = record.correction {
        guard let partner = try find(other, &articles), let home = known[partner]?.home else { continue }
        entries[name] = entries[partner] ?? home
      } else {
        entries[name] = try row[7] ?? Self.makeEntry(for: record, database)
      }
    }
    moves = known.compactMap { name, mention in
      let entry = entries[name] ?? mention.home
      return entry == mention.entry ? nil : Move(mention: mention, entry: entry)
    }
    .sorted { ($0.mention.article, $0.mention.number) < ($1.mention.article, $1.mention.number) }
  }

  /// Files a mention where it belongs, and keeps in mind where the program had filed it.
  func file(_ move: Move) throws {
    let mention = move.mention
    try database.execute(
      sql: """
        UPDATE mention SET entry = ?, home = ?,
          ordinal = (SELECT ifnull(max(ordinal) + 1, 0) FROM mention WHERE entry = ?)
        WHERE entry = ? AND ordinal = ?
        """,
      arguments: [
        move.entry, move.entry == mention.home ? nil : mention.home, move.entry, mention.entry, mention.ordinal,
      ])
  }

  /// An id that no entry has had, kept for the split that makes it.
  private static func makeEntry(for split: CorrectionRecord, _ database: Database) throws -> Int64 {
    let used = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'entry'") ?? 0
    try database.execute(sql: "UPDATE sqlite_sequence SET seq = ? WHERE name = 'entry'", arguments: [used + 1])
    try database.execute(sql: "UPDATE correction SET entry = ? WHERE id = ?", arguments: [used + 1, split.id])
    return used + 1
  }
}
