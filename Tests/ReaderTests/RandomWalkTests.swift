import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Reader

/// Keys, sizes, clicks and messages at random, from seeds.
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

  static let steps = 100_000
  private static let walks = 10

  @Test func reachesEverythingAndNeverDrawsOutside() async throws {
    let walks = try await withThrowingTaskGroup(of: [RecordedView: Int].self) { group in
      for seed in 1...Self.walks {
        group.addTask { try await Self.walk(steps: Self.steps / Self.walks, seed: UInt64(seed)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let reached = walks.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }
    let list = RecordedView.allCases.map { "\($0.rawValue) \(reached[$0] ?? 0)" }
    print("random walk, \(Self.steps) steps, times that each view was drawn: " + list.joined(separator: ", "))
    for view in RecordedView.allCases { #expect(reached[view] ?? 0 > 0, "\(view.rawValue) was not reached") }
  }

  /// Walks, and counts how often each view was drawn.
  private static func walk(steps: Int, seed: UInt64) async throws -> [RecordedView: Int] {
    var dice = Dice(state: seed)
    var reader = try ReaderDriver(
      seed % 3 == 0 ? MadeUpTimeline.long(700) : seed % 3 == 1 ? hostile : MadeUpTimeline.source)
    reader.corrections = MadeUpTimeline.corrections
    reader.model.savedFilters = [
      SavedFilter(name: "fights", text: "type:attack"), SavedFilter(name: "bad", text: "x:"),
    ]
    var last = Key.escape
    var reached: [RecordedView: Int] = [:]
    for step in 0..<steps {
      // Other tests have their turn meanwhile.
      if step % 50 == 0 { await Task.yield() }
      let isResize = try take(step: &reader, &last, &dice)
      // A screen that is new or has another size is always drawn, the others by turns.
      let view = RecordedView(reader.model)
      guard isResize || reached[view] == nil || step % 19 == 0 else { continue }
      reached[view, default: 0] += 1
      check(reader.model.grid(), "seed \(seed), step \(step), \(view)")
      reader.worldly = []
    }
    return reached
  }

  /// One thing that may happen; true where it changes the size.
  private static func take(step reader: inout ReaderDriver, _ last: inout Key, _ dice: inout Dice) throws -> Bool {
    switch Int.random(in: 0..<60, using: &dice) {
    case 0:
      let size = GridSize(rows: Int.random(in: 1...45, using: &dice), columns: Int.random(in: 1...130, using: &dice))
      try reader.send(.resized(size))
      return true
    case 1:
      let (row, column) = (Int.random(in: 0..<50, using: &dice), Int.random(in: 0..<140, using: &dice))
      let action: MouseAction = [.press, .wheelUp, .wheelDown].randomElement(using: &dice) ?? .press
      try reader.send(.mouse(action, row: row, column: column))
    case 2...4: try reader.send(.key(.escape))
    case 5: try reader.send(.failed(reader.worldly.last, Hostile.terminalAttack))
    case 6: try reader.send(.arrived(Int.random(in: 0...99, using: &dice), isStreaming: Bool.random(using: &dice)))
    // Now and then the walk goes on from some view, so that the deep ones are not left out.
    case 17 where Int.random(in: 0..<4, using: &dice) == 0:
      for _ in 0..<6 { try reader.send(.key(.escape)) }
      for keys in RecordedView.allCases.randomElement(using: &dice)?.keys ?? [] { try reader.press(keys) }
    // A key is often pressed more than once.
    case 7...16: try reader.send(.key(last))
    default:
      last = keys.randomElement(using: &dice) ?? .enter
      try reader.send(.key(last))
    }
    return false
  }

  /// Every cell is one of the screen's, nothing of it acts on a terminal, and the cursor stands inside.
  private static func check(_ grid: Grid, _ place: Comment) {
    var isWhole = true
    var acts = false
    for row in 0..<grid.size.rows {
      var width = 0
      for column in 0..<grid.size.columns {
        let cell = grid[row, column]
        width += Int(cell.width)
        acts =
          acts || cell.text?.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) } ?? false
      }
      isWhole = isWhole && width == grid.size.columns
    }
    #expect(isWhole && !acts, place)
    #expect(
      (0..<grid.size.rows).contains(grid.cursor.row) && (0..<grid.size.columns).contains(grid.cursor.column), place)
  }

  private static let keys =
    KeyTable.standard.bindings.flatMap(\.keys).filter { ![.character("Q"), .control("c")].contains($0) }
    + Array("aeiou:19.\"日\u{301}\u{202E}").map { Key.character($0) }
    + [.enter, .backspace, .left, .right, .delete, .tab]

  /// Articles by somebody who wishes ill.
  private static var hostile: MemoryTimeline {
    let texts =
      Hostile.titles + [
        Hostile.terminalAttack, String(decoding: Hostile.malformedBytes, as: UTF8.self),
        String(repeating: "endless", count: 700), String(repeating: "字 ", count: 900),
      ]
    return MemoryTimeline(
      texts.enumerated().map { number, text in
        var actor = Actor(id: ActorID(rawValue: "grp.\(text.prefix(20))"), kind: .armedGroup, name: text)
        actor.mentions = [ActorMention(span: TextSpan(0, 1), text: text + text, reason: text)]
        let day = "20\(10 + number % 30)-0\(1 + number % 9)-11"
        let dates: [EventDate] = [
          .day(day), .unknown, .days(day, nil, .after), .days(nil, day, .before),
          .days("0001-01-01", "9999-12-31", .year),
        ]
        let events = dates.enumerated().map { index, date in
          Event.sample(
            "e\(index)", "attack", text, on: date, status: EventStatus.allCases[index % 4], place: text,
            [Participant(actor.id, .subject)])
        }
        return .sample("a\(number)", title: text, outlet: text, url: text, actors: [actor], events)
      })
  }
}
