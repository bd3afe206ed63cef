import Foundation
import Temporal
import TestSupport
import Testing
import Text

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The TimeML document as an XML parser reads it.
@Suite struct TimeMLTests {
  /// Texts that try to break out of the document.
  static let hostile = [
    "Rapat <b>Kamis</b> & kemarin, \"Senin (28/10/2024)\"",
    "]]> Senin (28/10/2024) ]]>", "<![CDATA[ Senin (28/10/2024) ]]>", "<!-- Senin (28/10/2024) -- > --",
    "<?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY a \"b\">]> &a; Senin (28/10/2024)",
    "</TIMEX3></TEXT></TimeML> Senin (28/10/2024)", "\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{85}\u{9B} Senin\u{0}",
    "Senin\r\n(28/10/2024)\r Selasa\n", "\u{FFFE}\u{FFFF}\u{FEFF} Senin (28/10/2024) \u{202E}\u{2028}",
    "\u{1F4A5} Senin (28/10/2024) \u{10FFFF}", "tid=\"t1\" value='x' &amp; &#0; &#xD800; Senin (28/10/2024)",
    // The pieces of a torn date stand behind other dates.
    "Juru bicara menjawab Selasa (5/) lewat surat pada Rabu 11/2024) dan Kamis (24/2019). 10/2024) < 3",
    "Ia bicara Selasa (5/) di kota itu. 11/2024) Rabu & Kamis.", "", "\n", "<", "&",
  ]

  @Test(arguments: hostile)
  func hostileTextStaysText(_ text: String) throws { try check(SourceText(text)) }

  @Test func malformedBytesStayText() throws {
    for bytes: [UInt8] in [[0xFF, 0xFE, 60, 0xC3], [0xED, 0xA0, 0x80, 38], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF]] {
      try check(SourceText(repairing: bytes + Array(" Senin (28/10/2024) ".utf8) + bytes))
    }
  }

  @Test(arguments: ["id", "en"])
  func mutatedCorporaStayWellFormed(_ language: String) throws {
    var random = Mutation(seed: 42)
    for line in try MarkedText.lines(language) {
      try check(SourceText(repairing: random.mutate(Array(line.text.utf8) + Array("<&]]>".utf8))), language)
    }
  }

  /// The document parses, its text is the source, and its tags are the expressions in their order.
  private func check(_ text: SourceText, _ language: String = "id") throws {
    let found = try Dates.reader.get().read(
      text, published: CivilDay(iso: "2024-10-28"), language: LanguageCode(rawValue: language))
    let document = TimeML.document(text, found)
    let reader = TimeMLReader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(document)")
    let legal = String(String.UnicodeScalarView(text.string.unicodeScalars.map(Self.legal)))
    #expect(reader.text == legal)
    #expect(reader.values == found.timexes.map(\.value))
    #expect(
      reader.words
        == found.timexes.map { timex in
          String(String.UnicodeScalarView(text[timex.span].unicodeScalars.map(Self.legal)))
        })
    #expect(Set(reader.ids).count == reader.ids.count)
  }

  /// A character as XML 1.0 can hold it (section 2.2).
  private static func legal(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 9, 10, 13, 0x20...0xFFFD, 0x10000...: scalar
    default: "\u{FFFD}"
    }
  }
}

/// Collects the text below `TEXT`, and value and words of each `TIMEX3` in it.
private final class TimeMLReader: NSObject, XMLParserDelegate {
  var text = ""
  var values: [String] = []
  var words: [String] = []
  var ids: [String] = []
  private var isInText = false
  private var isInTimex = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    if name == "TEXT" { isInText = true }
    guard name == "TIMEX3" else { return }
    ids.append(attributes["tid"] ?? "")
    guard isInText else { return }
    isInTimex = true
    values.append(attributes["value"] ?? "")
    words.append("")
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "TEXT" { isInText = false }
    if name == "TIMEX3" { isInTimex = false }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard isInText else { return }
    text.unicodeScalars += string.unicodeScalars
    if isInTimex, !words.isEmpty { words[words.count - 1].unicodeScalars += string.unicodeScalars }
  }
}
