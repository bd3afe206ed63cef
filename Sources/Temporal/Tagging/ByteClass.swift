/// What a byte of UTF-8 begins.
enum ByteClass: UInt8, Sendable {
  case blank, lineFeed, digit, letter, mark, other

  /// By byte.
  static let of: [ByteClass] = (0..<256).map { byte in
    switch byte {
    case 10: .lineFeed
    case 48...57: .digit
    case 65...90, 97...122: .letter
    case 128...: .other
    case ...32, 127: .blank
    default: .mark
    }
  }
}
