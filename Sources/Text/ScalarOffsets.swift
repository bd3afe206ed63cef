/// Converts byte offsets of one text to Unicode-scalar offsets and back, as JSON wants them.
///
/// A checkpoint every 256 bytes keeps both directions at constant cost for a text of any length.
///
/// ```swift
/// let offsets = ScalarOffsets(SourceText("é5"))
/// offsets.scalar(atByte: 2)  // 1
/// offsets.byte(atScalar: 1)  // 2
/// ```
public struct ScalarOffsets: Sendable {
  private let bytes: [UInt8]
  /// Scalars before each 256th byte; empty when the text is ASCII.
  private let checkpoints: [Int]
  private static let stride = 256

  /// Counts the scalars of `text` once.
  public init(_ text: SourceText) {
    bytes = text.bytes
    var checkpoints: [Int] = []
    var count = 0
    var isASCII = true
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { checkpoints.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte >= 0x80 { isASCII = false }
    }
    self.checkpoints = isASCII ? [] : checkpoints
  }

  /// Scalars before byte `offset`; an offset past the end counts them all.
  public func scalar(atByte offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    if checkpoints.isEmpty { return offset }
    let block = min(offset / Self.stride, checkpoints.count - 1)
    var count = checkpoints[block]
    for index in block * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte where scalar number `offset` begins; an offset past the end gives the text's length.
  public func byte(atScalar offset: Int) -> Int {
    if checkpoints.isEmpty { return min(max(offset, 0), bytes.count) }
    var low = 0
    var high = checkpoints.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if checkpoints[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var count = checkpoints[low]
    var index = low * Self.stride
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if count == offset { return index }
        count += 1
      }
      index += 1
    }
    return bytes.count
  }
}
