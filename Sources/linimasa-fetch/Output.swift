import Fetching
import Glibc

/// Answers on standard output.
enum Output {
  /// Writes an answer and the bytes that belong to it. Where nobody reads them the program has no use and ends.
  static func write(
    _ answer: FetchAnswer, _ body: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) {
    Wire.line(answer).withUnsafeBytes { write($0) }
    write(body)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer) {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count > 0 { done += count } else if errno != EINTR { exit(0) }
    }
  }
}
