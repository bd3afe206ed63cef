import Text

/// A screen as cells: what a terminal is to show, and what a test reads.
///
/// `put` is the one door. It measures, cuts at the edge and makes visible what a terminal or an eye would act on
/// unseen, so that nothing that comes out of the news can do more than be read.
public struct Grid: Sendable, Equatable {
  /// Rows and columns.
  public let size: GridSize
  /// What the terminal can show.
  public let repertoire: Repertoire
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, so that screen readers and eyes find the selected row.
  public var cursor: (row: Int, column: Int)
  /// Which line of a list a row shows, for the mouse.
  var lineOfRow: [Int: Int] = [:]
  /// The address that cells meaning `link` lead to, as the article gives it.
  public var link: String?

  /// An empty screen.
  public init(_ size: GridSize, repertoire: Repertoire = .unicode) {
    self.size = size
    self.repertoire = repertoire
    cells = [Cell](repeating: .blank, count: size.rows * size.columns)
    cursor = (0, 0)
  }

  /// The whole screen.
  public var area: Area { Area(row: 0, column: 0, height: size.rows, width: size.columns) }

  /// The cell at a place; blank outside the screen.
  public subscript(row: Int, column: Int) -> Cell {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// Writes `text` into the first row of `area`, from `column` of it on, and stops at its right edge; a character that
  /// would straddle the edge is left out. Where it does not fit and `isElided` is set, it ends with `…`.
  ///
  /// - Returns: the column after the text, counted in the area.
  @discardableResult
  public mutating func put(
    _ text: String, in area: Area, at column: Int = 0, style: Style = .text, isElided: Bool = true
  ) -> Int {
    guard let edge = edge(of: area), column < area.width, column >= 0 else { return column }
    let first = area.column + column
    let room = edge - first
    if let count = plainCount(text, limit: room + 1) {
      let end = putPlain(
        text, row: area.row, first: first, end: count > room && isElided ? edge - 1 : edge, style: style)
      if count > room, isElided { set(Cell(ellipsis, style), area.row, edge - 1) }
      return (count > room ? edge : end) - area.column
    }
    var parts: [Cell] = []
    var width = 0
    for character in VisibleText.line(Self.clipped(text), ascii: repertoire == .ascii) {
      for part in shown(character) {
        parts.append(part)
        width += Int(part.width)
      }
      if width > room { break }
    }
    return put(parts, isCut: width > room, row: area.row, first: first, edge: edge, style: style, isElided: isElided)
      - area.column
  }

  /// Repeats a character of one column over the rest of the area's first row.
  public mutating func fill(_ area: Area, with character: Character = " ", from column: Int = 0, style: Style = .text) {
    guard let edge = edge(of: area) else { return }
    let shown = repertoire == .ascii ? ASCIIText.form(of: character).first ?? " " : character
    let base = shown.unicodeScalars.first ?? " "
    var index = max(0, column) + area.column
    while index < edge {
      set(Cell(base, style), area.row, index)
      index += 1
    }
  }

  /// Marks the first row of an area as selected, whatever stands there.
  public mutating func select(_ area: Area) {
    guard let edge = edge(of: area) else { return }
    for column in max(0, area.column)..<max(edge, area.column, 0) {
      cells[area.row * size.columns + column].style.isSelected = true
    }
  }

  /// Marks a cell as searched for.
  mutating func mark(_ row: Int, _ column: Int) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    cells[row * size.columns + column].style.isMatch = true
  }

  /// How many columns `text` takes when it is put.
  public func width(of text: String) -> Int {
    let text = Self.clipped(text)
    if let count = plainCount(text, limit: .max) { return count }
    return VisibleText.line(text, ascii: repertoire == .ascii).reduce(0) { sum, character in
      shown(character).reduce(sum) { $0 + Int($1.width) }
    }
  }

  /// The rows as text, without the blanks at their ends.
  public var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { if let character = self[row, column].text { line.append(character) } }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Equal in size, cells and cursor.
  public static func == (a: Grid, b: Grid) -> Bool {
    a.size == b.size && a.cursor == b.cursor && a.link == b.link && a.cells == b.cells
  }

  // MARK: - Cells

  /// A title of a megabyte costs no more than one of four kilobytes.
  private static func clipped(_ text: String) -> String {
    text.utf8.count <= 4096 ? text : String(text.unicodeScalars.prefix(4096))
  }

  /// The column after the area's last one on the screen; nil where the area has no row on it.
  private func edge(of area: Area) -> Int? {
    guard area.height > 0, area.width > 0, area.column >= 0, (0..<size.rows).contains(area.row) else { return nil }
    return min(area.column + area.width, size.columns)
  }

  /// How many scalars the text has, counted up to `limit`; nil where one of them is more than a plain column.
  private func plainCount(_ text: String, limit: Int) -> Int? {
    let isASCII = repertoire == .ascii
    var count = 0
    for scalar in text.unicodeScalars {
      guard (0x20..<0x7F).contains(scalar.value) || !isASCII && CharacterWidth.isPlain(scalar) else { return nil }
      count += 1
      if count == limit { break }
    }
    return count
  }

  /// The usual case without a detour: scalars of one column each, up to `end`.
  private mutating func putPlain(_ text: String, row: Int, first: Int, end: Int, style: Style) -> Int {
    var column = first
    for scalar in text.unicodeScalars {
      if column >= end { break }
      set(Cell(scalar, style), row, column)
      column += 1
    }
    return column
  }

  private func shown(_ character: Character) -> [Cell] {
    if character.isASCII { return [Cell(character == "\r\n" ? " " : character.unicodeScalars.first ?? " ")] }
    if repertoire == .ascii { return ASCIIText.form(of: character).unicodeScalars.map { Cell($0) } }
    return CharacterWidth.parts(of: character)
  }

  private var ellipsis: Unicode.Scalar { repertoire == .ascii ? "~" : "…" }

  private mutating func put(
    _ parts: [Cell], isCut: Bool, row: Int, first: Int, edge: Int, style: Style, isElided: Bool
  ) -> Int {
    let end = isCut && isElided ? edge - 1 : edge
    var column = first
    for var part in parts {
      guard column + Int(part.width) <= end else { break }
      part.style = style
      set(part, row, column)
      if part.width == 2 { set(.rightHalf(style), row, column + 1) }
      column += Int(part.width)
    }
    guard isCut, isElided else { return column }
    set(Cell(ellipsis, style), row, column)
    return column + 1
  }

  /// Sets a cell, and blanks the other half of a wide character that it cuts in two.
  private mutating func set(_ cell: Cell, _ row: Int, _ column: Int) {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return }
    let index = row * size.columns + column
    if cells[index].width == 0, cell.width != 0, column > 0 { cells[index - 1] = Cell(" ", cells[index - 1].style) }
    if cells[index].width == 2, column + 1 < size.columns { cells[index + 1] = Cell(" ", cells[index + 1].style) }
    cells[index] = cell
  }
}
