import TestSupport
import Testing
import Timeline

@testable import Reader

/// What is written to a terminal, read by one.
@Suite struct ScreenWriterTests {
  /// A terminal with nothing but what every reader needs.
  static let poor = TerminalStrings(clear: Array("\u{1B}[H\u{1B}[2J".utf8)) { sequence("\($0 + 1);\($1 + 1)H") }

  /// One that can do what is made use of.
  static var rich: TerminalStrings {
    var strings = poor
    strings.right = { sequence("\($0)C") }
    strings.erase = { sequence("\($0)X") }
    strings.region = { sequence("\($0 + 1);\($1 + 1)r") }
    strings.color = { sequence("38;5;\($0)m") }
    strings.clearToEnd = sequence("K")
    strings.scrollUp = [10]
    strings.scrollDown = Array("\u{1B}M".utf8)
    (strings.plain, strings.bold, strings.dim) = (sequence("m"), sequence("1m"), sequence("2m"))
    (strings.underline, strings.reverse) = (sequence("4m"), sequence("7m"))
    strings.colorCount = 256
    return strings
  }

  static func sequence(_ text: String) -> [UInt8] { Array("\u{1B}[\(text)".utf8) }

  /// A screen that is changed step by step looks as one that is drawn at once.
  @Test(arguments: [true, false], 1...2) func changesLookLikeTheWhole(_ isRich: Bool, _ seed: UInt64) throws {
    var dice = RandomWalkTests.Dice(state: seed)
    let strings = isRich ? Self.rich : Self.poor
    let keys = KeyTable.standard.bindings.flatMap(\.keys).filter { ![.character("Q"), .control("c")].contains($0) }
    let (rows, columns) = seed % 2 == 0 ? (24, 80) : (30, 120)
    var reader = try ReaderDriver(MadeUpTimeline.long(700), rows: rows, columns: columns)
    var writer = ScreenWriter(strings, theme: .dark)
    let emulator = ScreenEmulator(rows: rows, columns: columns)
    for step in 0..<400 {
      let moves: [Key] = [.character("j"), .character("k"), .pageDown, .pageUp, .character("}")]
      let isMove = Int.random(in: 0..<3, using: &dice) > 0
      try reader.send(.key((isMove ? moves : keys).randomElement(using: &dice) ?? .enter))
      let grid = reader.model.grid()
      emulator.write(writer.bytes(showing: grid))
      #expect(emulator.text == grid.text, "seed \(seed), step \(step)")
      guard step % 10 == 0 else { continue }
      let whole = ScreenEmulator(rows: rows, columns: columns)
      var once = ScreenWriter(strings, theme: .dark)
      whole.write(once.bytes(showing: grid))
      for row in 0..<rows { #expect(emulator.looks(row) == whole.looks(row), "seed \(seed), step \(step), row \(row)") }
    }
  }

  @Test func sameScreenIsNotWrittenAgain() throws {
    let reader = try ReaderDriver()
    var writer = ScreenWriter(Self.rich, theme: .dark)
    #expect(!writer.bytes(showing: reader.model.grid()).isEmpty)
    #expect(writer.bytes(showing: reader.model.grid()).isEmpty)
    writer.forget()
    #expect(!writer.bytes(showing: reader.model.grid()).isEmpty)
  }

  @Test func aLineDownIsFewBytes() throws {
    var reader = try ReaderDriver(MadeUpTimeline.long(700))
    var writer = ScreenWriter(Self.rich, theme: .dark)
    _ = writer.bytes(showing: reader.model.grid())
    var counts: [Int] = []
    for _ in 0..<40 {
      try reader.press("j")
      counts.append(writer.bytes(showing: reader.model.grid()).count)
    }
    #expect(counts.sorted()[20] <= 460, "\(counts)")
  }

  @Test func rowsThatMoveAreScrolled() {
    func grid(_ lines: [String]) -> Grid {
      var grid = Grid(GridSize(rows: lines.count, columns: 40))
      for (row, line) in lines.enumerated() { grid.put(line, in: grid.area.line(row)) }
      return grid
    }
    let lines = (0..<12).map { "row \($0) with words of its own \($0 * 37)" }
    for (before, after) in [(0..<10, 1..<11), (2..<12, 0..<10)] {
      let emulator = ScreenEmulator(rows: 12, columns: 40)
      var writer = ScreenWriter(Self.rich, theme: .mono)
      emulator.write(writer.bytes(showing: grid(["head"] + lines[before] + ["foot"])))
      let bytes = writer.bytes(showing: grid(["head"] + lines[after] + ["foot"]))
      emulator.write(bytes)
      #expect(emulator.text == grid(["head"] + lines[after] + ["foot"]).text)
      #expect(bytes.count < 120)
    }
  }

  @Test func linksAreWrittenAroundTheirText() {
    var grid = Grid(GridSize(rows: 2, columns: 30))
    grid.put("see example.org/a here", in: grid.area.line(0))
    grid.put("example.org/a", in: grid.area.line(1), style: Style(.link))
    var writer = ScreenWriter(Self.rich, theme: .dark)
    _ = writer.bytes(showing: grid)
    let linked = String(decoding: writer.bytes(showing: grid, link: "https://example.org/a"), as: UTF8.self)
    #expect(linked.contains("\u{1B}]8;id=source;https://example.org/a\u{1B}\\"))
    #expect(linked.contains("example.org/a\u{1B}]8;;\u{1B}\\"))
  }
}
