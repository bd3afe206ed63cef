/// Reads mailboxes in the mbox format (RFC 4155), message by message: each begins with a line `From …` behind a blank
/// one, and `>From` at the head of a line stands for `From`.
public struct MboxReader<Bytes: DumpBytes> {
  private var bytes: Bytes
  private var hasBegun = false

  /// The longest message that is read, in bytes; the rest of a longer one is passed over.
  public static var longest: Int { 64 << 20 }

  /// A reader from the front of `bytes`.
  public init(_ bytes: Bytes) { self.bytes = bytes }

  /// The next message without its `From` line; nil at the end.
  ///
  /// - Throws: what the bytes throw.
  public mutating func next() throws -> [UInt8]? {
    var message: [UInt8] = []
    var wasBlank = true
    while let line = try bytes.line(longest: 1 << 20) {
      if wasBlank, line.starts(with: Mbox.mark) {
        if hasBegun { return message }
        hasBegun = true
        continue
      }
      hasBegun = true
      wasBlank = line.isEmpty || line == [13]
      if message.count < Self.longest {
        let quotes = line.prefix { $0 == UInt8(ascii: ">") }.count
        let isQuoted = quotes > 0 && line.dropFirst(quotes).starts(with: Mbox.mark)
        message += isQuoted ? line.dropFirst() : line[...]
        message.append(10)
      }
    }
    defer { hasBegun = false }
    return hasBegun ? message : nil
  }
}

/// Whether bytes begin a mailbox.
public enum Mbox {
  static let mark = Array("From ".utf8)

  /// Whether `head`, the first bytes of a file, are those of a mailbox: its first line begins with `From`, and a field of
  /// a message follows.
  public static func begins(_ head: [UInt8]) -> Bool {
    let lines = head.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count > 1, lines[0].starts(with: mark), let colon = lines[1].firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    let name = lines[1][..<colon]
    return !name.isEmpty && name.allSatisfy { $0 > 32 && $0 < 127 }
  }
}
