import GRDB
import Timeline

extension LibraryFile {
  /// Corrects an event or an actor and shows it so from now on. What was read stays, and reading the article again loses
  /// nothing.
  ///
  /// - Parameters:
  ///   - author: who says so.
  ///   - made: now, in UTC as RFC 3339 writes it; the library reads no clock.
  /// - Throws: `CorrectionError` where the library has no such event or actor, `LibraryError` where it cannot be written.
  @discardableResult
  public func correct(
    _ target: CorrectionTarget, _ correction: Correction, author: String, made: String
  ) throws -> CorrectionRecord {
    try changing { database in
      var corrector = Corrector(database)
      return try corrector.make(correction, of: target, author: author, made: made)
    }
  }

  /// Corrects an event.
  @discardableResult
  public func correct(
    _ event: EventReference, _ correction: Correction, author: String, made: String
  ) throws -> CorrectionRecord {
    try correct(.event(event), correction, author: author, made: made)
  }

  /// Takes a correction back and gives it; nil where there is none, or it was taken back already.
  ///
  /// - Parameter id: its number in the history; none: the last one that is not taken back yet.
  @discardableResult
  public func undo(_ id: Int64? = nil) throws -> CorrectionRecord? {
    let which = id == nil ? "ORDER BY id DESC LIMIT 1" : "AND id = ?"
    return try setUndone(
      true, sql: "SELECT \(CorrectionRecord.columns) FROM correction WHERE NOT undone \(which)", id)
  }

  /// Makes a correction again that was taken back, and gives it; nil where there is none.
  ///
  /// - Parameter id: its number in the history; none: the one that was last taken back, where none was made since.
  @discardableResult
  public func redo(_ id: Int64? = nil) throws -> CorrectionRecord? {
    // `undone` counts in which order they were taken back.
    let which = id == nil ? "undone > 0 ORDER BY undone DESC LIMIT 1" : "undone AND id = ?"
    return try setUndone(false, sql: "SELECT \(CorrectionRecord.columns) FROM correction WHERE \(which)", id)
  }

  /// The history, oldest first, or what was said about one event or actor.
  public func corrections(of target: CorrectionTarget? = nil) throws -> [CorrectionRecord] {
    try read { database in
      let condition = target == nil ? "" : " WHERE target = ?"
      let sql = "SELECT \(CorrectionRecord.columns) FROM correction\(condition) ORDER BY id"
      let arguments = target.map { StatementArguments([$0.description]) } ?? []
      return try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap(CorrectionRecord.init)
    }
  }

  private func setUndone(_ undone: Bool, sql: String, _ id: Int64?) throws -> CorrectionRecord? {
    try changing { database in
      let arguments = id.map { StatementArguments([$0]) } ?? []
      guard let row = try Row.fetchOne(database, sql: sql, arguments: arguments), var record = CorrectionRecord(row)
      else { return nil }
      var corrector = Corrector(database)
      try corrector.set(record, undone: undone)
      record.isUndone = undone
      return record
    }
  }

  /// One transaction; errors about the correction itself come through as they are.
  func changing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try pool.write(body) } catch let error as CorrectionError { throw error } catch {
      throw LibraryError(error, path: path)
    }
  }
}
