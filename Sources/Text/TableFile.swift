/// A table of Resources: tab-separated UTF-8, one header line that names the columns, `#` lines as comments.
///
/// A table is read once at start, so this favours clear errors over speed. What a cell means is decided by the reader
/// of each table; this type only finds it and says where it stood.
///
/// ```swift
/// let table = try TableFile(name: "words.tsv", bytes: Array("word\tclass\nSenin\tweekday\n".utf8))
/// table.rows[0]["word"]  // "Senin"
/// ```
public struct TableFile: Sendable {
  /// One line of a table.
  public struct Row: Sendable {
    /// The table's name and this line's number, as a compiler prints them: `languages/id/words.tsv:12`.
    public let place: String
    fileprivate let cells: [String]
    fileprivate let columns: [String: Int]

    /// The cell under `column`; empty where the line is shorter or the table has no such column.
    public subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// An error that names this line.
    public func error(_ message: String) -> TableError { TableError(place: place, message: message) }
  }

  /// The table's path below Resources.
  public let name: String
  /// The rows in the file's order, comments and blank lines left out.
  public let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameter required: columns that the header must name.
  /// - Throws: `TableError` where the header is missing, lacks a required column, or a line has more cells than it.
  public init(name: String, bytes: [UInt8], required: [String] = []) throws(TableError) {
    self.name = name
    var columns: [String: Int] = [:]
    var rows: [Row] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let place = "\(name):\(number)"
      guard let string = String(validating: line, as: UTF8.self) else {
        throw TableError(place: place, message: "not UTF-8")
      }
      let cells = string.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if columns.isEmpty {
        for (index, cell) in cells.enumerated() { columns[cell] = index }
        if let missing = required.first(where: { columns[$0] == nil }) {
          throw TableError(place: place, message: "no column {\(missing)} in the header")
        }
        continue
      }
      if cells.count > columns.count {
        throw TableError(place: place, message: "\(cells.count) cells under \(columns.count) columns")
      }
      rows.append(Row(place: place, cells: cells, columns: columns))
    }
    if columns.isEmpty { throw TableError(place: "\(name):1", message: "no header line") }
    self.rows = rows
  }
}

/// A bad line of a table, worded as a compiler words it: `languages/id/patterns.tsv:12: no word class {wekday}`.
public struct TableError: Error, CustomStringConvertible, Equatable {
  /// Table and line.
  public let place: String
  /// What is wrong with it.
  public let message: String

  /// An error at a place.
  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }

  /// Place and message in one line.
  public var description: String { "\(place): \(message)" }
}
