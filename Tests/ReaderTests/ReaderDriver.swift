import TestSupport
import Text
import Timeline

@testable import Reader

/// A reader with real keys, a real timeline and no terminal: every effect is answered at once.
struct ReaderDriver {
  var model: Model
  let source: any TimelineSource
  /// Effects that no timeline answers, in order.
  var worldly: [Effect] = []
  /// What was corrected.
  var corrections: [CorrectionLine] = []

  init(
    _ source: any TimelineSource = MadeUpTimeline.source, rows: Int = 24, columns: Int = 80,
    repertoire: Repertoire = .unicode, language: LanguageCode = .english, query: TimelineQuery = .everything,
    title: String = "made-up war"
  ) throws {
    let look = Look(
      words: try Phrasebook(resources: Checkout.resources, language: language),
      types: try EventTypeTable(resources: Checkout.resources), repertoire: repertoire)
    model = Model(look: look, title: title, query: query, size: GridSize(rows: rows, columns: columns))
    self.source = source
    try run(model.start())
  }

  /// Presses keys one after the other: `"j"`, `"Enter"`, or text of several characters.
  mutating func press(_ labels: String...) throws {
    for label in labels {
      if let key = Key(label: label) {
        try send(.key(key))
      } else {
        for character in label { try send(.key(.character(character))) }
      }
    }
  }

  /// Hands a message to the reader and answers what it asks for.
  mutating func send(_ message: Message) throws { try run(model.update(message)) }

  private mutating func run(_ effects: [Effect]) throws {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      let history = effect == .history && !corrections.isEmpty ? Message.history(corrections) : nil
      if let answer = try history ?? effect.answer(from: source) {
        waiting += model.update(answer)
      } else {
        worldly.append(effect)
      }
    }
  }

  var screen: String { model.grid().text }
  var selected: String? { model.selection?.summary }
}
