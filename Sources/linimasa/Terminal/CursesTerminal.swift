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

  private var writer: ScreenWriter

  /// The descriptor that keys come from.
  let inputDescriptor: Int32

  /// Takes the terminal over; nil where it cannot. Keys come from the terminal even where standard input is a file.
  init?(theme: Theme, usesMouse: Bool) {
    inputDescriptor = curses_start()
    guard inputDescriptor >= 0 else { return nil }
    let strings = TerminalStrings.current
    let isColored = theme.hasColors && strings.colorCount >= 8
    writer = ScreenWriter(strings, theme: isColored || !theme.hasColors ? theme : .mono)
    curses_use_mouse(usesMouse ? 1 : 0)
    wrefresh(curses_screen())
  }

  /// Gives the terminal back as it was.
  func end() {
    endwin()
    writer.forget()
  }

  /// Takes it over again after `end`, and draws everything at the next `present`.
  func resume() {
    writer.forget()
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
    // What curses would draw of its own accord is nothing.
    untouchwin(curses_screen())
    writer.forget()
    return size
  }

  /// Draws everything anew at the next `present`.
  func forget() { writer.forget() }

  /// Shows a grid.
  func present(_ grid: Grid) {
    let link = hasLinks ? grid.link.flatMap(WebAddress.init(encoding:))?.text : nil
    let bytes = writer.bytes(showing: grid, link: link)
    if !bytes.isEmpty { curses_send(bytes, bytes.count) }
  }

  /// Terminals that are known to print what they do not understand get no links.
  private let hasLinks: Bool = {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return !["vt", "linux", "ansi", "cons", "sun"].contains { name.hasPrefix($0) }
  }()

  /// Hands text to the clipboard of the terminal (OSC 52); inside tmux through its own wrapping.
  func copy(_ text: String) {
    let encoded = Data(text.utf8.prefix(65536)).base64EncodedString()
    let sequence = "\u{1B}]52;c;\(encoded)\u{7}"
    let isTmux = ProcessInfo.processInfo.environment["TMUX"] != nil
    let wrapped = isTmux ? "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\" : sequence
    curses_send(wrapped, wrapped.utf8.count)
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
