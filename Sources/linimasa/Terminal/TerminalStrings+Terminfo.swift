import CCurses
import Reader

extension TerminalStrings {
  /// What terminfo says of the terminal that curses has taken over.
  static var current: TerminalStrings {
    var strings = TerminalStrings(clear: bytes("clear")) { bytes("cup", $0, $1) }
    if has("cuf") { strings.right = { bytes("cuf", $0) } }
    if has("ech") { strings.erase = { bytes("ech", $0) } }
    if has("csr") { strings.region = { bytes("csr", $0, $1) } }
    strings.color = { bytes("setaf", $0) }
    strings.clearToEnd = bytes("el")
    strings.scrollUp = bytes("ind")
    strings.scrollDown = bytes("ri")
    strings.canFillScreen = tigetflag("xenl") == 1 || tigetflag("am") != 1
    // Attributes that take a place on the screen (magic cookies) are of no use here.
    guard tigetnum("xmc") < 0 else { return strings }
    strings.plain = withoutCharacterSet(bytes("sgr0"))
    strings.bold = bytes("bold")
    strings.dim = bytes("dim")
    strings.underline = bytes("smul")
    strings.reverse = bytes("rev")
    strings.colorCount = has("setaf") && !strings.plain.isEmpty ? Int(max(0, tigetnum("colors"))) : 0
    return strings
  }

  private static func has(_ name: String) -> Bool { curses_has_string(name) == 1 }

  /// The bytes of a capability, without the pauses that terminals behind a modem wanted (`$<5>`); none where it is absent.
  private static func bytes(_ name: String, _ first: Int = 0, _ second: Int = 0) -> [UInt8] {
    guard let string = curses_string(name, Int32(clamping: first), Int32(clamping: second)) else { return [] }
    var bytes: [UInt8] = []
    var rest = String(cString: string).utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// `sgr0` also leaves the line-drawing characters, which are never entered.
  private static func withoutCharacterSet(_ bytes: [UInt8]) -> [UInt8] {
    let isPrefixed = bytes.count > 3 && Array(bytes.prefix(3)) == Array("\u{1B}(B".utf8)
    return (isPrefixed ? Array(bytes.dropFirst(3)) : bytes).filter { $0 != 0x0F }
  }
}
