import CCurses
import Foundation
import Reader

/// The terminal: shows grids, gives keys. One at a time, on the thread that made it.
final class CursesTerminal {
  /// Why no reader can be shown here; nil where one can.
  static var complaint: String? {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    let advice = "set TERM to what your terminal is, such as xterm-256color, or use: linimasa timeline"
    switch curses_check() {
    case 0: return name == "dumb" ? "TERM=dumb cannot show a screen; \(advice)" : nil
    case 1: return name.isEmpty ? "TERM is not set; \(advice)" : "the terminal \"\(name)\" is not known; \(advice)"
    default: return "TERM=\(name) cannot put text at a place of the screen; \(advice)"
    }
  }

  private let theme: Theme
  private let colorCount: Int
  private var shown: Grid?
  private var pairs: [Int: Int16] = [:]
  private var attributes: [Style: (attributes: Int32, pair: Int16)] = [:]

  /// The descriptor that keys come from.
  let inputDescriptor: Int32

  /// Takes the terminal over; nil where it cannot. Keys come from the terminal even where standard input is a file.
  init?(theme: Theme, usesMouse: Bool) {
    inputDescriptor = curses_start()
    guard inputDescriptor >= 0 else { return nil }
    colorCount = theme.hasColors ? Int(curses_start_color()) : 0
    self.theme = colorCount >= 8 ? theme : theme.hasColors ? .mono : theme
    curses_use_mouse(usesMouse ? 1 : 0)
  }

  /// Gives the terminal back as it was.
  func end() {
    endwin()
    shown = nil
  }

  /// Takes it over again after `end`, and draws everything at the next `present`.
  func resume() {
    shown = nil
    clearok(curses_screen(), true)
    wrefresh(curses_screen())
  }

  /// Rows and columns.
  var size: GridSize {
    var rows: Int32 = 24
    var columns: Int32 = 80
    _ = curses_window_size(STDOUT_FILENO, &rows, &columns)
    return GridSize(rows: Int(rows), columns: Int(columns))
  }

  /// Takes in the size that the terminal has now. What was written for the old size after the terminal had changed stands
  /// anywhere, so everything is cleared and drawn anew.
  func resize() -> GridSize {
    let size = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    forget()
    return size
  }

  /// Draws everything anew at the next `present`.
  func forget() {
    shown = nil
    clearok(curses_screen(), true)
  }

  /// Shows a grid: only cells that have changed are handed to curses.
  func present(_ grid: Grid) {
    let old = shown.flatMap { $0.size == grid.size ? $0 : nil }
    if old == nil { werase(curses_screen()) }
    let columns = grid.size.columns
    for index in grid.cells.indices {
      let cell = grid.cells[index]
      if let old, old.cells[index] == cell { continue }
      if old == nil, cell == .blank { continue }
      put(cell, row: Int32(index / columns), column: Int32(index % columns))
    }
    wmove(curses_screen(), Int32(grid.cursor.row), Int32(grid.cursor.column))
    wrefresh(curses_screen())
    link(grid, over: old)
    shown = grid
  }

  /// Makes the address on the screen one that can be clicked (OSC 8): the same text is written over itself with the link
  /// around it, since curses knows no links. Parts of one address have one name, so that a broken one stays whole.
  private func link(_ grid: Grid, over old: Grid?) {
    guard hasLinks, let address = grid.link.flatMap(WebAddress.init(encoding:)) else { return }
    let columns = grid.size.columns
    for row in 0..<grid.size.rows {
      let cells = grid.cells[(row * columns)..<((row + 1) * columns)]
      guard let first = cells.firstIndex(where: { $0.style == Style(.link) }) else { continue }
      if let old, old.link == grid.link, old.cells[(row * columns)..<((row + 1) * columns)] == cells { continue }
      let text = cells[first...].prefix { $0.style == Style(.link) }.compactMap(\.text)
      guard text.allSatisfy({ $0.isASCII }) else { continue }
      curses_send(
        "\u{1B}7\u{1B}[\(row + 1);\(first - row * columns + 1)H\u{1B}[0;4m\u{1B}]8;id=source;\(address.text)\u{1B}\\"
          + String(text) + "\u{1B}]8;;\u{1B}\\\u{1B}8")
    }
  }

