import Text

/// What `&amp;`, `&#8211;` and `&hellip;` stand for.
///
/// Names are those of HTML (`markup/entities.tsv`), since feeds use them without defining them; numbers from 128 to 159
/// mean Windows-1252, as browsers read them (HTML Standard, section 13.2.5.80). What is no reference stays as it is:
/// `AT&T`. What a document defines itself is never read, so that none can grow.
struct CharacterReferences: Sendable {
  private let names: [[UInt8]: [UInt8]]

  private static let longestName = 32

  /// Reads `markup/entities.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  init(resources: ResourceFolder) throws(TableError) {
    var names: [[UInt8]: [UInt8]] = [:]
    for row in try resources.table("markup/entities.tsv", required: ["name", "code"]).rows {
      guard let code = UInt32(row["code"], radix: 16), let scalar = Unicode.Scalar(code) else {
        throw row.error("\(row["code"]) is no code point")
      }
      names[Array(row["name"].utf8)] = Array(String(Character(scalar)).utf8)
    }
    self.names = names
  }

  /// `bytes` with every reference replaced once, and control characters left out.
  func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let (character, end) = reference(bytes[bytes.index(after: index)...]) {
        result += character
        index = end
        continue
      }
      if byte >= 32 && byte != 127 || byte == 9 || byte == 10 || byte == 13 { result.append(byte) }
      index = bytes.index(after: index)
    }
    return result
  }

  /// The characters of the reference whose `&` stands before `rest`, and where it ends.
  private func reference<Bytes: Collection<UInt8>>(_ rest: Bytes) -> (character: [UInt8], end: Bytes.Index)? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "#") { return number(rest.dropFirst()) }
    let name = Array(
      rest.prefix(Self.longestName).prefix { ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 57) })
    let end = rest.index(rest.startIndex, offsetBy: name.count)
    guard !name.isEmpty, end != rest.endIndex, rest[end] == UInt8(ascii: ";"), let character = names[name] else {
      return nil
    }
    return (character, rest.index(after: end))
  }

  private func number<Bytes: Collection<UInt8>>(_ rest: Bytes) -> (character: [UInt8], end: Bytes.Index)? {
    let isHex = rest.first.map { $0 | 32 == UInt8(ascii: "x") } ?? false
    var digits = rest[...]
    if isHex { digits = digits.dropFirst() }
    let text = Array(digits.prefix(10).prefix { Self.digit($0, isHex: isHex) != nil })
    let end = digits.index(digits.startIndex, offsetBy: text.count)
    guard !text.isEmpty, end == digits.endIndex || digits[end] == UInt8(ascii: ";") || text.count < 10 else {
      return nil
    }
    var value: UInt32 = 0
    for byte in text { value = min(value &* (isHex ? 16 : 10) &+ (Self.digit(byte, isHex: isHex) ?? 0), 0x11_0000) }
    let next = end != digits.endIndex && digits[end] == UInt8(ascii: ";") ? digits.index(after: end) : end
    return (Self.character(value), next)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    if byte >= 48 && byte <= 57 { return UInt32(byte) - 48 }
    let letter = byte | 32
    return isHex && letter >= 97 && letter <= 102 ? UInt32(letter) - 87 : nil
  }

  private static func character(_ value: UInt32) -> [UInt8] {
    if value >= 128 && value < 160 { return Windows1252.utf8(UInt8(value)) }
    if value < 32 { return value == 9 || value == 10 || value == 13 ? [UInt8(value)] : [] }
    if value == 127 { return [] }
    guard let scalar = Unicode.Scalar(value) else { return [0xEF, 0xBF, 0xBD] }
    return Array(String(Character(scalar)).utf8)
  }
}
