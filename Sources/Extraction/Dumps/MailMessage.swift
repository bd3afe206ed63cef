import Text

/// A message of electronic mail: its fields, and the part of it that is to be read (RFC 5322, RFC 2045 to 2047).
struct MailMessage {
  /// The fields, with encoded words read.
  private let fields: [String: String]
  /// The text to read, in UTF-8; empty where there is none.
  private(set) var text: [UInt8] = []
  /// Whether the text is HTML.
  private(set) var isHTML = false

  /// Parts inside one another, and parts altogether.
  private static let deepest = 16
  private static let mostParts = 256
  private var parts = 0

  init(_ bytes: [UInt8]) {
    fields = HeaderFields.split(bytes).fields.all.mapValues(EncodedWords.decoded)
    read(bytes[...], depth: 0)
  }

  /// A field's value by its name in small letters.
  subscript(name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Who sends it: the name before the address, or the address.
  var sender: String? {
    guard let from = self["from"] else { return nil }
    let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
    let words = name.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? from : words
  }

  /// Takes the first plain text, else the first HTML, of a part and what is inside it. Attachments are not read.
  private mutating func read(_ bytes: ArraySlice<UInt8>, depth: Int) {
    parts += 1
    guard depth <= Self.deepest, parts <= Self.mostParts, text.isEmpty || isHTML else { return }
    let part = Array(bytes)
    let (head, start) = HeaderFields.split(part)
    if head.all["content-disposition"]?.lowercased().hasPrefix("attachment") == true { return }
    let (type, parameters) = HeaderFields.parameters(of: head.all["content-type"] ?? "text/plain")
    if type.hasPrefix("multipart/"), let boundary = parameters["boundary"], !boundary.isEmpty {
      for inner in Self.parts(of: part[start...], boundary: Array("--\(boundary)".utf8)) {
        read(inner, depth: depth + 1)
      }
    } else if type == "message/rfc822" {
      read(part[start...], depth: depth + 1)
    } else if type == "text/plain" || (type == "text/html" && text.isEmpty) {
      let body = TransferEncoding.decoded(part[start...], head.all["content-transfer-encoding"] ?? "")
      let decoded = TextEncoding.utf8(body, declared: parameters["charset"])
      if decoded.allSatisfy({ $0 <= 32 }) { return }
      text = decoded
      isHTML = type == "text/html"
    }
  }

  /// What stands between the lines of a boundary, up to the one that ends with `--`.
  private static func parts(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var from: Int?
    var start = body.startIndex
    while start < body.endIndex, parts.count < mostParts {
      let end = body[start...].firstIndex(of: 10) ?? body.endIndex
      let line = body[start..<end]
      let next = min(end + 1, body.endIndex)
      if line.starts(with: boundary) {
        let rest = line.dropFirst(boundary.count).filter { $0 > 32 }
        if rest.isEmpty || rest == Array("--".utf8) {
          if let from { parts.append(body[from..<start]) }
          from = rest.isEmpty ? next : nil
          if !rest.isEmpty { return parts }
        }
      }
      start = next
    }
    // A message that was cut off ends without its last boundary.
    if let from { parts.append(body[from...]) }
    return parts
  }
}