  /// Terminals that are known to print what they do not understand get no links.
  private let hasLinks: Bool = {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return !["vt", "linux", "ansi", "cons", "sun"].contains { name.hasPrefix($0) }
  }()

  private func put(_ cell: Cell, row: Int32, column: Int32) {
    guard cell.width > 0, let character = cell.text else { return }
    let (attributes, pair) = look(cell.style)
    var text = character.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) } + [0]
    // A character that the C library measures otherwise would shift the line: it is shown as a stand-in of our width.
    if text[0] >= 0x80, Int(curses_columns(text[0])) != Int(cell.width) {
      text = [0xFFFD, 0]
      if cell.width == 2 { _ = curses_put(row, column + 1, [0x20, 0], attributes, pair) }
    }
    _ = curses_put(row, column, text, attributes, pair)
  }

  private func look(_ style: Style) -> (attributes: Int32, pair: Int16) {
    if let known = attributes[style] { return known }
    let wanted = theme.attributes(of: style)
    var bits: Int32 = 0
    if wanted.isBold { bits |= Int32(curses_bold) }
    if wanted.isDim { bits |= Int32(curses_dim) }
    if wanted.isUnderlined { bits |= Int32(curses_underline) }
    if wanted.isReverse { bits |= Int32(curses_reverse) }
    let result = (bits, wanted.color.map(pair) ?? 0)
    attributes[style] = result
    return result
  }

  private func pair(_ color: ThemeColor) -> Int16 {
    let number = colorCount >= 256 ? color.extended : color.basic.rawValue
    if let known = pairs[number] { return known }
    let next = Int16(pairs.count + 1)
    guard init_pair(next, Int16(number), -1) == OK else { return 0 }
    pairs[number] = next
    return next
  }

  /// Hands text to the clipboard of the terminal (OSC 52); inside tmux through its own wrapping.
  func copy(_ text: String) {
    let encoded = Data(text.utf8.prefix(65536)).base64EncodedString()
    let sequence = "\u{1B}]52;c;\(encoded)\u{7}"
    let isTmux = ProcessInfo.processInfo.environment["TMUX"] != nil
    let wrapped = isTmux ? "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\" : sequence
    curses_send(wrapped)
  }

  /// Whether the terminal has gone: reading from it gives an end or an error.
  var isAtEnd: Bool {
    var byte: UInt8 = 0
    var descriptor = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 0) > 0 else { return false }
    let count = read(inputDescriptor, &byte, 1)
    if count == 1 { ungetch(Int32(byte)) }
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)
  }

  // MARK: - Keys

  /// The next key or mouse event that waits; nil where none does.
  func nextMessage() -> Message? {
    while true {
      var isKey: Int32 = 0
      let code = curses_key(&isKey)
      if code < 0 { return nil }
      if isKey == 1 {
        if code == KEY_MOUSE {
          if let message = mouseMessage() { return message }
        } else if let key = Self.named[code] {
          return .key(key)
        }
      } else if let key = Self.key(ofCharacter: code) {
        return .key(key)
      }
    }
  }

  private func mouseMessage() -> Message? {
    var row: Int32 = 0
    var column: Int32 = 0
    let action: MouseAction? =
      switch curses_mouse(&row, &column) {
      case 1: .press
      case 2: .wheelUp
      case 3: .wheelDown
      default: nil
      }
    return action.map { .mouse($0, row: Int(row), column: Int(column)) }
  }

  private static func key(ofCharacter code: Int32) -> Key? {
    switch code {
    case 13, 10: return .enter
    case 27: return .escape
    case 9: return .tab
    case 8, 127: return .backspace
    case 1...26: return Unicode.Scalar(UInt32(code) + 96).map { .control(Character($0)) }
    case ..<32: return nil
    default: return Unicode.Scalar(UInt32(bitPattern: code)).map { .character(Character($0)) }
    }
  }

  private static let named: [Int32: Key] = {
    var keys: [Int32: Key] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
      KEY_NPAGE: .pageDown, KEY_PPAGE: .pageUp, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
      KEY_BTAB: .backTab,
    ]
    for number in 1...12 { keys[curses_function_key(Int32(number))] = .function(number) }
    return keys
  }()
}
