import Glibc

/// Lines of standard input, as many as are there without waiting.
final class InputLines {
  /// Whether nothing more comes.
  private(set) var isAtEnd = false
  private var held: [UInt8] = []
  private var block = [UInt8](repeating: 0, count: 1 << 16)

  /// The longest line; the rest of a longer one is thrown away with it.
  private static let longest = 1 << 16

  /// The lines that are there.
  func lines() -> [ArraySlice<UInt8>] {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard !isAtEnd, poll(&descriptor, 1, 0) > 0 else { return [] }
    let count = read(STDIN_FILENO, &block, block.count)
    if count < 0, errno == EINTR { return [] }
    if count <= 0 {
      isAtEnd = true
      return []
    }
    held += block[..<count]
    guard let last = held.lastIndex(of: 10) else {
      if held.count > Self.longest { isAtEnd = true }
      return []
    }
    let lines = held[..<last].split(separator: 10)
    held = Array(held[(last + 1)...])
    return lines.map { Array($0)[...] }
  }
}
