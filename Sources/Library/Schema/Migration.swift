import GRDB

/// One step of the library's tables from one version to the next. Steps are only added, at the end; a step that was
/// released is never changed.
struct Migration: Sendable {
  /// The fingerprint of all tables after the step.
  let fingerprint: UInt64
  /// The step.
  let statements: String

  /// Every step; the version of a file is the number of steps that it went.
  static let all = [first, second, third, fourth, fifth]

  /// The version that this program writes.
  static var currentVersion: Int { all.count }

  /// Brings the file to the current version; nothing happens where it is there.
  ///
  /// - Throws: `LibraryError.newer` or `.altered`, with nothing changed.
  static func run(on database: Database, path: String, upTo target: Int = currentVersion) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if version > all.count || version < 0 {
      throw LibraryError.newer(path: path, version: version, supported: all.count)
    }
    let expected = version == 0 ? SchemaFingerprint.empty : all[version - 1].fingerprint
    if try SchemaFingerprint.of(database) != expected { throw LibraryError.altered(path: path) }
    if version >= target { return }
    for migration in all[version..<target] { try database.execute(sql: migration.statements) }
    try database.execute(sql: "PRAGMA user_version = \(target)")
  }
}

/// A number that stands for all tables and indexes of a file. A file whose number is not that of its version holds
/// tables, views or triggers that this program did not make, and is not opened.
enum SchemaFingerprint {
  /// The fingerprint of a file without tables.
  static let empty: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of a file's schema (FNV-1a over the statements that made it). SQLite's own tables are left out:
  /// their statements differ from one version of SQLite to the next.
  static func of(_ database: Database) throws -> UInt64 {
    let rows = try Row.fetchAll(database, sql: "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    var hash = empty
    for row in rows {
      let (type, name): (String, String) = (row[0], row[1])
      if type == "table", ownTables.contains(name) { continue }
      for byte in "\(type) \(name) \(row[2] as String? ?? "")\n".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return hash
  }

  private static let ownTables: Set = [
    "sqlite_sequence", "sqlite_stat1", "search_data", "search_idx", "search_docsize", "search_config", "search_content",
  ]
}
