import Extraction
import Foundation
import Glibc

/// Reads a file or standard input, packed or not, line by line with a memory that does not grow with the number of lines.
struct LineReader: DumpBytes {
  /// A file that cannot be read.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let handle: FileHandle
  /// What it reads from; counts the bytes.
  let bytes: ExpandedBytes
  private let path: String
  /// What ended the reading before its time; said once all that was read is given.
  private var failure: Failure?
  private var buffer: [UInt8] = []
  /// What one call of the system reads into.
  private var block = [UInt8](repeating: 0, count: 1 << 18)
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
    let descriptor = handle.fileDescriptor
    bytes = ExpandedBytes { block throws in
      while true {
        let count = Glibc.read(descriptor, &block, block.count)
        if count >= 0 { return count }
        if errno != EINTR { throw Failure(description: "cannot be read: \(String(cString: strerror(errno)))") }
      }
    }
  }

  /// The first bytes of the file, which are given again as its first lines: 8 KB of a file, and of a pipe, whose writer
  /// may wait for an answer, no more than shows what it is.
  mutating func head() throws(Failure) -> [UInt8] {
    while buffer.count - start < 1 << 13, !isAtEnd {
      if !isFile, let last = buffer.last, last == 10 || last == UInt8(ascii: "}") {
        if buffer.dropLast(buffer.last == 10 ? 1 : 0).last == UInt8(ascii: "}") { break }
      }
      try fill()
    }
    return Array(buffer[start...].prefix(1 << 13))
  }

  /// All that is left, at most `longest` bytes and one more.
  mutating func rest(longest: Int) throws(Failure) -> [UInt8] { try block(longest + 1, longest: longest + 1) }

  mutating func line(longest: Int) throws(Failure) -> [UInt8]? { try lines(atMost: 1, longest: longest).first }

  mutating func block(_ count: Int, longest: Int) throws(Failure) -> [UInt8] {
    var block: [UInt8] = []
    var left = max(0, count)
    while left > 0 {
      if start == buffer.count {
        if isAtEnd { break }
        buffer.removeAll(keepingCapacity: true)
        start = 0
        try fill()
      }
      let taken = buffer[start...].prefix(left)
      block += taken.prefix(max(0, longest - block.count))
      left -= taken.count
      start += taken.count
    }
    return block
  }

  /// The first bytes of a file, or of standard input for `-`.
  static func bytes(of path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
    var reader = try LineReader(path: path)
    while !reader.isAtEnd, reader.buffer.count < limit { try reader.fill() }
    return Array(reader.buffer.prefix(limit))
  }

  /// Whether it reads a file, and no pipe whose other end may wait for an answer.
  var isFile: Bool {
    var status = stat()
    return fstat(handle.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The next lines without their line feeds, at least one before the end; fewer than `limit` at the end, behind a long
  /// one, and where the writer waits: whoever asks line by line is answered line by line. The last line needs no line
  /// feed. Of a line longer than `longest` bytes only so many and one more are kept.
  mutating func lines(atMost limit: Int, longest: Int = 64 << 20) throws(Failure) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var searched = start
    var taken = 0
    while lines.count < limit, taken < Self.enough {
      if let end = lineFeed(from: searched) {
        lines.append(Array(buffer[start..<min(end, start + longest + 1)]))
        taken += end - start
        start = end + 1
        searched = start
      } else if isAtEnd {
        if let failure {
          // The line in which it broke off is none.
          if lines.isEmpty { throw failure }
          return lines
        }
        if start < buffer.count { lines.append(Array(buffer[start...].prefix(longest + 1))) }
        start = buffer.count
        return lines
      } else if !lines.isEmpty, !isMoreWaiting {
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

  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 10, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether the next read returns at once: bytes are there, or the end is. A file's always does.
  private var isMoreWaiting: Bool {
    var descriptor = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  private mutating func fill() throws(Failure) {
    if let failure { throw failure }
    do {
      let count = try bytes.read(into: &block)
      if count == 0 { isAtEnd = true }
      buffer += block[..<count]
    } catch {
      failure = Failure(description: "\(path) \(error)")
      isAtEnd = true
    }
  }
}
