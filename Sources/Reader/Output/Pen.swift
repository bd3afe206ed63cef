/// How the terminal draws what it is sent: its attributes, as far as they are used here.
struct Pen: Hashable {
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReverse = false
  /// A color of the palette; nil for the terminal's own.
  var color: Int?

  /// No attributes.
  static let plain = Pen()

  /// Whether a blank that is drawn so can be told from nothing.
  var showsBlanks: Bool { isUnderlined || isReverse }

  /// Whether attributes have to be taken off on the way to another pen.
  private func exceeds(_ other: Pen) -> Bool {
    isBold && !other.isBold || isDim && !other.isDim || isUnderlined && !other.isUnderlined
      || isReverse && !other.isReverse || color != nil && other.color == nil
  }

  /// The bytes that change this pen into another one. Those of ECMA-48's kind (`ESC [ 1 m`) are joined into one sequence.
  func change(to other: Pen, _ strings: TerminalStrings) -> [UInt8] {
    var parts: [[UInt8]] = []
    var from = self
    if exceeds(other) {
      parts.append(strings.plain)
      from = .plain
    }
    if other.isBold, !from.isBold { parts.append(strings.bold) }
    if other.isDim, !from.isDim { parts.append(strings.dim) }
    if other.isUnderlined, !from.isUnderlined { parts.append(strings.underline) }
    if other.isReverse, !from.isReverse { parts.append(strings.reverse) }
    if let color = other.color, color != from.color { parts.append(strings.color(color)) }
    return Self.joined(parts.filter { !$0.isEmpty })
  }

  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    let parameters = parts.compactMap(parameters)
    guard parts.count > 1, parameters.count == parts.count else { return parts.flatMap { $0 } }
    let all = parameters.map { $0.isEmpty ? [UInt8(ascii: "0")] : Array($0) }.joined(separator: [UInt8(ascii: ";")])
    return [0x1B, UInt8(ascii: "[")] + all + [UInt8(ascii: "m")]
  }

  /// What stands between `ESC [` and `m`; nil where the bytes are of another kind.
  private static func parameters(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard bytes.count >= 3, bytes[0] == 0x1B, bytes[1] == UInt8(ascii: "["), bytes[bytes.count - 1] == UInt8(ascii: "m")
    else { return nil }
    let inside = bytes[2..<(bytes.count - 1)]
    return inside.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) } ? inside : nil
  }
}
