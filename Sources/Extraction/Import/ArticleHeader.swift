import Text

/// The short lines at the head of a plain text that tell title, outlet and publication.
struct ArticleHeader {
  let lines: [TextSpan]
  /// Where the article's own prose begins.
  let end: Int
  let title: String?
  let outlet: String?

  /// The header of a text; nil where the text begins with prose.
  init?(_ text: SourceText) {
    var lines: [TextSpan] = []
    var start = 0
    while start < text.count {
      let end = text.bytes[start...].firstIndex(of: 10) ?? text.count
      if end == start { break }
      guard lines.count < 8, end - start <= 240 else { return nil }
      lines.append(TextSpan(start, end))
      start = end + 1
    }
    guard start < text.count, let first = lines.first else { return nil }
    let isProse = lines.contains {
      [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(text.bytes[$0.end - 1]) && $0.length > 120
    }
    if isProse { return nil }
    self.lines = lines
    self.end = start
    title = Self.value(text[first])
    outlet = lines.lazy.map { text[$0] }.compactMap(Self.outlet).first
  }

  private static func value(_ line: String) -> String {
    guard let label = labels.first(where: { line.lowercased().hasPrefix($0) }) else { return line }
    return line.dropFirst(label.count).drop(while: { $0 == " " }).description
  }

  private static func outlet(_ line: String) -> String? {
    let low = line.lowercased()
    if let label = outletLabels.first(where: { low.hasPrefix($0) }) {
      return line.dropFirst(label.count).drop(while: { $0 == " " }).description
    }
    let parts = line.split(separator: "|").map { $0.drop(while: { $0 == " " }) }
    let isByline = low.hasPrefix("by ") || low.hasPrefix("kontributor") || line.contains(where: \.isNumber)
    guard parts.count > 1, !isByline, var name = parts.first.map(String.init) else { return nil }
    while name.hasSuffix(" ") { name.removeLast() }
    return name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
  }

  private static let labels = ["judul:", "title:", "headline:"]
  private static let outletLabels = ["media:", "outlet:", "sumber:", "source:", "publisher:"]
}
