import CSQLiteGuard
import Foundation
import GRDB
import Timeline

/// The library: articles and what was found in them, in one SQLite file.
///
/// Several programs may read and write it at once: readers never wait (write-ahead log), writers wait for each other.
/// Killing the program at any moment loses nothing that `add` has reported as added.
///
/// ```swift
/// let library = try LibraryFile(path: "library.sqlite")
/// try library.add(articles)
/// try library.entries(.everything, from: nil, .forward, limit: 50)
/// ```
public final class LibraryFile: Sendable {
  /// Where the file is.
  public let path: String
  let pool: DatabasePool

  /// Opens the library at `path`; a missing one is made, its folder too.
  ///
  /// - Throws: `LibraryError` where the file is foreign, newer, altered, damaged or cannot be read or written; the file
  ///   then stays as it was.
  public init(path: String) throws(LibraryError) {
    self.path = path
    let header = try FileHeader(path: path)
    if header == .foreign { throw .foreign(path: path) }
    if case .library(let version) = header, version > Migration.currentVersion {
      throw .newer(path: path, version: version, supported: Migration.currentVersion)
    }
    do {
      if header == .absent { try Self.create(path) }
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      let version = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      if version == Migration.currentVersion {
        try pool.read { try Migration.run(on: $0, path: path) }
      } else {
        try pool.write { try Migration.run(on: $0, path: path) }
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// How long one program waits for another to finish writing, in seconds.
  private static let patience = 30.0

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(patience)
    configuration.label = "library"
    configuration.prepareDatabase { database in
      let status = linimasa_guard_connection(database.sqliteConnection)
      if status != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
      // A row cannot lead outside its page, and a report of "added" outlives a power cut.
      try database.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
      // A writer comes back to the same pages of its indexes for every article: 32 MB of them, and 16 MB of log.
      if !database.configuration.readonly {
        try database.execute(sql: "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4096")
      }
    }
    return configuration
  }

  /// Makes an empty library. Its mark is written before the log is switched on, so that the file itself always bears it.
  private static func create(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = \(FileHeader.applicationID)")
    }
    try queue.close()
  }

  /// Runs a reader, its errors worded for people.
  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try pool.read(body) } catch { throw LibraryError(error, path: path) }
  }

  /// Runs a writer in one transaction, its errors worded for people.
  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try pool.write(body) } catch { throw LibraryError(error, path: path) }
  }
}
