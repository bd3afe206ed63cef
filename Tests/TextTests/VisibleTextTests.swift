import Testing

@testable import Text

@Suite struct VisibleTextTests {
  @Test func showsEscapesAndOverrides() {
    #expect(VisibleText.line("a\u{1B}[2Jb\u{202E}c") == "a␛[2Jb<202e>c")
    #expect(VisibleText.line("\u{9B}31m\u{7F}\u{0}", ascii: true) == "<9b>31m<7f><00>")
  }
  @Test func lineBreaksBecomeBlanksOnALine() {
    #expect(VisibleText.line("a\r\nb\nc\td\re") == "a b c d␍e")
    #expect(VisibleText.lines("a\r\nb\nc\td\re") == "a\nb\nc\td␍e")
  }
  @Test func joinersStayInsideClusters() {
    #expect(VisibleText.line("👨‍👩‍👧") == "👨‍👩‍👧")
    #expect(VisibleText.line("N\u{200D}ATO\u{200B}") == "N<200d>ATO<200b>")
  }
  @Test func nothingInvisibleIsLeft() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = VisibleText.line("a" + String(Character(scalar)) + "b")
      let left = shown.unicodeScalars.filter {
        $0.properties.generalCategory == .control || $0.properties.isBidiControl
          || $0.properties.generalCategory == .lineSeparator || $0.properties.generalCategory == .paragraphSeparator
      }
      if !left.isEmpty { Issue.record("U+\(String(value, radix: 16)) is left as it is") }
    }
  }
}
