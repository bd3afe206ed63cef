import Foundation
import TestSupport
import Testing
import Text
import Timeline

@testable import Reader

@Suite struct WordsTests {
  @Test func everyLanguageHasEveryText() throws {
    let english = try Phrasebook.texts(Checkout.resources, .english)
    let indonesian = try Phrasebook.texts(Checkout.resources, .indonesian)
    #expect(Set(english.keys) == Set(indonesian.keys))
    for (key, text) in english {
      #expect(placeholders(text) == placeholders(indonesian[key] ?? ""), "\(key)")
    }
  }

  @Test func listsAreWhole() throws {
    for language in [LanguageCode.english, .indonesian] {
      let dates = try Phrasebook(resources: Checkout.resources, language: language).dates
      #expect(dates.months.count == 12 && dates.shortMonths.count == 12)
      #expect(dates.weekdays.count == 7 && dates.shortWeekdays.count == 7)
      #expect(dates.shortWeekdays.allSatisfy { $0.count == 3 } && dates.shortMonths.allSatisfy { $0.count == 3 })
    }
  }

  @Test func everyCommandHasAName() throws {
    let english = try Phrasebook.texts(Checkout.resources, .english)
    for command in Command.allCases { #expect(english["command.\(command.rawValue)"] != nil, "\(command)") }
  }

  /// Every key that the code names in quotes stands in the table, and every row of the table is used.
  @Test func everyTextThatIsAskedForIsThere() throws {
    let english = try Phrasebook.texts(Checkout.resources, .english)
    var code = ""
    for file in Checkout.files(below: "Sources", ending: ".swift") {
      code += try String(contentsOf: file, encoding: .utf8)
    }
    let asked = code.matches(of: /(?:words|look\.words|phrases)(?:\.text\(|\[)"([a-z][A-Za-z.-]*)"/).map {
      String($0.1)
    }
    for key in asked { #expect(english[key] != nil, "\(key)") }
    // A key is named whole in quotes, or its start is and the rest is a value.
    let starts = code.matches(of: /"([a-zA-Z.-]+\.)\\\(/).map { String($0.1) }
    for key in english.keys {
      let isPlural = [".one", ".other"].contains { key.hasSuffix($0) && code.contains("\"\(key.dropLast($0.count))\"") }
      let isUsed = isPlural || code.contains("\"\(key)\"") || starts.contains { key.hasPrefix($0) }
      if !isUsed { Issue.record("\(key) is asked for nowhere") }
    }
  }

  private func placeholders(_ text: String) -> [String] {
    text.matches(of: /\{[a-z]+\}/).map { String($0.0) }.sorted()
  }
}
