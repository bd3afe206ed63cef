import Foundation
import Reader
import TestSupport
import Testing
import Timeline

@testable import linimasa

@Suite struct SettingsTests {
  /// The example of the README: every entry is there, every one is taken, and nothing is said against it.
  @Test func theReadmesExampleIsTakenWhole() throws {
    let parts = ReadmeTests.readme.components(separatedBy: "<!-- config -->\n```toml\n")
    try #require(parts.count == 2)
    let text = parts[1].components(separatedBy: "\n```")[0]
    var settings = Settings(text: text, name: "config.toml")
    let types = try EventTypeTable(resources: Checkout.resources).entries.map(\.type)
    settings.check(types: types, languages: ["en", "id"])
    #expect(settings.complaints.isEmpty, "\(settings.complaints)")
    #expect(settings.theme == "light")
    #expect(settings.language == "id")
    #expect(settings.usesMouse == false)
    #expect(settings.author == "Ratna")
    #expect(settings.clipboard == "wl-copy")
    #expect(settings.opener == "firefox")
    #expect(settings.columns == [.type, .place, .confidence, .sources])
    #expect(settings.keys.command(for: .function(5), in: .timeline) == .nextDay)
    #expect(settings.keys.command(for: .character("]"), in: .timeline) == .nextDay)
    #expect(settings.keys.command(for: .control("w"), in: .timeline) == .why)
    #expect(settings.keys.command(for: .character("w"), in: .timeline) == nil)
    #expect(settings.savedFilters.map(\.name) == ["front", "talks"])
    // No setting is missing from the example.
    let unknown = Settings(text: "x = 1", name: "c").complaints[0]
    let names = unknown.components(separatedBy: "there are ")[1].components(separatedBy: ", ")
    for name in names {
      #expect(text.contains("\n\(name) = ") || text.contains("[\(name)]") || text.hasPrefix("\(name) ="))
    }
  }

  @Test(arguments: [
    ("theme = \"purple\"", "c:1: theme: no such theme; there are default, light, mono, high-contrast"),
    ("theme = 3", "c:1: theme: no such theme; there are default, light, mono, high-contrast"),
    ("# theme\n\nmouse = 1", "c:3: mouse: true or false is wanted"),
    ("colour = 1", "c:1: colour: no such setting; there are theme,"),
    ("keys = 3", "c:1: keys: a table is wanted: [keys]"),
    ("[filters]\nfly = \"x\"\n[keys]\nfly = \"y\"", "c:4: fly: no command is called so"),
    ("[keys]\nwhy = \"Hyper-W\"", "c:2: why: keys are written"),
    ("keys.why = []", "c:1: why: keys are written"),
    ("[filters]\nfront = 3", "c:2: front: a filter in quotes is wanted"),
    ("[filters]\n\n\"a b\" = \"type:atack\"", "c:3: a b: "),
    ("columns = [\"type\", \"weather\"]", "c:1: columns: columns are written [\"type\"]; there are type, actor"),
    ("clipboard = true", "c:1: clipboard: a string is wanted"),
    ("opener = 1", "c:1: opener: a string is wanted"), ("name = 1", "c:1: name: a string is wanted"),
    ("ui-language = \"tlh\"", "c:1: ui-language: the interface has no such language; it has en, id"),
    ("mouse = = 1", "c:1: "), ("ui-language = \"id", "c:1: "),
    ("[é]\nmouse = false", "c:1: the name of a table is wanted"),
  ])
  func aWrongEntryIsNamedAndTheRestIsUsed(_ wrong: String, _ complaint: String) throws {
    let types = try EventTypeTable(resources: Checkout.resources).entries.map(\.type)
    let isTable = wrong.hasPrefix("[")
    let rest = "ui-language = \"en\"\n"
    // Beside the wrong entry one that is right: before a table, else after it, where the line numbers do not change.
    for text in isTable ? [wrong + "\n"] : [wrong + "\n", wrong + "\n" + (wrong.contains("language") ? "" : rest)] {
      var settings = Settings(text: text, name: "c")
      settings.check(types: types, languages: ["en", "id"])
      #expect(settings.complaints.count == 1, "\(settings.complaints)")
      #expect(settings.complaints.first?.hasPrefix(complaint) ?? false, "\(settings.complaints)")
      if text.hasSuffix(rest) { #expect(settings.language == "en") }
    }
  }

  @Test func everyWrongEntryIsNamed() {
    let text = "theme = 1\nmouse = false\n= 3\n[keys]\nfly = \"a\"\nswim = \"b\"\nquit = \"X\"\n"
    let settings = Settings(text: text, name: "c")
    #expect(settings.complaints.count == 4, "\(settings.complaints)")
    #expect(!settings.usesMouse)
    #expect(settings.keys.command(for: .character("X"), in: .timeline) == .quit)
  }

  @Test func whatABrokenHeaderLosesIsNamed() {
    let settings = Settings(text: "mouse = false\n[keys\nwhy = \"x\"\n", name: "c")
    #expect(settings.complaints.count == 2)
    #expect(settings.complaints[0].hasPrefix("c:2: ") && settings.complaints[1].hasPrefix("c:3: why: no such setting"))
    #expect(!settings.usesMouse)
  }

  @Test func nothingTrapsOnAnyBytes() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "[keys]", "=", "\"", "'", "\n", "theme", "[", "]", "{", "}", ",", "\u{0}", "é", "#", "1e999", "\\u", ".", " ",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      _ = Settings(text: text.joined(), name: "c")
    }
  }
}
