import Foundation

/// Reads a file or standard input line by line with a memory that does not grow with the number of lines.
struct LineReader {
  /// A file that cannot be read.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let handle: FileHandle
  private let path: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Opens a file, or standard input for `-`.
  init(path: String) throws(Failure) {
    self.path = path
    if path == "-" {
      handle = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      handle = opened
    } else {
      throw Failure(description: "\(path) cannot be opened: check the name and the permission")
    }
  }

  /// Whether it reads a file, and no pipe whose other end may wait for an answer.
  var isFile: Bool {
    var status = stat()
    return fstat(handle.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The next lines without their line feeds, fewer than `limit` only at the end or behind a long one. The last line
  /// needs no line feed. Of a line longer than `longest` bytes only so many and one more are kept.
  mutating func lines(atMost limit: Int, longest: Int = 64 << 20) throws(Failure) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var searched = start
    var taken = 0
    while lines.count < limit, taken < Self.enough {
      if let end = buffer[searched...].firstIndex(of: 10) {
        lines.append(Array(buffer[start..<min(end, start + longest + 1)]))
        taken += end - start
        start = end + 1
        searched = start
      } else if isAtEnd {
        if start < buffer.count { lines.append(Array(buffer[start...].prefix(longest + 1))) }
        start = buffer.count
        return lines
      } else {
        buffer.removeFirst(start)
        start = 0
        if buffer.count > longest { buffer.removeLast(buffer.count - longest - 1) }
        searched = buffer.count
        try fill()
      }
    }
    return lines
  }

  /// Bytes after which a batch is large enough.
  private static let enough = 1 << 22

  private mutating func fill() throws(Failure) {
    do {
      let data = try handle.read(upToCount: 1 << 18) ?? Data()
      if data.isEmpty { isAtEnd = true }
      buffer += data
    } catch {
      throw Failure(description: "\(path) cannot be read: \(error.localizedDescription)")
    }
  }
}
