import Text

/// Writes a list of feeds as OPML 2.0, feeds in the folders of their first tag.
public enum OPMLWriter {
  /// The document.
  public static func document(_ list: FeedList, title: String) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head><title>\(escaped(title))</title></head>
        <body>

      """
    var folders: [(name: String, entries: [FeedList.Entry])] = []
    var place: [String: Int] = [:]
    for entry in list.entries {
      let name = entry.tags.first ?? ""
      if let index = place[name] {
        folders[index].entries.append(entry)
      } else {
        place[name] = folders.count
        folders.append((name, [entry]))
      }
    }
    for folder in folders { write(folder.entries, in: folder.name.split(separator: "/").map(String.init), to: &text) }
    return text + "  </body>\n</opml>\n"
  }

  private static func write(_ entries: [FeedList.Entry], in folders: [String], to text: inout String) {
    for (depth, folder) in folders.enumerated() {
      text += indent(depth) + "<outline text=\"\(escaped(folder))\">\n"
    }
    for entry in entries {
      let title = escaped(entry.title ?? entry.url)
      text +=
        indent(folders.count)
        + "<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\" xmlUrl=\"\(escaped(entry.url))\""
      if entry.tags.count > 1 { text += " category=\"\(escaped(entry.tags.map { "/\($0)" }.joined(separator: ",")))\"" }
      text += "/>\n"
    }
    for depth in folders.indices.reversed() { text += indent(depth) + "</outline>\n" }
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth + 2) }

  /// Characters of XML 1.0 alone (section 2.2), the marks of markup as references.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": result.append(" ")
      case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
