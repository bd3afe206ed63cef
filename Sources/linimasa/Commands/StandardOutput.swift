import Glibc

/// Writes bytes to standard output, all of them and at once.
enum StandardOutput {
  /// Nobody reads the output, or the disk is full.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes a line.
  static func line(_ text: String) throws(Failure) { try write(Array("\(text)\n".utf8)) }

  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw Failure(description: "the output cannot be written: \(String(cString: strerror(errno)))")
      }
    }
  }
}
