/// Turns screens into the bytes that bring a terminal from one to the next: only cells that changed are written, rows that
/// moved are scrolled, and the pen changes only where it can be seen.
public struct ScreenWriter {
  private let strings: TerminalStrings
  private let theme: Theme
  private var pens: [Style: Pen] = [:]
  private var changes: [PenChange: [UInt8]] = [:]

  /// What the terminal shows; nil where that is not known.
  private var shown: [Cell]?
  private var shownSize = GridSize(rows: 1, columns: 1)
  /// The address that the links on the terminal lead to.
  private var shownLink: String?
  /// Where the cursor is; nil where terminals differ about it.
  private var cursor: (row: Int, column: Int)?
  private var pen = Pen.plain
  private var isInLink = false
  private var bytes: [UInt8] = []

  private struct PenChange: Hashable {
    let from: Pen
    let to: Pen
  }

  /// Unchanged cells that are rather written again than jumped over.
  private static let shortJump = 4
  /// Blanks that are rather erased than written.
  private static let longBlank = 9

  /// A writer for a terminal that shows nothing known yet.
  public init(_ strings: TerminalStrings, theme: Theme) {
    self.strings = strings
    self.theme = theme
  }

  /// Notes that the terminal may show anything: the next screen is drawn from nothing.
  public mutating func forget() { shown = nil }

