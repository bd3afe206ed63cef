import GRDB
import Timeline

extension LibraryFile {
  /// Corrects an event and shows it so from now on. What was read stays, and reading the article again loses nothing.
  ///
  /// - Parameters:
  ///   - author: who says so.
  ///   - made: now, in UTC as RFC 3339 writes it; the library reads no clock.
  /// - Throws: `CorrectionError` where the library has no such event, `LibraryError` where it cannot be written.
  @discardableResult
  public func correct(
    _ target: EventReference, _ correction: Correction, author: String, made: String
  ) throws -> CorrectionRecord {
    try changing { database in
      var corrector = Corrector(database)
      return try corrector.make(correction, of: target, author: author, made: made)
    }
  }

  /// Takes the last correction back that is not taken back yet, and gives it; nil where there is none.
  @discardableResult
  public func undo() throws -> CorrectionRecord? {
    try setUndone(true, sql: "SELECT \(Self.recordColumns) FROM correction WHERE NOT undone ORDER BY id DESC LIMIT 1")
  }

  /// Makes the correction again that was last taken back, and gives it; nil where another was made since.
  @discardableResult
  public func redo() throws -> CorrectionRecord? {
    try setUndone(
      false,
      sql: """
        SELECT \(Self.recordColumns) FROM correction
        WHERE undone AND id > (SELECT ifnull(max(id), 0) FROM correction WHERE NOT undone) ORDER BY id LIMIT 1
        """)
  }

  /// The history, oldest first, or what was said about one event.
  public func corrections(of target: EventReference? = nil) throws -> [CorrectionRecord] {
    try read { database in
      let condition = target == nil ? "" : " WHERE target = ?"
      let sql = "SELECT \(Self.recordColumns) FROM correction\(condition) ORDER BY id"
      let arguments = target.map { StatementArguments([$0.description]) } ?? []
      return try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap(Self.record)
    }
  }

  private func setUndone(_ undone: Bool, sql: String) throws -> CorrectionRecord? {
    try changing { database in
      guard let row = try Row.fetchOne(database, sql: sql), var record = Self.record(row) else { return nil }
      var corrector = Corrector(database)
      try corrector.set(record, undone: undone)
      record.isUndone = undone
      return record
    }
  }

  private static let recordColumns = "id, target, kind, value, author, made, undone"

  /// nil for what a newer program wrote.
  private static func record(_ row: Row) -> CorrectionRecord? {
    guard let target = EventReference(row[1] as String), let correction = Correction(kind: row[2], value: row[3]) else {
      return nil
    }
    return CorrectionRecord(
      id: row[0], target: target, correction: correction, author: row[4], made: row[5], isUndone: row[6])
  }

  /// One transaction; errors about the correction itself come through as they are.
  private func changing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try pool.write(body) } catch let error as CorrectionError { throw error } catch {
      throw LibraryError(error, path: path)
    }
  }
}
