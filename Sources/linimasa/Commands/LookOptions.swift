import ArgumentParser
import CCurses
import Foundation
import Reader
import Text
import Timeline

/// How the reader looks: language, characters, colors.
struct LookOptions: ParsableArguments {
  @Option(help: "The language of the interface, en or id; none: the locale's.")
  var uiLanguage: String?
  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false
  @Option(help: "The colors: \(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme: String?
  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  /// Words, marks and characters.
  func look(_ resources: ResourceFolder, configured: String?) throws -> Look {
    let isUnicode = curses_set_locale() == 1
    let words = try Phrasebook(resources: resources, language: language(resources, configured))
    let types = try EventTypeTable(resources: resources)
    return Look(words: words, types: types, repertoire: isUnicode && !ascii ? .unicode : .ascii)
  }

  /// The colors that were asked for; none where NO_COLOR asks for none (no-color.org).
  func colors(configured: String?) throws -> Theme {
    let isColorless = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    guard let name = theme ?? configured else { return isColorless ? .mono : .dark }
    guard let theme = Theme.named(name) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no theme is called \"\(name)\"; there are \(names)")
    }
    return isColorless && theme.hasColors ? .mono : theme
  }

  /// The languages that the interface speaks.
  static func languages(_ resources: ResourceFolder) -> [String] {
    resources.names(in: "interface").compactMap { $0.hasSuffix(".tsv") ? String($0.dropLast(4)) : nil }
  }

  /// The language that was asked for, else the locale's where there are words for it, else English.
  private func language(_ resources: ResourceFolder, _ configured: String?) throws -> LanguageCode {
    let known = Self.languages(resources)
    if let uiLanguage {
      guard known.contains(uiLanguage) else {
        throw ValidationError(
          "the interface has no language \"\(uiLanguage)\"; it has \(known.joined(separator: ", "))")
      }
      return LanguageCode(rawValue: uiLanguage)
    }
    if let configured, known.contains(configured) { return LanguageCode(rawValue: configured) }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let code = String(locale.prefix { $0.isLetter })
    return LanguageCode(rawValue: known.contains(code) ? code : "en")
  }
}