  /// The bytes that make the terminal show `grid`; none where it shows it already.
  ///
  /// - Parameter link: where cells that mean `link` lead to (OSC 8), safe to be sent; nil makes them plain text.
  public mutating func bytes(showing grid: Grid, link: String? = nil) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    var old = startingCells(grid)
    if let shift = RowShift(from: old, to: grid.cells, columns: grid.size.columns), scroll(shift, in: grid.size) {
      shift.apply(to: &old, columns: grid.size.columns)
    }
    for row in 0..<grid.size.rows {
      write(RowChange(row: row, old: old, new: grid.cells, columns: grid.size.columns), link, grid.size)
    }
    setPen(.plain)
    move(grid.cursor.row, grid.cursor.column)
    shown = grid.cells
    shownSize = grid.size
    shownLink = link
    return bytes
  }

  /// The cells that the terminal shows before anything is written; it is cleared where they are not known.
  private mutating func startingCells(_ grid: Grid) -> [Cell] {
    if let shown, shownSize == grid.size { return shown }
    pen = .plain
    send(strings.plain)
    // Rows may have been scrolled while the terminal had another size already.
    if let region = strings.region { send(region(0, grid.size.rows - 1)) }
    send(strings.clear)
    cursor = nil
    shownLink = nil
    return [Cell](repeating: .blank, count: grid.cells.count)
  }

  // MARK: - Rows

  /// One row as it is and as it is to be.
  private struct RowChange {
    let row: Int
    let old: ArraySlice<Cell>
    let new: ArraySlice<Cell>

    init(row: Int, old: [Cell], new: [Cell], columns: Int) {
      self.row = row
      let range = row * columns..<(row + 1) * columns
      self.old = old[range]
      self.new = new[range]
    }

    func old(_ column: Int) -> Cell { old[old.startIndex + column] }
    func new(_ column: Int) -> Cell { new[new.startIndex + column] }
  }

  private mutating func write(_ change: RowChange, _ link: String?, _ size: GridSize) {
    let isRelinked = link != shownLink
    if !isRelinked, change.old == change.new { return }
    // The last cell of the screen would scroll it on some terminals.
    let isLast = change.row == size.rows - 1 && !strings.canFillScreen
    var end = size.columns - (isLast ? 1 : 0)
    let isClearable = !strings.clearToEnd.isEmpty
    if isClearable { while end > 0, isEmpty(change.new(end - 1)) { end -= 1 } }
    var column = 0
    while column < end {
      guard !isSame(change, column, isRelinked) else {
        column += 1
        continue
      }
      // Half a character is not written.
      if change.new(column).width == 0, column > 0 { column -= 1 }
      jump(to: column, in: change)
      column = writeRun(from: column, to: end, of: change, link, columns: size.columns)
    }
    guard isClearable, end < size.columns, (end..<size.columns).contains(where: { !isEmpty(change.old($0)) }) else {
      return
    }
    jump(to: end, in: change)
    setPen(.plain)
    send(strings.clearToEnd)
  }

  /// Writes a blank stretch or one character, and returns the column after it.
  private mutating func writeRun(
    from column: Int, to end: Int, of change: RowChange, _ link: String?, columns: Int
  ) -> Int {
    var blanks = column
    while blanks < end, isEmpty(change.new(blanks)) { blanks += 1 }
    if let erase = strings.erase, blanks - column >= Self.longBlank {
      setPen(.plain)
      send(erase(blanks - column))
      return blanks
    }
    let cell = change.new(column)
    setLink(cell.style.meaning == .link ? link : nil)
    let wanted = isEmpty(cell) && !pen.showsBlanks && !isInLink ? pen : pen(of: cell)
    setPen(wanted)
    send(cell.base)
    for mark in cell.marks.scalars { send(mark) }
    let width = max(1, Int(cell.width))
    // Terminals differ about the width of rare characters, and about where the cursor is behind the last column.
    let isCertain = CharacterWidth.isPlain(cell.base) && cell.marks.isEmpty && column + width < columns
    cursor = isCertain ? (change.row, column + width) : nil
    if column + width >= end || change.new(column + width).style.meaning != .link { setLink(nil) }
    return column + width
  }

  /// Whether a cell shows already what it is to show.
  private mutating func isSame(_ change: RowChange, _ column: Int, _ isRelinked: Bool) -> Bool {
    let (old, new) = (change.old(column), change.new(column))
    if isRelinked, new.style.meaning == .link || old.style.meaning == .link { return false }
    return old == new || isEmpty(old) && isEmpty(new)
  }

  /// Whether a cell looks as if nothing stood there.
  private mutating func isEmpty(_ cell: Cell) -> Bool {
    guard cell.base == " ", cell.marks.isEmpty else { return false }
    return !pen(of: cell).showsBlanks && cell.style.meaning != .link
  }

  /// Goes to a column of the row; over a few unchanged cells by writing them again.
  private mutating func jump(to column: Int, in change: RowChange) {
    if let cursor, cursor.row == change.row, cursor.column < column, column - cursor.column <= Self.shortJump {
      let between = (cursor.column..<column).map(change.new)
      let isCheap = between.allSatisfy { cell in
        cell.base.isASCII && cell.marks.isEmpty && cell.width == 1
          && (pen(of: cell) == pen || isEmpty(cell) && !pen.showsBlanks)
      }
      if isCheap, !isInLink {
        for cell in between { send(cell.base) }
        self.cursor = (change.row, column)
        return
      }
    }
    move(change.row, column)
  }

  // MARK: - Scrolling

  /// Scrolls rows; false where the terminal cannot.
  private mutating func scroll(_ shift: RowShift, in size: GridSize) -> Bool {
    let step = shift.distance > 0 ? strings.scrollUp : strings.scrollDown
    guard let region = strings.region, !step.isEmpty else { return false }
    setPen(.plain)
    send(region(shift.rows.lowerBound, shift.rows.upperBound))
    cursor = nil
    move(shift.distance > 0 ? shift.rows.upperBound : shift.rows.lowerBound, 0)
    for _ in 0..<abs(shift.distance) { send(step) }
    send(region(0, size.rows - 1))
    cursor = nil
    return true
  }

  // MARK: - Bytes

  private mutating func send(_ part: [UInt8]) { bytes += part }

  private mutating func send(_ scalar: Unicode.Scalar) {
    if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
  }

  /// Moves the cursor by the shortest of the ways that every terminal has.
  private mutating func move(_ row: Int, _ column: Int) {
    guard let cursor else { return go(strings.move(row, column), row, column) }
    if cursor == (row, column) { return }
    var way = strings.move(row, column)
    if row >= cursor.row, column == 0, row - cursor.row + 1 < way.count {
      way = [13] + [UInt8](repeating: 10, count: row - cursor.row)
    } else if row == cursor.row, column > cursor.column, let right = strings.right?(column - cursor.column),
      right.count < way.count
    {
      way = right
    }
    go(way, row, column)
  }

  private mutating func go(_ way: [UInt8], _ row: Int, _ column: Int) {
    send(way)
    cursor = (row, column)
  }

  private mutating func pen(of cell: Cell) -> Pen {
    if let known = pens[cell.style] { return known }
    let wanted = theme.attributes(of: cell.style)
    let color = wanted.color.map { strings.colorCount >= 256 ? $0.extended : $0.basic.rawValue }
    let pen = Pen(
      isBold: wanted.isBold, isDim: wanted.isDim, isUnderlined: wanted.isUnderlined, isReverse: wanted.isReverse,
      color: strings.colorCount >= 8 ? color : nil)
    pens[cell.style] = pen
    return pen
  }

  private mutating func setPen(_ wanted: Pen) {
    if wanted == pen { return }
    let change = PenChange(from: pen, to: wanted)
    let part = changes[change] ?? pen.change(to: wanted, strings)
    changes[change] = part
    send(part)
    pen = wanted
  }

  /// Begins or ends a link; parts of one address have one name, so that a broken one stays whole.
  private mutating func setLink(_ link: String?) {
    if isInLink == (link != nil) { return }
    send(Array("\u{1B}]8;\(link == nil ? "" : "id=source");\(link ?? "")\u{1B}\\".utf8))
    isInLink = link != nil
  }
}
