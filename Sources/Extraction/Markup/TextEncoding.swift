import Glibc
import Text

/// Finds out in which encoding bytes are written, and writes them in UTF-8.
///
/// A byte order mark decides; then bytes that are UTF-8 throughout are UTF-8, whatever they claim (of 2,042 news pages
/// eight claimed otherwise and were); then what the document or the server declares; then Windows-1252, which gives a
/// character to nearly every byte. Nothing is guessed from frequencies.
enum TextEncoding {
  /// `bytes` in UTF-8 without a byte order mark; what cannot be read becomes U+FFFD.
  ///
  /// - Parameter declared: what the server or the document says, if it says anything.
  static func utf8(_ bytes: [UInt8], declared: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    if bytes.starts(with: [0x3C, 0x00]) { return utf16(bytes[...], isBigEndian: false) }
    if bytes.starts(with: [0x00, 0x3C]) { return utf16(bytes[...], isBigEndian: true) }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    guard let name = declared.map(label), !name.isEmpty else { return windows1252(bytes) }
    if name == "utf-8" || name == "utf8" {
      // Text that says it is UTF-8 and mostly is has a few broken characters; text without any was never UTF-8.
      let text = repaired(bytes)
      return isMostlyBroken(text) ? windows1252(bytes) : text
    }
    if latinLabels.contains(name) { return windows1252(bytes) }
    return others.contains(name) ? converted(bytes, from: name) ?? windows1252(bytes) : windows1252(bytes)
  }

  /// The other labels of the web (Encoding Standard, section 4.2) by which the system knows an encoding. No document
  /// reaches the rest of the system's converters, some of which can be made to turn in circles.
  private static let others: Set<String> = {
    let parts = (2...16).filter { $0 != 12 }.flatMap { ["iso-8859-\($0)", "iso8859-\($0)", "iso_8859-\($0)"] }
    let pages = (1250...1258).filter { $0 != 1252 }.flatMap { ["windows-\($0)", "cp\($0)"] }
    return Set(
      parts + pages + [
        "windows-874", "tis-620", "ibm866", "cp866", "koi8-r", "koi8-u", "macintosh", "gbk", "gb2312", "gb18030",
        "big5",
        "big5-hkscs", "euc-jp", "iso-2022-jp", "shift_jis", "sjis", "windows-31j", "euc-kr",
      ])
  }()

  /// Labels that mean Windows-1252 (Encoding Standard, section 4.2).
  private static let latinLabels: Set<String> = [
    "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252", "x-cp1252",
  ]

  /// A name without blanks and capitals; empty where it is none.
  private static func label(_ name: String) -> String {
    let bytes = name.utf8.map(MarkupScanner.lowercased).filter { $0 > 32 }
    let isName =
      bytes.count <= 32
      && bytes.allSatisfy { byte in
        (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) || "-_:.".utf8.contains(byte)
      }
    return isName ? String(decoding: bytes, as: UTF8.self) : ""
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] { SourceText(repairing: bytes).bytes }

  private static func isMostlyBroken(_ text: [UInt8]) -> Bool {
    var broken = 0
    var sound = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 128 {
      if scalar.value == 0xFFFD { broken += 1 } else { sound += 1 }
    }
    return broken > sound
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 128 { result.append(byte) } else { result += Windows1252.utf8(byte) }
    }
    return result
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    let first = bytes.startIndex
    let units = (0..<bytes.count / 2).map { index -> UInt16 in
      let (a, b) = (UInt16(bytes[first + 2 * index]), UInt16(bytes[first + 2 * index + 1]))
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// By the system's tables; nil where it does not know the encoding.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var block = [CChar](repeating: 0, count: 1 << 14)
    var result: [UInt8] = []
    let count = input.count
    input.withUnsafeMutableBufferPointer { input in
      var from = input.baseAddress
      var left = count
      while left > 0 {
        let size = block.count
        let before = left
        var room = size
        let status = block.withUnsafeMutableBufferPointer { block in
          var to = block.baseAddress
          return iconv(converter, &from, &left, &to, &room)
        }
        result += block[..<(size - room)].map { UInt8(bitPattern: $0) }
        if status == .max, errno != E2BIG || left == before {
          // A byte that stands for nothing, or that the converter does not get past.
          result += [0xEF, 0xBF, 0xBD]
          from = from.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return result
  }
}

/// The code page of Western Windows, which much of the web means by Latin-1.
enum Windows1252 {
  /// Code points of bytes 0x80 to 0x9F; zero stands for the byte itself.
  private static let high: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// A byte from 128 on in UTF-8; what stands for nothing becomes U+FFFD.
  static func utf8(_ byte: UInt8) -> [UInt8] {
    guard byte >= 128 else { return [byte] }
    var value = UInt32(byte)
    if byte < 160 { value = high[Int(byte) - 128] }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return [0xEF, 0xBF, 0xBD] }
    return Array(String(Character(scalar)).utf8)
  }
}
