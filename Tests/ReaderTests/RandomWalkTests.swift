import TestSupport
import Testing
import Timeline

@testable import Reader

/// Keys and sizes at random, from a seed that is printed.
@Suite struct RandomWalkTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      // SplitMix64.
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  @Test(arguments: 1...10) func neverTrapsAndNeverDrawsOutside(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let keys =
      KeyTable.standard.bindings.flatMap(\.keys).filter { ![.character("Q"), .control("c")].contains($0) }
      + Array("aeiou:19.\"日\u{301}").map { Key.character($0) } + [.enter, .backspace, .left, .right, .delete]
    var reader = try ReaderDriver(seed % 2 == 0 ? MadeUpTimeline.source : MadeUpTimeline.long(700))
    for step in 0..<10_000 {
      switch Int.random(in: 0..<60, using: &dice) {
      case 0:
        let size = GridSize(
          rows: Int.random(in: 1...45, using: &dice), columns: Int.random(in: 1...130, using: &dice))
        try reader.send(.resized(size))
      case 1:
        let (row, column) = (Int.random(in: 0..<50, using: &dice), Int.random(in: 0..<140, using: &dice))
        try reader.send(
          .mouse([.press, .wheelUp, .wheelDown].randomElement(using: &dice) ?? .press, row: row, column: column))
      default: try reader.send(.key(keys.randomElement(using: &dice) ?? .enter))
      }
      guard step % 29 == 0 else { continue }
      let grid = reader.model.grid()
      let isSound = (0..<grid.size.rows).allSatisfy { row in
        (0..<grid.size.columns).reduce(0) { $0 + Int(grid[row, $1].width) } == grid.size.columns
      }
      #expect(isSound, "seed \(seed), step \(step)")
      #expect((0..<grid.size.rows).contains(grid.cursor.row) && (0..<grid.size.columns).contains(grid.cursor.column))
    }
  }
}
