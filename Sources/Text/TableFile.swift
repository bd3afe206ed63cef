/// A table of Resources: tab-separated UTF-8, one header line that names the columns, `#` lines as comments.
///
/// What a cell means is decided by the reader of each table; this type only finds it and says where it stood. Tables are
/// read at every start, so a line costs no memory of its own until one of its cells is asked for.
///
/// ```swift
/// let table = try TableFile(name: "words.tsv", bytes: Array("word\tclass\nSenin\tweekday\n".utf8))
/// table.rows[0]["word"]  // "Senin"
/// ```
public struct TableFile: Sendable {
  /// One line of a table.
  public struct Row: Sendable {
    private let table: Contents
    /// The line's number, from 1.
    private let number: Int
    /// Where the line's cells end, among `Contents.ends`.
    private let cells: Range<Int>
    /// Where the first cell begins.
    private let start: Int

    fileprivate init(_ table: Contents, number: Int, cells: Range<Int>, start: Int) {
      self.table = table
      self.number = number
      self.cells = cells
      self.start = start
    }

    /// The table's name and this line's number, as a compiler prints them: `languages/id/words.tsv:12`.
    public var place: String { "\(table.name):\(number)" }

    /// The cell under `column`; empty where the line is shorter or the table has no such column.
    public subscript(column: String) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The parts of the cell under `column`, empty ones left out.
    public func list(_ column: String, separatedBy separator: Unicode.Scalar) -> [String] {
      bytes(column).split(separator: UInt8(truncatingIfNeeded: separator.value)).map {
        String(decoding: $0, as: UTF8.self)
      }
    }

    private func bytes(_ column: String) -> ArraySlice<UInt8> {
      guard let index = table.columns.firstIndex(of: column), index < cells.count else { return [] }
      let cell = cells.lowerBound + index
      let start = index == 0 ? self.start : table.ends[cell - 1] + 1
      return table.bytes[start..<table.ends[cell]]
    }

    /// An error that names this line.
    public func error(_ message: String) -> TableError { TableError(place: place, message: message) }
  }

  /// What the rows of a table share: its bytes, and where each cell ends. A cell becomes a string when it is asked for.
  fileprivate final class Contents: Sendable {
    let name: String
    let bytes: [UInt8]
    let columns: [String]
    let ends: [Int]

    init(name: String, bytes: [UInt8], columns: [String], ends: [Int]) {
      self.name = name
      self.bytes = bytes
      self.columns = columns
      self.ends = ends
    }
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
    var columns: [String] = []
    var ends: [Int] = []
    var lines: [(number: Int, cells: Range<Int>, start: Int)] = []
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer { start = end + 1 }
      let last = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
      if last == start || bytes[start] == UInt8(ascii: "#") { continue }
      let first = ends.count
      for index in start..<last where bytes[index] == UInt8(ascii: "\t") { ends.append(index) }
      ends.append(last)
      if columns.isEmpty {
        columns = try Self.columns(bytes[start..<last], place: "\(name):\(number)", required: required)
        ends = []
        continue
      }
      if ends.count - first > columns.count {
        throw TableError(
          place: "\(name):\(number)", message: "\(ends.count - first) cells under \(columns.count) columns")
      }
      lines.append((number, first..<ends.count, start))
    }
    if columns.isEmpty { throw TableError(place: "\(name):1", message: "no header line") }
    if String(validating: bytes, as: UTF8.self) == nil { throw Self.notUTF8(bytes, name) }
    let contents = Contents(name: name, bytes: bytes, columns: columns, ends: ends)
    rows = lines.map { Row(contents, number: $0.number, cells: $0.cells, start: $0.start) }
  }

  private static func columns(_ header: ArraySlice<UInt8>, place: String, required: [String]) throws(TableError)
    -> [String]
  {
    let columns = header.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if let missing = required.first(where: { !columns.contains($0) }) {
      throw TableError(place: place, message: "no column {\(missing)} in the header")
    }
    return columns
  }

  /// The error that names the first line that is not UTF-8.
  private static func notUTF8(_ bytes: [UInt8], _ name: String) -> TableError {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    return TableError(place: "\(name):\(bad + 1)", message: "not UTF-8")
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
