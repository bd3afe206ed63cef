import CVterm

/// A terminal's screen without a terminal: takes the bytes that a program would write, and tells what a person would see.
public final class ScreenEmulator {
  /// A cell as it is seen.
  public struct Look: Hashable {
    /// The character with its marks; a blank where there is none.
    public let text: String
    /// Whether it is bold.
    public let isBold: Bool
    /// Whether foreground and background are exchanged.
    public let isReverse: Bool
  }

  private let emulator: OpaquePointer
  private let screen: OpaquePointer
  private var rows: Int
  private var columns: Int

  /// An empty screen.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    emulator = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(emulator, 1)
    screen = vterm_obtain_screen(emulator)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(emulator) }

  /// Takes in what a program writes.
  public func write(_ bytes: some Collection<UInt8>) {
    let characters = bytes.map { CChar(bitPattern: $0) }
    vterm_input_write(emulator, characters, characters.count)
  }

  /// Changes the size.
  public func resize(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    vterm_set_size(emulator, Int32(rows), Int32(columns))
  }

  /// The screen as text, without the blanks at the ends of lines.
  public var text: String { (0..<rows).map(line).joined(separator: "\n") }

  /// One row of the screen.
  public func line(_ row: Int) -> String {
    var line = looks(row).map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The cells of a row, a wide one once.
  public func looks(_ row: Int) -> [Look] {
    var looks: [Look] = []
    var column = 0
    while column < columns {
      var scalars = [UInt32](repeating: 0, count: 6)
      var (width, isBold, isReverse): (Int32, Int32, Int32) = (1, 0, 0)
      guard vterm_read_cell(screen, Int32(row), Int32(column), &scalars, &width, &isBold, &isReverse) != 0 else {
        break
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars.prefix { $0 != 0 && $0 != .max }.compactMap(Unicode.Scalar.init))
      looks.append(
        Look(
          text: text.isEmpty ? " " : String(text), isBold: isBold != 0 && !text.isEmpty && String(text) != " ",
          isReverse: isReverse != 0))
      column += max(1, Int(width))
    }
    return looks
  }
}
