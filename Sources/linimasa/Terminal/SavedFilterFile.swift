import Foundation
import Reader

/// The filters that were saved in the reader: `$XDG_STATE_HOME/linimasa/filters.tsv`, name and filter, one a line.
enum SavedFilterFile {
  private static var url: URL {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = state ?? "\(environment["HOME"] ?? ".")/.local/state"
    return URL(fileURLWithPath: "\(folder)/linimasa/filters.tsv")
  }

  /// What was saved; nothing where there is no file.
  static func read() -> [SavedFilter] {
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return cells.count == 2 ? SavedFilter(name: cells[0], text: cells[1]) : nil
    }
  }

  /// Saves filters, and says where.
  static func write(_ filters: [SavedFilter]) throws -> String {
    let url = url
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = filters.map { "\($0.name)\t\($0.text)\n" }.joined()
    try Data(text.utf8).write(to: url, options: .atomic)
    return url.path
  }
}
