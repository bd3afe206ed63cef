import Synchronization

/// Readers that are kept from line to line, as many as threads have read at once: a reader's memory is made once and not
/// for every article.
final class JSONReaderPool: Sendable {
  private let idle = Mutex<[JSONObjectReader]>([])

  /// The members of the object that `bytes`, which are UTF-8, hold.
  func members(of bytes: [UInt8]) throws(JSONObjectReader.Failure) -> [JSONObjectReader.Member] {
    let reader = idle.withLock { $0.popLast() } ?? JSONObjectReader()
    // A reader that has met an endless line holds as much memory: it is not kept.
    defer { if bytes.count < Self.largestKept { idle.withLock { $0.append(reader) } } }
    return try reader.members(of: bytes)
  }

  private static let largestKept = 1 << 20
}
