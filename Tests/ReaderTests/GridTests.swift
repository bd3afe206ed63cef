import TestSupport
import Testing

@testable import Reader

@Suite struct GridTests {
  private func line(_ text: String, columns: Int = 20, repertoire: Repertoire = .unicode) -> String {
    var grid = Grid(GridSize(rows: 1, columns: columns), repertoire: repertoire)
    grid.put(text, in: grid.area)
    return grid.text
  }

  @Test(arguments: [
    ("a\u{1B}[2Jb\u{202E}c", "a␛[2Jb<202e>c"), ("tab\tand\nline", "tab and line"), ("\u{9B}31m", "<9b>31m"),
    ("zero\u{200B}width", "zero<200b>width"),
  ])
  func makesHostileTextVisible(_ text: String, _ shown: String) {
    #expect(line(text) == shown)
  }

  @Test func measuresByCluster() {
    let grid = Grid(GridSize(rows: 1, columns: 1))
    #expect(grid.width(of: "é") == 1)
    #expect(grid.width(of: "e\u{301}\u{302}") == 1)
    #expect(grid.width(of: "日本") == 4)
    #expect(grid.width(of: "👨‍👩‍👧") == 2)
    #expect(grid.width(of: "❤\u{FE0F}") == 1)
    #expect(grid.width(of: "🇮🇩") == 2)
  }

  @Test func aWideCharacterNeverStraddlesTheEdge() {
    #expect(line("abc日", columns: 4) == "abc…")
    #expect(line("ab日", columns: 4) == "ab日")
    #expect(line("日日日", columns: 4) == "日…")
  }

  @Test func cuttingAWideCharacterLeavesNoHalf() {
    var grid = Grid(GridSize(rows: 1, columns: 4))
    grid.put("日本", in: grid.area)
    grid.put("x", in: grid.area, at: 1)
    #expect(grid.text == " x本")
  }

  @Test func asciiTerminalsGetASCII() {
    #expect(line("Türkiye – “x” …", repertoire: .ascii) == "Turkiye - \"x\" ~")
  }

  @Test(arguments: Hostile.titles) func nothingIsDrawnOutsideItsArea(_ title: String) {
    var grid = Grid(GridSize(rows: 3, columns: 12))
    let area = Area(row: 1, column: 3, height: 1, width: 5)
    grid.put(title + title, in: area)
    for row in 0..<3 {
      for column in 0..<12 where row != 1 || !(3..<8).contains(column) { #expect(grid[row, column] == .blank) }
    }
  }

  @Test func aMegabyteOfTitleIsCut() {
    #expect(line(String(repeating: "é", count: 1 << 20), columns: 4) == "ééé…")
    #expect(line("a" + String(repeating: "\u{301}", count: 1 << 20), columns: 4).unicodeScalars.count == 5)
  }

  @Test func whatWasSearchedForIsMarkedWhereAWordBeginsWithIt() {
    var grid = Grid(GridSize(rows: 2, columns: 20))
    grid.put("Gencatan di Türkiye", in: grid.area.line(0))
    grid.put("upgencat 東京 turki", in: grid.area.line(1))
    grid.markMatches(["gencat", "turk"], in: grid.area)
    func marked(_ row: Int) -> String {
      String((0..<20).compactMap { grid[row, $0].style.isMatch ? grid[row, $0].text : nil })
    }
    #expect(marked(0) == "GencatTürk")
    #expect(marked(1) == "turk")
  }
}
