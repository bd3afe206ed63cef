import Text

/// Writes a text with inline TIMEX3 tags (TimeML 1.2.1), as an XML document that any parser accepts.
public enum TimeML {
  /// The document: a `DCT`, then the text with its expressions tagged.
  public static func document(_ text: SourceText, _ found: DatedText) -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n"
    if let day = found.published {
      out +=
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\(day)\" functionInDocument=\"CREATION_TIME\">\(day)</TIMEX3></DCT>\n"
    }
    out += "<TEXT>"
    var position = 0
    for (index, timex) in found.timexes.enumerated() where timex.span.start >= position {
      out += escape(text[TextSpan(position, timex.span.start)])
      out += "<TIMEX3 tid=\"t\(index + 1)\" type=\"\(timex.type.rawValue)\" value=\"\(escape(timex.value))\""
      if let mod = timex.mod { out += " mod=\"\(mod.rawValue)\"" }
      out += ">" + escape(text[timex.span]) + "</TIMEX3>"
      position = timex.span.end
    }
    return out + escape(text[TextSpan(position, text.count)]) + "</TEXT>\n</TimeML>\n"
  }

  /// Markup escaped; characters that XML 1.0 does not allow (section 2.2) become U+FFFD.
  static func escape(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "\r": out += "&#13;"
      case "\t", "\n": out.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        out.unicodeScalars.append("\u{FFFD}")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
