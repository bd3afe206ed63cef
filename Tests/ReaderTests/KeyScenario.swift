import Temporal
import TestSupport
import Timeline

@testable import Reader

/// What a command does in a place, as a test can see it: keys that lead there, and what must be so after its key and not
/// before.
struct KeyScenario: Sendable {
  let command: Command
  let contexts: Set<KeyContext>
  /// Keys after those that lead to the context.
  let setup: [String]
  /// Whether the reader after the key shows what the key is for, given the reader before it.
  let sees: @Sendable (_ before: ReaderDriver, _ after: ReaderDriver) -> Bool

  /// Anything that is seen by comparing.
  static func turns(
    _ command: Command, in contexts: Set<KeyContext> = [.timeline], after setup: String...,
    sees: @escaping @Sendable (_ before: ReaderDriver, _ after: ReaderDriver) -> Bool
  ) -> KeyScenario {
    KeyScenario(command, contexts, setup, sees)
  }

  /// Words that the key brings on the screen.
  static func shows(
    _ words: String, _ command: Command, in contexts: Set<KeyContext> = [.timeline], after setup: String...
  ) -> KeyScenario {
    KeyScenario(command, contexts, setup) { !$0.screen.contains(words) && $1.screen.contains(words) }
  }

  /// An effect on the world that the key asks for.
  static func asks(
    _ command: Command, in contexts: Set<KeyContext> = [.timeline], after setup: String...,
    for isWanted: @escaping @Sendable (Effect) -> Bool
  ) -> KeyScenario {
    KeyScenario(command, contexts, setup) { $1.worldly.dropFirst($0.worldly.count).contains(where: isWanted) }
  }

  /// A summary that the key selects.
  static func selects(_ summary: String, _ command: Command, after setup: String...) -> KeyScenario {
    KeyScenario(command, [.timeline], setup) { $0.selected != summary && $1.selected == summary }
  }

  private init(
    _ command: Command, _ contexts: Set<KeyContext>, _ setup: [String],
    _ sees: @escaping @Sendable (ReaderDriver, ReaderDriver) -> Bool
  ) {
    (self.command, self.contexts, self.setup, self.sees) = (command, contexts, setup, sees)
  }

  /// The reader just before the key.
  func prepared(in context: KeyContext) throws -> ReaderDriver {
    var reader = try ReaderDriver(rows: 10)
    reader.corrections = MadeUpTimeline.corrections
    try reader.send(.arrived(1, isStreaming: false))
    for keys in Self.way(to: context) + setup { try reader.press(keys) }
    return reader
  }

  /// The keys that lead from the timeline's start to a place.
  private static func way(to context: KeyContext) -> [String] {
    switch context {
    case .timeline: []
    case .text: ["j", "j", "Enter"]
    case .actors: ["I"]
    case .lanes: ["L"]
    case .histogram: ["i"]
    case .edit: ["="]
    case .copy: ["y"]
    case .history: ["H"]
    // A palette takes letters as letters; the formats of an export do not.
    case .choice: ["e"]
    }
  }
}

extension ReaderDriver {
  /// How far down the timeline or the screen on top one stands.
  var depth: Int {
    switch model.screens.last {
    case nil: model.window.position
    case .histogram(let state)?: Int(state.selected.day.number) * 32 + state.selected.hour
    case let screen?: screen.cursor?.index ?? screen.scroll
    }
  }
}
