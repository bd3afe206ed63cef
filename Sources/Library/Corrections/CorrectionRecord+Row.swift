import GRDB
import Timeline

extension CorrectionRecord {
  /// The columns from which a record is read.
  static let columns = "id, target, kind, value, author, made, undone"

  /// A record from a row of those columns; nil for what a newer program wrote.
  init?(_ row: Row) {
    guard let target = CorrectionTarget(row[1] as String), let correction = Correction(kind: row[2], value: row[3])
    else { return nil }
    self.init(
      id: row[0], target: target, correction: correction, author: row[4], made: row[5], isUndone: row[6])
  }

  /// What was said of the events of an article, oldest first.
  static func all(ofArticle fingerprint: UInt64, _ database: Database) throws -> [CorrectionRecord] {
    let prefix = EventReference.prefix(ofArticle: fingerprint)
    // "0" is the character after the slash with which the prefix ends.
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(columns) FROM correction INDEXED BY correctionTarget WHERE target > ? AND target < ? ORDER BY id
        """)
    return try Row.fetchAll(statement, arguments: [prefix, prefix.dropLast() + "0"]).compactMap(CorrectionRecord.init)
  }
}
