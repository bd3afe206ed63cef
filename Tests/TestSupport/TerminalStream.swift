/// What a program has written to a terminal, judged by what it may do there.
public struct TerminalStream {
  /// What stands in the stream and must not: each with its place.
  public private(set) var faults: [String] = []
  /// The operating system commands (OSC) in it, without their frame.
  public private(set) var commands: [String] = []

  /// Reads a stream.
  ///
  /// - Parameter isScreen: whether the program draws a screen: then cursor, color and mode sequences are its own. Else no
  ///   escape at all may stand there.
  public init(_ bytes: [UInt8], isScreen: Bool) {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x1B:
        let end = isScreen ? takeEscape(scalars, index) : index
        if end == index { faults.append("escape at \(index): \(Self.excerpt(scalars, index))") }
        index = max(end, index)
      case 0x0A, 0x0D, 0x20..<0x7F: break
      case 0x08, 0x09, 0x0E, 0x0F: if !isScreen, scalar.value != 9 { faults.append("control \(scalar.value)") }
      default:
        if Self.isUnseen(scalar) {
          faults.append("U+\(String(scalar.value, radix: 16)): \(Self.excerpt(scalars, index))")
        }
      }
      index += 1
    }
  }

  /// The index of an escape sequence's last scalar; that of its first where it is none that a screen is drawn with.
  private mutating func takeEscape(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    guard start + 1 < scalars.count else { return start }
    switch scalars[start + 1] {
    case "[":
      var index = start + 2
      while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
      // c, n, q and u ask the terminal something, p asks for a mode; t asks for sizes and titles, but these two are how
      // ncurses has the title kept.
      let sequence = String(String.UnicodeScalarView(scalars[(start + 2)...min(index, scalars.count - 1)]))
      if sequence == "22;0;0t" || sequence == "23;0;0t" { return index }
      guard index < scalars.count, "ABCDEFGHJKLMPSTXZ@abdefghlmr`".unicodeScalars.contains(scalars[index]) else {
        return start
      }
      return index
    case "(", ")": return min(start + 2, scalars.count - 1)
    case "=", ">", "7", "8", "M", "D", "E", "H": return start + 1
    case "]":
      var index = start + 2
      while index < scalars.count, scalars[index].value != 7, scalars[index].value != 0x1B { index += 1 }
      commands.append(String(String.UnicodeScalarView(scalars[(start + 2)..<index])))
      let isString = index + 1 < scalars.count && scalars[index].value == 0x1B && scalars[index + 1] == "\\"
      return isString ? index + 1 : index
    default: return start
    }
  }

  /// Controls, bidirectional controls, zero-width and tag characters: what acts without being seen.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func excerpt(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
    String(String.UnicodeScalarView(scalars[index..<min(index + 24, scalars.count)])).debugDescription
  }
}
