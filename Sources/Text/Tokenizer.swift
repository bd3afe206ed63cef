/// Cuts a text into tokens: one pass over the bytes, blanks left out.
///
/// ```swift
/// Tokenizer.tokens(of: SourceText("Jum'at, 10")).count  // 5: Jum ' at , 10
/// ```
public enum Tokenizer {
  /// The tokens of `text`, or of the part of it that `span` covers.
  public static func tokens(of text: SourceText, in span: TextSpan? = nil) -> [Token] {
    let low = min(max(span?.start ?? 0, 0), text.count)
    let high = min(max(span?.end ?? text.count, low), text.count)
    var tokens: [Token] = []
    tokens.reserveCapacity((high - low) / 5 + 1)
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = low
      while index < high {
        let byte = bytes[index]
        switch classes[Int(byte)] {
        case .blank:
          index += 1
        case .lineFeed:
          tokens.append(Token(start: Int32(index), end: Int32(index + 1), kind: .lineBreak, casing: .lower, key: 10))
          index += 1
        case .digit:
          let start = index
          var key = WordKey()
          while index < high, bytes[index] &- 48 < 10 {
            key.add(bytes[index])
            index += 1
          }
          tokens.append(Token(start: Int32(start), end: Int32(index), kind: .number, casing: .lower, key: key.value))
        case .mark:
          tokens.append(
            Token(start: Int32(index), end: Int32(index + 1), kind: .mark, casing: .lower, key: UInt64(byte)))
          index += 1
        case .letter:
          tokens.append(wordOrMark(bytes, &index, high))
        case .other:
          let (scalar, length) = decode(bytes, index, high)
          if isBlank(scalar) { index += length } else { tokens.append(wordOrMark(bytes, &index, high)) }
        }
      }
    }
    return tokens
  }

  /// The key that a token of these letters has, for building word tables.
  public static func key(of word: some StringProtocol) -> UInt64 {
    tokens(of: SourceText(String(word))).first?.key ?? 0
  }

  private enum ByteClass: UInt8 { case blank, lineFeed, digit, letter, mark, other }

  private static let classes: [ByteClass] = (0..<256).map { byte in
    switch byte {
    case 10: .lineFeed
    case 48...57: .digit
    case 65...90, 97...122: .letter
    case 128...: .other
    case ...32, 127: .blank
    default: .mark
    }
  }

  /// A run of letters from `index`, or where no letter stands there, one mark.
  private static func wordOrMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ high: Int) -> Token {
    let start = index
    var key = WordKey()
    var letters = 0
    var capitals = 0
    var startsWithCapital = false
    while index < high {
      let byte = bytes[index]
      if byte < 128 {
        guard byte | 0x20 >= 97, byte | 0x20 <= 122 else { break }
        if byte < 97 {
          if letters == 0 { startsWithCapital = true }
          capitals += 1
        }
        letters += 1
        key.add(byte | 0x20)
        index += 1
        continue
      }
      let (scalar, length) = decode(bytes, index, high)
      if let folded = LatinFolding.fold(scalar) {
        if scalar.properties.isUppercase {
          if letters == 0 { startsWithCapital = true }
          capitals += 1
        }
        letters += 1
        for byte in folded.utf8 { key.add(byte) }
      } else if isLetter(scalar) {
        letters += 1
        for offset in 0..<length { key.add(bytes[index + offset]) }
      } else if letters > 0, isCombining(scalar) {
        // A combining accent is folded away with its letter's case.
      } else {
        break
      }
      index += length
    }
    if letters == 0 {
      let (scalar, length) = decode(bytes, index, high)
      index += length
      return Token(start: Int32(start), end: Int32(index), kind: .mark, casing: .lower, key: UInt64(scalar.value))
    }
    let casing: Casing = capitals == letters && letters > 1 ? .upper : startsWithCapital ? .capitalized : .lower
    return Token(start: Int32(start), end: Int32(index), kind: .word, casing: casing, key: key.value)
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ high: Int) -> (Unicode.Scalar, Int) {
    let lead = UInt32(bytes[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= high else { return ("\u{FFFD}", high - index) }
    var value = length == 1 ? lead : lead & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
  /// White space beyond ASCII, and what takes no room: soft hyphen, zero-width and bidi controls, byte order mark.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }
  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }
}

/// The running hash of a word's folded letters (FNV-1a, 64 bits; Fowler, Noll, Vo).
///
/// It is public so that a scanner that makes no tokens finds the same words: `Temporal` hashes in its own loop.
public struct WordKey: Sendable {
  /// The hash so far.
  public private(set) var value: UInt64 = WordKey.start

  /// The hash of no letter.
  public static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  /// No letter yet.
  public init() {}

  /// Adds a folded letter.
  public mutating func add(_ byte: UInt8) { value = Self.adding(byte, to: value) }

  /// `key` with one more folded letter.
  @inlinable
  public static func adding(_ byte: UInt8, to key: UInt64) -> UInt64 { (key ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
