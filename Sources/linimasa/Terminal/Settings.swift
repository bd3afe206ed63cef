import Foundation
import Reader
import TOMLKit

/// What the user has set in `$XDG_CONFIG_HOME/linimasa/config.toml`. A wrong entry is named with its line and the reason,
/// and the rest is used.
///
/// ```toml
/// theme = "light"
/// ui-language = "id"
/// mouse = false
/// clipboard = "wl-copy"
/// opener = "firefox"
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
  /// The keys.
  var keys = KeyTable.standard
  /// Filters with names, in order of name.
  var savedFilters: [SavedFilter] = []
  /// What is wrong in the file, a line each.
  var complaints: [String] = []

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
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      complaints = ["\(name):\(error.source.begin.line): \(error.description); no setting of the file is used"]
      return
    } catch {
      complaints = ["\(name): \(error)"]
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for key in table.keys.sorted() {
      guard let value = table[key], let complaint = take(key, value) else { continue }
      let entry = complaint.entry ?? key
      let index = lines.firstIndex { $0.drop { $0 == " " || $0 == "\"" || $0 == "[" }.hasPrefix(entry) }
      complaints.append("\(name):\(index.map { "\($0 + 1)" } ?? "?"): \(entry): \(complaint.message)")
    }
  }

  /// What is wrong with an entry: with the one of that name inside of it, or with itself.
  private typealias Complaint = (entry: String?, message: String)

  /// Takes in one entry; what is wrong with it, where anything is.
  private mutating func take(_ key: String, _ value: any TOMLValueConvertible) -> Complaint? {
    switch key {
    case "theme":
      theme = value.string.flatMap { Theme.named($0)?.name }
      return theme == nil ? (nil, "no such theme; there are \(Theme.all.map(\.name).joined(separator: ", "))") : nil
    case "ui-language":
      language = value.string
      return language == nil ? (nil, "a string is wanted, \"en\" or \"id\"") : nil
    case "mouse":
      usesMouse = value.bool ?? true
      return value.bool == nil ? (nil, "true or false is wanted") : nil
    case "name":
      author = value.string
      return author == nil ? (nil, "a string is wanted, the name under which corrections are kept") : nil
    case "clipboard":
      clipboard = value.string
      return clipboard == nil ? (nil, "a string is wanted: \"terminal\", \"none\" or a command") : nil
    case "opener":
      opener = value.string
      return opener == nil ? (nil, "a string is wanted, the program that opens addresses") : nil
    case "keys": return value.table.map { takeKeys($0) } ?? (nil, "a table is wanted: [keys]")
    case "filters": return value.table.map { takeFilters($0) } ?? (nil, "a table is wanted: [filters]")
    default:
      return (nil, "no such setting; there are theme, ui-language, mouse, name, clipboard, opener, keys, filters")
    }
  }

  private mutating func takeKeys(_ table: TOMLTable) -> Complaint? {
    var complaint: Complaint?
    for name in table.keys.sorted() {
      guard let command = Command(rawValue: name) else {
        complaint = (name, "no command is called so")
        continue
      }
      let labels = table[name]?.array?.compactMap(\.string) ?? table[name]?.string.map { [$0] } ?? []
      let bound = labels.compactMap(Key.init(label:))
      if bound.isEmpty || bound.count < labels.count {
        complaint = (name, "keys are written [\"j\", \"^L\", \"Enter\"]")
      }
      if !bound.isEmpty { keys = keys.rebinding(command, to: bound) }
    }
    return complaint
  }

  private mutating func takeFilters(_ table: TOMLTable) -> Complaint? {
    var complaint: Complaint?
    for name in table.keys.sorted() {
      if let text = table[name]?.string {
        savedFilters.append(SavedFilter(name: name, text: text))
      } else {
        complaint = (name, "a filter in quotes is wanted")
      }
    }
    return complaint
  }
}
