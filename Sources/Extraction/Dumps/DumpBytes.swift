/// The bytes of a dump, read once from front to back, in memory that does not grow with their number.
public protocol DumpBytes {
  /// The next line without its line feed; nil at the end. Of a line longer than `longest` bytes only so many and one
  /// more are kept.
  mutating func line(longest: Int) throws -> [UInt8]?

  /// The next `count` bytes, fewer at the end; the first `longest` of them are kept, the others passed over.
  mutating func block(_ count: Int, longest: Int) throws -> [UInt8]
}

/// The bytes of a dump that lies in memory.
public struct BytesInMemory: DumpBytes {
  private let bytes: [UInt8]
  private var start = 0

  /// A dump of these bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line without its line feed; nil at the end.
  public mutating func line(longest: Int) -> [UInt8]? {
    if start >= bytes.count { return nil }
    let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
    defer { start = end + 1 }
    return Array(bytes[start..<end].prefix(longest + 1))
  }

  /// The next `count` bytes, fewer at the end.
  public mutating func block(_ count: Int, longest: Int) -> [UInt8] {
    let from = min(start, bytes.count)
    let end = from + max(0, min(count, bytes.count - from))
    start = end
    return Array(bytes[from..<end].prefix(longest))
  }
}
