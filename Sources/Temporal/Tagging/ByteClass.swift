/// What a byte of UTF-8 begins.
enum ByteClass: UInt8, Sendable, BitwiseCopyable {
  case blank, lineFeed, digit, letter, mark, other

  /// The class of a byte.
  @inline(__always)
  static func of(_ byte: UInt8) -> ByteClass { table[Int(byte)] }

  private static let table = FlatTable<ByteClass>(
    (0..<256).map { byte in
      switch byte {
      case 10: .lineFeed
      case 48...57: .digit
      case 65...90, 97...122: .letter
      case 128...: .other
      case ...32, 127: .blank
      default: .mark
      }
    })
}
