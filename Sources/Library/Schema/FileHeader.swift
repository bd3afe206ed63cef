import Glibc

/// What the first bytes of a file say, read without SQLite, so that a foreign file is refused before anything could
/// change it. (SQLite, "Database File Format", section 1.3.)
enum FileHeader: Equatable {
  /// There is no file, or an empty one.
  case absent
  /// A file of linimasa at that version.
  case library(version: Int)
  /// Anything else.
  case foreign

  /// `LNMS`, the mark at byte 68.
  static let applicationID: Int32 = 0x4C4E_4D53

  /// Looks at the file at `path`.
  init(path: String) throws(LibraryError) {
    guard let file = fopen(path, "re") else {
      if errno == ENOENT {
        self = .absent
        return
      }
      throw .refused(path: path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = fread(&header, 1, header.count, file)
    // A folder opens, but gives no bytes.
    if ferror(file) != 0 { throw .refused(path: path, reason: String(cString: strerror(errno))) }
    func number(at offset: Int) -> Int32 {
      Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    if count == 0 {
      self = .absent
    } else if count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
      number(at: 68) == Self.applicationID
    {
      self = .library(version: Int(number(at: 60)))
    } else {
      self = .foreign
    }
  }
}
