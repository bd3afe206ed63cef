/// The bytes that make a terminal do something, under the names of terminfo(5). What a terminal cannot do is empty or nil.
public struct TerminalStrings: Sendable {
  /// Puts the cursor at a row and a column, from 0 (`cup`).
  public var move: @Sendable (_ row: Int, _ column: Int) -> [UInt8]
  /// Moves the cursor right by some columns (`cuf`).
  public var right: (@Sendable (_ columns: Int) -> [UInt8])?
  /// Blanks some columns from the cursor on, which stays (`ech`).
  public var erase: (@Sendable (_ columns: Int) -> [UInt8])?
  /// Lets only the rows from one to another scroll, from 0 (`csr`); the cursor is anywhere afterwards.
  public var region: (@Sendable (_ first: Int, _ last: Int) -> [UInt8])?
  /// Sets the foreground to a color of the palette (`setaf`).
  public var color: @Sendable (_ number: Int) -> [UInt8] = { _ in [] }
  /// Blanks the screen (`clear`).
  public var clear: [UInt8]
  /// Blanks the rest of the row (`el`).
  public var clearToEnd: [UInt8] = []
  /// In the last row of the region: moves its rows up by one (`ind`).
  public var scrollUp: [UInt8] = []
  /// In the first row of the region: moves its rows down by one (`ri`).
  public var scrollDown: [UInt8] = []
  /// Takes all attributes and colors off (`sgr0`).
  public var plain: [UInt8] = []
  /// Bold text (`bold`).
  public var bold: [UInt8] = []
  /// Dim text (`dim`).
  public var dim: [UInt8] = []
  /// Underlined text (`smul`).
  public var underline: [UInt8] = []
  /// Foreground and background exchanged (`rev`).
  public var reverse: [UInt8] = []
  /// Colors of the palette (`colors`).
  public var colorCount = 0
  /// Whether a character may be written into the last cell of the screen without scrolling it (`xenl`, or no `am`).
  public var canFillScreen = true

  /// A terminal that can put its cursor anywhere, which every reader needs, and be cleared.
  public init(clear: [UInt8], move: @escaping @Sendable (_ row: Int, _ column: Int) -> [UInt8]) {
    self.clear = clear
    self.move = move
  }
}
