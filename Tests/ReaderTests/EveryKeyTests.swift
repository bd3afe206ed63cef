import TestSupport
import Testing

@testable import Reader

/// Every key of the key table in every place where it holds, by pressing it.
@Suite struct EveryKeyTests {
  /// One key of the table in one place.
  struct Press: CustomTestStringConvertible, Sendable {
    let command: Command
    let context: KeyContext
    let key: Key
    var testDescription: String { "\(key.label) in \(context): \(command.rawValue)" }
  }

  static let presses = KeyTable.standard.bindings.flatMap { binding in
    KeyContext.allCases.filter(binding.contexts.contains).flatMap { context in
      binding.keys.map { Press(command: binding.command, context: context, key: $0) }
    }
  }

  @Test(arguments: presses) func doesWhatItIsFor(_ press: Press) throws {
    #expect(KeyTable.standard.command(for: press.key, in: press.context) == press.command, "another row has the key")
    let scenarios = KeyScenario.all.filter { $0.command == press.command && $0.contexts.contains(press.context) }
    #expect(!scenarios.isEmpty, "no scenario presses it")
    for scenario in scenarios {
      let before = try scenario.prepared(in: press.context)
      #expect(before.model.context == press.context, "\(before.screen)")
      var after = before
      try after.send(.key(press.key))
      #expect(scenario.sees(before, after), "before:\n\(before.screen)\nafter:\n\(after.screen)")
    }
  }

  @Test func everyCommandHasAKeyOrIsOfAMenu() {
    let bound = Set(KeyTable.standard.bindings.filter { !$0.keys.isEmpty }.map(\.command))
    #expect(Set(Command.allCases).subtracting(bound).isEmpty)
  }
}
