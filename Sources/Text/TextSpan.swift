/// A stretch of a text, half open, counted in **UTF-8 bytes** from the start of the text.
///
/// Everything inside the program speaks in bytes, since the scanners do. Only the edges (JSON, the command line)
/// speak in Unicode scalars; `ScalarOffsets` converts there.
public struct TextSpan: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// Index of the first byte.
  public var start: Int
  /// Index after the last byte.
  public var end: Int

  /// A span over `start..<end`. An end before the start gives an empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Number of bytes.
  public var length: Int { end - start }
  /// Whether the span covers no byte.
  public var isEmpty: Bool { end == start }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `offset` lies in this span.
  public func contains(offset: Int) -> Bool { start <= offset && offset < end }
  /// The smallest span that covers both.
  public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

  /// Earlier start first; of two with one start the shorter first.
  public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
