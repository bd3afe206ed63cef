import Text

/// Reads the words of a text at given places by the tokenizer's rules, with their keys and no token made.
struct WordReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The end and key of the word at `position`; the end equals the start where no letter stands there.
  @inline(__always)
  func word(_ position: Int) -> (end: Int, key: UInt64) {
    var index = position
    var key = WordKey.start
    while index < bytes.count {
      let byte = bytes[index]
      let small = byte | 0x20
      if small &- 97 < 26, byte < 128 {
        key = WordKey.adding(small, to: key)
        index += 1
      } else if byte >= 128, !endsWord(index) {
        return foreignWord(position)
      } else {
        break
      }
    }
    return (index, key)
  }

  /// Whether the bytes from `index` are a mark or blank beyond ASCII: the typographic quotation marks and dashes that
  /// stand at half the words of a modern text, told from letters without decoding them.
  @inline(__always)
  private func endsWord(_ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if bytes[index] == 0xE2 { return next == 0x80 }
    return bytes[index] == 0xC2 && next != 0xAA && next != 0xB5 && next != 0xBA
  }

  /// A word with letters beyond ASCII, cut and folded by the tokenizer's rules.
  private func foreignWord(_ position: Int) -> (end: Int, key: UInt64) {
    var end = position
    while end < bytes.count, end - position < 64, bytes[end] >= 128 || (bytes[end] | 0x20) &- 97 < 26 { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let part = SourceText(repairing: Array(bytes[position..<end]))
    guard let token = Tokenizer.tokens(of: part).first, token.kind == .word, token.start == 0 else {
      return (position, 0)
    }
    return (position + Int(token.end), token.key)
  }
}
