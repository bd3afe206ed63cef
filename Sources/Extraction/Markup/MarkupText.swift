import Text

/// Turns the markup of a feed's field into plain text: paragraphs are parted by blank lines, scripts and styles left out.
struct MarkupText: Sendable {
  let references: CharacterReferences

  /// The text of a piece of HTML.
  func text(ofHTML html: [UInt8]) -> String { tidy(references.decoded(withoutTags(html))) }

  /// The text of a title or another line that may hold tags and references though it should not.
  func line(ofHTML html: [UInt8]) -> String { Self.line(references.decoded(withoutTags(html))) }

  /// One line of characters that are no markup.
  static func line(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if byte > 32 { result.append(byte) } else if result.last != 32, !result.isEmpty { result.append(32) }
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// What parts paragraphs, lines, and what is no text.
  private static let paragraphs: Set<String> = [
    "p", "div", "section", "article", "blockquote", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "figure",
    "pre", "hr", "header", "footer", "aside", "main", "nav", "dl",
  ]
  private static let lines: Set<String> = ["br", "li", "tr", "dt", "dd", "figcaption"]
  private static let silent: Set<String> = ["script", "style", "head", "iframe", "noscript", "svg", "template"]

  /// Tags replaced by the breaks that they make.
  private func withoutTags(_ html: [UInt8]) -> [UInt8] {
    var scanner = MarkupScanner(html)
    var result: [UInt8] = []
    var start = 0
    var hidden: String?
    while let tag = scanner.next() {
      let name = String(decoding: html[tag.name].map(MarkupScanner.lowercased), as: UTF8.self)
      if let open = hidden {
        if tag.isEnd, name == open { hidden = nil }
      } else {
        append(html[start..<tag.span.lowerBound], to: &result)
        if Self.silent.contains(name), !tag.isEnd, !tag.isEmpty { hidden = name }
        if Self.paragraphs.contains(name) {
          result += "\n\n".utf8
        } else if Self.lines.contains(name) {
          result += "\n".utf8
        }
      }
      start = tag.span.upperBound
    }
    if hidden == nil { append(html[min(start, html.count)...], to: &result) }
    return result
  }

  /// Text between tags: comments and declarations are left out, white space of any kind is a blank.
  private func append(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "<"), let end = MarkupScanner.endOfDeclaration(text, at: index) {
        index = end
      } else {
        result.append(text[index] <= 32 ? 32 : text[index])
        index += 1
      }
    }
  }

  /// Blanks and breaks run together, none at the ends.
  private func tidy(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var breaks = 0
    var hasBlank = false
    for byte in bytes {
      if byte == 10 {
        breaks += 1
      } else if byte <= 32 {
        hasBlank = true
      } else {
        if !result.isEmpty {
          if breaks > 0 {
            result += breaks > 1 ? [10, 10] : [10]
          } else if hasBlank {
            result.append(32)
          }
        }
        breaks = 0
        hasBlank = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
