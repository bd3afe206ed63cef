/// The fields at the head of a message or an archive's record: `Name: value`, one a line, a line that begins with a blank
/// going on with the one before (RFC 5322, section 2.2).
struct HeaderFields {
  /// The values by names in small letters; of a name that comes twice the first one.
  let all: [String: String]
  /// How many lines they are.
  let lineCount: Int

  /// Lines and bytes of a line that are read; nobody has more.
  static let most = 1000
  static let longestLine = 1 << 16

  /// The fields of these lines.
  init(lines: [[UInt8]]) {
    var all: [String: String] = [:]
    var name: String?
    for line in lines {
      if let first = line.first, first == 32 || first == 9 {
        if let name { all[name]? += " " + Self.text(line[...]) }
        continue
      }
      name = nil
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = Self.text(line[..<colon]).lowercased()
      if all[key] != nil { continue }
      all[key] = Self.text(line[(colon + 1)...])
      name = key
    }
    self.all = all
    lineCount = lines.count
  }

  /// The fields at the head of `bytes`, and where what follows their blank line begins.
  static func split(_ bytes: [UInt8]) -> (fields: HeaderFields, body: Int) {
    var lines: [[UInt8]] = []
    var start = 0
    while start < bytes.count, lines.count < most {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let line = bytes[start..<end]
      start = min(end + 1, bytes.count)
      if line.allSatisfy({ $0 == 13 }) { break }
      lines.append(Array(line.prefix(longestLine)))
    }
    return (HeaderFields(lines: lines), start)
  }

  /// A value and its parameters: `text/html; charset="utf-8"`.
  static func parameters(of value: String) -> (value: String, parameters: [String: String]) {
    var parts: [String] = [""]
    var isQuoted = false
    for character in value.unicodeScalars {
      if character == "\"" { isQuoted.toggle(); continue }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(character)
      }
    }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map(trimmed)
      if pair.count == 2 { parameters[pair[0].lowercased()] = pair[1] }
    }
    return (trimmed(parts[0]).lowercased(), parameters)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.value > 32 }),
      let last = scalars.lastIndex(where: { $0.value > 32 })
    else { return "" }
    return String(text[first...last])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    trimmed(String(decoding: TextEncoding.utf8(Array(bytes), declared: nil), as: UTF8.self))
  }
}
