import TestSupport
import Testing
import Text
import Timeline

@testable import Reader

/// Articles of a megabyte: counted once, wrapped only where they are shown.
@Suite struct LongArticleTests {
  @Test(arguments: 1...40) func countsPlainLinesAsTheyAreWrapped(_ seed: UInt64) throws {
    var dice = RandomWalkTests.Dice(state: seed)
    let letters = Array("abcdefgh “”–…é      \t").map(String.init)
    for _ in 0..<60 {
      let width = Int.random(in: 1...30, using: &dice)
      let count = Int.random(in: 0...200, using: &dice)
      let text = (0..<count).map { _ in letters.randomElement(using: &dice) ?? "a" }.joined()
      let lines = TextFlow.lines(text.isEmpty ? [] : [Run(text)], width: width, repertoire: .unicode)
      let counted = TextFlow.plainLineCount(Array(text.utf8)[...], width: width, repertoire: .unicode)
      #expect(counted == lines.count, "\(width): \(text)")
    }
  }

  @Test func countsNoLinesOfWhatIsNotPlain() {
    for text in ["a\u{301}", "漢字", "\u{202E}x", "a\rb", "\u{1F600}"] {
      #expect(TextFlow.plainLineCount(Array(text.utf8)[...], width: 10, repertoire: .unicode) == nil, "\(text)")
    }
    #expect(TextFlow.plainLineCount(Array("é".utf8)[...], width: 10, repertoire: .ascii) == nil)
  }

  /// A page asked for in parts is the page asked for at once; a part makes no more than the stretches that it shows.
  @Test(arguments: ["\n", " "]) func isMadeInParts(_ end: String) throws {
    let sentence = "Pasukan Lor menembaki Karang pada Senin, kata juru bicara mereka kepada wartawan." + end
    let text = String(repeating: sentence, count: 12_000)
    let mention = try #require(try ReaderDriver().model.shownDetail?.mentions.first)
    var long = mention
    long.article.text = SourceText(mention.article.text.string + "\n" + text)
    let look = try ReaderDriver().model.look
    let page = ArticlePage(mention: long, look: look, current: 0)
    let layout = page.layout(width: 78)
    #expect(layout.count > 12_000)
    for first in [0, 3, layout.count / 2, layout.count - 22, layout.count + 5] {
      let shown = layout.stretches(showing: first..<first + 22)
      #expect(shown.count <= 23)
      #expect(shown.reduce(0) { $0 + layout.stretches[$1].length } <= 3 * 2048)
      let lines = page.lines(first..<first + 22, layout)
      #expect(lines.count == min(22, max(0, layout.count - first)))
      #expect(page.lines(first + 5..<first + 9, layout) == Array(lines.dropFirst(5).prefix(4)))
    }
    // Every byte stands on the line that begins at or before it.
    for offset in [0, 700_000, long.article.text.bytes.count - 1] {
      let line = page.line(of: offset, layout)
      #expect(page.lines(line..<line + 1, layout).count == 1)
      let start = page.lines(0..<line + 1, layout).last { $0.offset != nil }?.offset
      #expect(start.map { $0 <= offset } ?? false)
    }
  }

  @Test func searchMakesOnlyLinesThatMayHoldTheWords() throws {
    var long = try #require(try ReaderDriver().model.shownDetail?.mentions.first)
    let plain = String(repeating: "Semua tenang di kota dan sekitarnya pada pagi itu.\n", count: 20_000)
    long.article.text = SourceText(plain + "Sebuah jembatan rusak.\n" + plain)
    let page = ArticlePage(mention: long, look: try ReaderDriver().model.look, current: nil)
    let layout = page.layout(width: 78)
    let hit = page.line(of: plain.utf8.count, layout)
    let text = TextPage.article(page, layout)
    #expect(text.firstLine(with: ["jembat"], in: 0..<layout.count) == hit)
    #expect(text.lastLine(with: ["jembat"], in: 0..<layout.count) == hit)
    #expect(text.firstLine(with: ["jembat"], in: hit + 1..<layout.count) == nil)
    #expect(layout.stretches.count { page.mayContain(["jembat"], $0) } == 1)
  }

  @Test func theLayoutIsKeptWhileTheArticleIsShown() throws {
    var reader = try ReaderDriver()
    try reader.press("v")
    let kept = try #require(reader.model.keptLayout?.key)
    try reader.press("j", "G", "g")
    #expect(reader.model.keptLayout?.key == kept)
    #expect(reader.model.articleLayout(of: 0, width: reader.model.textArea.width - 2) != nil)
    try reader.send(.resized(GridSize(rows: 30, columns: 90)))
    #expect(reader.model.keptLayout?.key.width == 88)
  }
}
