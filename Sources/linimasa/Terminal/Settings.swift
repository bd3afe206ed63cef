import Foundation
import Reader
import TOMLKit
import Timeline

/// What the user has set in `$XDG_CONFIG_HOME/linimasa/config.toml`. A wrong entry is named with its line and the reason,
/// and the rest is used.
///
/// ```toml
/// theme = "light"
/// columns = ["type", "place", "sources"]
/// [keys]
/// next-day = ["]", "F5"]
/// [filters]
/// front = 'actor:"Coastal Army" type:attack'
/// ```
struct Settings {
  /// The theme's name.
  var theme: String?
  /// The language of the interface.
  var language: String?
  /// Whether the mouse is listened to.
  var usesMouse = true
  /// The name under which corrections are kept.
  var author: String?
  /// Where copied text goes: `terminal`, `none`, or a command that is given it.
  var clipboard: String?
  /// What opens addresses; `xdg-open` where nothing is said.
  var opener: String?
  /// The columns of the list.
  var columns = ListColumn.standard
  /// The keys.
  var keys = KeyTable.standard
  /// Filters with names, in order of name.
  var savedFilters: [SavedFilter] = []
  /// What is wrong in the file, a line each.
  var complaints: [String] = []
  private var lines: [Substring] = []
  private var name = ""

  /// Where the file lies (XDG Base Directory Specification).
  static var path: String {
    let environment = ProcessInfo.processInfo.environment
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return "\(folder ?? "\(environment["HOME"] ?? ".")/.config")/linimasa/config.toml"
  }

  /// The settings of the file; the usual ones where there is none.
  init(path: String = Settings.path) {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    self.init(text: String(decoding: data, as: UTF8.self), name: path)
  }

  /// The settings of a text.
  init(text: String, name: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.name = name
    guard let table = readableTable() else { return }
    for key in table.keys.sorted() {
      guard let value = table[key] else { continue }
      if let message = take(key, value) { complain(key, in: nil, message) }
    }
  }

  /// The table without the lines that are no TOML, which are named.
  private mutating func readableTable() -> TOMLTable? {
    for index in lines.indices where !Self.isHeaderSound(lines[index]) {
      complaints.append("\(name):\(index + 1): the name of a table is wanted, such as [keys]")
      lines[index] = ""
    }
    // Each time one line goes.
    for _ in 0...lines.count {
      do {
        return try TOMLTable(string: lines.joined(separator: "\n"))
      } catch let error as TOMLParseError {
        // An entry that is not finished is noticed at the start of the next line.
        var index = min(max(0, error.source.begin.line - 1), lines.count - 1)
        while index > 0, lines[index].allSatisfy(\.isWhitespace) { index -= 1 }
        complaints.append("\(name):\(index + 1): \(error.description)")
        if lines[index].isEmpty { return nil }
        lines[index] = ""
      } catch {
        complaints.append("\(name): \(error)")
        return nil
      }
    }
    return nil
  }

  /// Whether a line that begins a table names one. The parser stops the program on one that does not, where it checks
  /// itself.
  private static func isHeaderSound(_ line: Substring) -> Bool {
    let rest = line.drop { $0 == " " || $0 == "\t" }
    guard rest.hasPrefix("[") else { return true }
    let first = rest.drop { $0 == "[" || $0 == " " || $0 == "\t" }.unicodeScalars.first
    return first.map { $0.properties.isAlphabetic && $0.isASCII || "0123456789_-\"'".unicodeScalars.contains($0) }
      ?? false
  }

  /// Names what can only be judged with the program's tables, and leaves it out: filters that cannot be read, a language
  /// that the interface does not speak.
  mutating func check(types: [EventType], languages: [String]) {
    if let language, !languages.contains(language) {
      complain(
        "ui-language", in: nil, "the interface has no such language; it has \(languages.joined(separator: ", "))")
      self.language = nil
    }
    for filter in savedFilters {
      do throws(QueryError) {
        _ = try TimelineQuery(parsing: filter.text, types: types)
      } catch {
        complain(filter.name, in: "filters", error.message)
        savedFilters.removeAll { $0.name == filter.name }
      }
    }
  }

