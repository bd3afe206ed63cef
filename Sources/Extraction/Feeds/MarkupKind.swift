/// How a field's characters are meant.
enum MarkupKind {
  /// Plain characters (Atom's default).
  case text
  /// HTML, its tags written as characters (`&lt;p&gt;`) or in a section of characters; what RSS does without saying so.
  case html
  /// Elements of XHTML in the feed itself.
  case xhtml

  /// By Atom's `type` (RFC 4287, section 3.1.1); RSS never says, and means HTML.
  init(type: String?, isAtom: Bool) {
    switch type?.lowercased() {
    case "xhtml", "application/xhtml+xml": self = .xhtml
    case "html", "text/html": self = .html
    case "text", "text/plain": self = .text
    default: self = isAtom ? .text : .html
    }
  }
}

extension MarkupText {
  /// The text of a field.
  func text(_ inner: [UInt8], _ kind: MarkupKind) -> String {
    switch kind {
    case .xhtml: text(ofHTML: inner)
    case .html: text(ofHTML: characters(inner))
    case .text: paragraphs(inner)
    }
  }

  /// A field of one line.
  func line(_ inner: [UInt8], _ kind: MarkupKind) -> String {
    switch kind {
    case .xhtml: line(ofHTML: inner)
    case .html: line(ofHTML: characters(inner))
    case .text: Self.line(characters(inner))
    }
  }

  /// What Atom calls text, though many a feed writes markup there.
  private func paragraphs(_ inner: [UInt8]) -> String {
    let characters = characters(inner)
    let isMarkup = characters.starts(with: Array("<p".utf8)) || characters.starts(with: Array("<div".utf8))
    return isMarkup ? text(ofHTML: characters) : plain(characters)
  }

  /// Characters that are no markup: their lines are kept, blanks run together.
  func plain(_ characters: [UInt8]) -> String {
    let lines = characters.split(separator: 10, omittingEmptySubsequences: false).map { Self.line(Array($0)) }
    var text = ""
    var blank = false
    for line in lines {
      if line.isEmpty { blank = true; continue }
      if !text.isEmpty { text += blank ? "\n\n" : "\n" }
      text += line
      blank = false
    }
    return text
  }

  /// The characters of an element as XML means them: references read once, sections of characters taken as they are,
  /// comments left out. Tags stay.
  func characters(_ inner: [UInt8]) -> [UInt8] {
    guard inner.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 < 32 || $0 == 127 }) else {
      return inner
    }
    var result: [UInt8] = []
    var index = 0
    while index < inner.count {
      let next = inner[...].firstPlace(of: UInt8(ascii: "<"), from: index) ?? inner.count
      result += references.decoded(inner[index..<next])
      index = next
      guard index < inner.count else { break }
      if inner[...].hasMark("<![CDATA[", at: index) {
        let end = inner[...].endOfFirst("]]>", from: index + 9)
        let section = inner[index + 9..<(end.map { $0 - 3 } ?? inner.count)]
        result += section.filter { $0 >= 32 && $0 != 127 || $0 == 9 || $0 == 10 || $0 == 13 }
        index = end ?? inner.count
      } else if inner[...].hasMark("<!--", at: index) {
        index = inner[...].endOfFirst("-->", from: index + 4) ?? inner.count
      } else {
        result.append(inner[index])
        index += 1
      }
    }
    return result
  }
}
