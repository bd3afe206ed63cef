import Extraction
import Temporal
import TestSupport
import Testing
import Text

/// Pages that are made to do harm, or broken beyond sense: time and memory stay in proportion, nothing traps.
@Suite(.timeLimit(.minutes(1))) struct HostilePageTests {
  private func text(_ html: String) throws -> String? {
    try PageTests.reader.get().article(Array(html.utf8), name: "page").map { $0.text[$0.body] }
  }

  private static let sentence = "Tentara merebut kota Goma pada hari Senin setelah pertempuran selama dua hari di sana."

  /// Half a megabyte of each: a reader whose time grows with the square of them would not end.
  @Test(arguments: [
    ("<", ""), ("<a ", ""), ("<a b=\"", ""), ("<a b='>", ""), ("<a b=\"c\"d", ""), ("<!--", ""), ("<![CDATA[", ""),
    ("<!", ""), ("<?", ""), ("&", ""), ("&#", ""), ("&lt", ""), ("<title>", ""), ("<script>", ""), ("</script", ""),
    ("<style><", ""), ("<div>", ""), ("</div>", ""), ("<p>", ""), ("<li>", ""), ("<table><tr><td>", ""),
    ("<article><h1>x</h1>", ""), ("<div>", "</div>"), ("<a><div>", "</div></a>"), ("<b>", "</b>"),
    ("<p class=\"related share\">", "</p>"), ("<svg>", ""), ("<time datetime=2024-10-28>", ""),
    ("<p>Satu kalimat yang berulang lagi dan lagi di halaman yang sama ini. ", ""),
    ("<script type=\"application/ld+json\">{\"a\":", "}</script>"), ("<meta name=date content=x>", ""),
  ])
  func timeGrowsWithTheBytes(_ open: String, _ close: String) throws {
    let count = 500_000 / (open.utf8.count + close.utf8.count)
    let middle = String(repeating: open, count: count) + String(repeating: close, count: close.isEmpty ? 0 : count)
    _ = try text("<html><body>\(middle)<p>\(Self.sentence)</p></body></html>")
    _ = try text("<html \(middle)><body><p>\(Self.sentence)</p></body></html>")
    _ = try text("<html><head><script type=\"application/ld+json\">\(middle)</script></head><body></body></html>")
  }

  @Test func depthAndAttributesHideNoText() throws {
    let deep = String(repeating: "<div>", count: 200_000)
    #expect(try text("<html><body>\(deep)<p>\(Self.sentence)</p>") == Self.sentence)
    let attributes = (0..<200_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    #expect(try text("<html><body><div \(attributes)><p>\(Self.sentence)</p></div>") == Self.sentence)
    #expect(
      try text("<html><body><div data-x=\"<p>&lt;\(attributes.filter { $0 != "\"" })\"><p>\(Self.sentence)</p>")
        == Self.sentence)
  }

  @Test func whatIsNeverClosedHidesNoText() throws {
    for tag in ["script", "style", "title", "textarea", "iframe"] {
      #expect(try text("<html><body><\(tag)><p>\(Self.sentence)</p>")?.contains(Self.sentence) == true, "\(tag)")
    }
    #expect(try text("<html><head><title>x</title><p>\(Self.sentence)</p>") == Self.sentence)
  }

  @Test func endsAtEveryByte() throws {
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8"><script type="application/ld+json">{"@type":"NewsArticle",
      "datePublished":"2024-10-28"}</script></head><body class='a'><!-- x --><p>\(Self.sentence)</p><table><tr><td>1</table></body>
      """
    let bytes = Array(page.utf8)
    for end in bytes.indices { _ = try PageTests.reader.get().article(Array(bytes[..<end]), name: "page") }
  }

  @Test func controlCharactersAreNoText() throws {
    let page = "<html><body><h1>Go\u{1B}[31mma&#27;&#x9b;</h1><p>\(Self.sentence)\u{7F}\u{1}</p></body>"
    let article = try #require(try PageTests.reader.get().article(Array(page.utf8), name: "page"))
    let all = (article.title ?? "") + article.text[article.body]
    #expect(!all.unicodeScalars.contains { $0.value < 32 && $0.value != 10 || $0.value == 127 })
  }
}