  /// Notes what is wrong with an entry, with its line.
  private mutating func complain(_ entry: String, in section: String?, _ message: String) {
    let line = line(of: entry, in: section).map { "\($0)" } ?? "?"
    complaints.append("\(name):\(line): \(entry): \(message)")
  }

  /// The line, from 1 on, on which an entry of a table stands, written `entry =` below `[section]` or `section.entry =`.
  private func line(of entry: String, in section: String?) -> Int? {
    var current: String?
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }.filter { !" \t\r\"'".contains($0) }
      if words.hasPrefix("[") {
        current = String(words.dropFirst().prefix { $0 != "]" })
        if current == entry, section == nil { return index + 1 }
        continue
      }
      let left = String(words.prefix { $0 != "=" })
      let wanted = entry.filter { !" \t\"'".contains($0) }
      if current == section, left == wanted { return index + 1 }
      if current == nil, let section, left == "\(section).\(wanted)" || words.hasPrefix("\(section)={") {
        return index + 1
      }
    }
    return nil
  }

  /// Takes in one entry; what is wrong with it, where anything is.
  private mutating func take(_ key: String, _ value: any TOMLValueConvertible) -> String? {
    switch key {
    case "theme":
      theme = value.string.flatMap { Theme.named($0)?.name }
      return theme == nil ? ("no such theme; there are \(Theme.all.map(\.name).joined(separator: ", "))") : nil
    case "ui-language":
      language = value.string
      return language == nil ? "a string is wanted, \"en\" or \"id\"" : nil
    case "mouse":
      usesMouse = value.bool ?? true
      return value.bool == nil ? "true or false is wanted" : nil
    case "name":
      author = value.string
      return author == nil ? "a string is wanted, the name under which corrections are kept" : nil
    case "clipboard":
      clipboard = value.string
      return clipboard == nil ? "a string is wanted: \"terminal\", \"none\" or a command" : nil
    case "opener":
      opener = value.string
      return opener == nil ? "a string is wanted, the program that opens addresses" : nil
    case "columns": return takeColumns(value)
    case "keys":
      guard let table = value.table else { return "a table is wanted: [keys]" }
      takeKeys(table)
      return nil
    case "filters":
      guard let table = value.table else { return "a table is wanted: [filters]" }
      takeFilters(table)
      return nil
    default:
      return "no such setting; there are theme, ui-language, columns, mouse, name, clipboard, opener, keys, filters"
    }
  }

  private mutating func takeColumns(_ value: any TOMLValueConvertible) -> String? {
    let names = value.array?.map { $0.string ?? "" }
    let known = names?.compactMap(ListColumn.init(rawValue:))
    if let known { columns = known }
    guard let names, let known, names.count == known.count else {
      return
        ("columns are written [\"type\"]; there are \(ListColumn.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return nil
  }

  private mutating func takeKeys(_ table: TOMLTable) {
    for name in table.keys.sorted() {
      guard let command = Command(rawValue: name) else {
        complain(name, in: "keys", "no command is called so")
        continue
      }
      let labels = table[name]?.array?.compactMap(\.string) ?? table[name]?.string.map { [$0] } ?? []
      let bound = labels.compactMap(Key.init(label:))
      if bound.isEmpty || bound.count < labels.count {
        complain(name, in: "keys", "keys are written [\"j\", \"^L\", \"Enter\"]")
      }
      if !bound.isEmpty { keys = keys.rebinding(command, to: bound) }
    }
  }

  private mutating func takeFilters(_ table: TOMLTable) {
    for name in table.keys.sorted() {
      if let text = table[name]?.string {
        savedFilters.append(SavedFilter(name: name, text: text))
      } else {
        complain(name, in: "filters", "a filter in quotes is wanted")
      }
    }
  }
}
