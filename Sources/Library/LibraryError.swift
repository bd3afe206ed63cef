import Foundation
import GRDB

/// Why the library cannot do what was asked, and what to do about it.
public enum LibraryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is no library of this program.
  case foreign(path: String)
  /// A newer program made it.
  case newer(path: String, version: Int, supported: Int)
  /// Its tables are not those that its version has.
  case altered(path: String)
  /// What is stored in it cannot be read.
  case damaged(path: String)
  /// Another program wrote to it for longer than this one waits.
  case busy(path: String)
  /// The system refuses to read or write it.
  case refused(path: String, reason: String)

  /// What happened and what to do, in one line.
  public var description: String {
    switch self {
    case .foreign(let path):
      "\(path) is not a library of linimasa; nothing was changed. Name another file with --library"
    case .newer(let path, let version, let supported):
      "\(path) was made by a newer linimasa (version \(version) of the file, this program knows \(supported)); nothing "
        + "was changed. Update linimasa, or name another file with --library"
    case .altered(let path):
      "\(path) has other tables than linimasa makes; it is not opened, and nothing was changed. Name another file with "
        + "--library"
    case .damaged(let path):
      "\(path) is damaged. Move it away and add the articles again, or bring back a copy"
    case .busy(let path):
      "\(path) is being written by another program for long. Try again when it has ended"
    case .refused(let path, let reason):
      "\(path): \(reason). Check the path, the free space and the permissions"
    }
  }

  /// What SQLite says, in these terms.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as LibraryError: self = error
    case is PackingError: self = .damaged(path: path)
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
      default: self = .refused(path: path, reason: error.message ?? error.resultCode.description)
      }
    default: self = .refused(path: path, reason: error.localizedDescription)
    }
  }
}
