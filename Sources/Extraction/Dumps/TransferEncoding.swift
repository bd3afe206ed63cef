/// How the bytes of a message are written in ASCII (RFC 2045, section 6).
enum TransferEncoding {
  /// The bytes that `body` stands for; those of an encoding that is not known stay as they are.
  static func decoded(_ body: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name.lowercased() {
    case "quoted-printable": quotedPrintable(body)
    case "base64": base64(body)
    default: Array(body)
    }
  }

  /// `=3D` is a byte, `=` at the end of a line joins it with the next; what is neither stays as it is.
  static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      let rest = body[index...].prefix { $0 == 32 || $0 == 9 || $0 == 13 }
      if rest.endIndex >= body.endIndex || body[rest.endIndex] == 10 {
        index = min(rest.endIndex + 1, body.endIndex)
      } else if index + 1 < body.endIndex, let high = hex(body[index]), let low = hex(body[index + 1]) {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Six bits a character; others between them are passed over, and it ends at `=` (RFC 2045, section 6.8).
  static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      if byte == UInt8(ascii: "=") { break }
      guard let value = sixBits(byte) else { continue }
      bits = (bits << 6 | UInt32(value)) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  private static func sixBits(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte - 65
    case 97...122: byte - 71
    case 48...57: byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

/// Words of a field in another character set: `=?utf-8?Q?Perang_di_Suriah?=` (RFC 2047).
enum EncodedWords {
  /// A field's value with its encoded words read; one that is damaged stays as it is.
  static func decoded(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    var result: [UInt8] = []
    var wasEncoded = false
    for word in value.split(separator: " ") {
      let bytes = Array(word.utf8)
      let read = Self.word(bytes)
      // A blank between two encoded words only parts them.
      if !result.isEmpty, !(wasEncoded && read != nil) { result.append(32) }
      result += read ?? bytes
      wasEncoded = read != nil
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func word(_ word: [UInt8]) -> [UInt8]? {
    let quote = UInt8(ascii: "?")
    guard word.starts(with: Array("=?".utf8)), word.suffix(2) == Array("?=".utf8)[...], word.count > 4 else {
      return nil
    }
    let parts = word[2..<word.count - 2].split(separator: quote, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let charset = String(decoding: parts[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    switch parts[1].first {
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return utf8(TransferEncoding.base64(parts[2]), charset)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      let blanks = parts[2].map { $0 == UInt8(ascii: "_") ? 32 : $0 }
      return utf8(TransferEncoding.quotedPrintable(blanks[...]), charset)
    default: return nil
    }
  }

  private static func utf8(_ bytes: [UInt8], _ charset: String) -> [UInt8] {
    TextEncoding.utf8(bytes, declared: charset)
  }
}
