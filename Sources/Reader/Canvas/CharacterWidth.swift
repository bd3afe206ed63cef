/// How many columns a character takes: a table of our own, so that the answer does not depend on the machine's C library.
///
/// What terminals disagree about is cut down to what they agree on: of an emoji joined from several only the first is
/// kept, variation selectors and skin tones are dropped, and of combining marks the first four stay.
enum CharacterWidth {
  /// The columns of one scalar: 2 for wide ones (Unicode Standard Annex 11, W and F), 0 for marks that combine with the
  /// letter before them, else 1.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isWide(value) { return 2 }
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// The parts of a grapheme cluster that are sent to the terminal, each with its columns.
  static func parts(of cluster: Character) -> [(text: Character, columns: Int)] {
    var parts: [(text: String.UnicodeScalarView, columns: Int)] = []
    var isJoined = false
    for scalar in cluster.unicodeScalars.prefix(64) {
      switch scalar.value {
      case 0x200D: isJoined = parts.last.map { $0.columns == 2 } ?? false
      case 0x200C, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: break
      default:
        let width = columns(of: scalar)
        if width == 0 {
          if parts.isEmpty { parts.append((String.UnicodeScalarView("\u{25CC}".unicodeScalars), 1)) }
          if parts[parts.count - 1].text.count < 5 { parts[parts.count - 1].text.append(scalar) }
        } else if !isJoined {
          parts.append((String.UnicodeScalarView([scalar]), width))
        }
      }
    }
    return parts.map { (Character(String($0.text)), $0.columns) }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }
}
