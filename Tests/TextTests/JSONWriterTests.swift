import Testing

@testable import Text

@Suite struct JSONWriterTests {
  @Test func writesWhatItIsTold() {
    var json = JSONWriter()
    json.object {
      $0.field("id", "a\u{2028}b")
      $0.field("n", 3)
    }
    #expect(json.string == #"{"id":"a\u2028b","n":3}"#)
  }

  @Test func whatCutsALineOrHidesIsEscaped() {
    var json = JSONWriter()
    json.value("\u{85}\u{9B}\u{7F}\u{0}\r\n\u{200B}\u{202E}\u{2029}\u{2066}\u{FEFF}é€")
    #expect(
      json.string == #""\u0085\u009b\u007f\u0000\r\n\u200b\u202e\u2029\u2066\ufeffé€""#)
  }
}
