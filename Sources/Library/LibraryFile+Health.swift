import Foundation
import GRDB

/// What a library is like.
public struct LibraryHealth: Sendable, Equatable {
  /// The version of its tables.
  public var version: Int
  /// How many articles it holds.
  public var articles: Int
  /// How many lines of the timeline.
  public var entries: Int
  /// How many feeds are subscribed to.
  public var subscriptions: Int
  /// Its size with its log, in bytes.
  public var bytes: Int
  /// What SQLite finds wrong in it, a line each; empty where it is sound.
  public var faults: [String]
}

extension LibraryFile {
  /// Looks through the whole file (SQLite's `quick_check`), seconds for a gigabyte.
  public func health() throws(LibraryError) -> LibraryHealth {
    let bytes = [path, "\(path)-wal"].reduce(0) { sum, path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + (attributes?[.size] as? Int ?? 0)
    }
    return try read { database in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      let faults = try String.fetchAll(database, sql: "PRAGMA quick_check(20)").filter { $0 != "ok" }
      return LibraryHealth(
        version: try number("PRAGMA user_version"), articles: try number("SELECT count(*) FROM article"),
        entries: try number("SELECT count(*) FROM entry"), subscriptions: try number("SELECT count(*) FROM feed"),
        bytes: bytes, faults: faults)
    }
  }

  /// The version of the tables that this program writes.
  public static var currentVersion: Int { Migration.currentVersion }
}
