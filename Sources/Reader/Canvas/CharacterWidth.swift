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

  /// Whether a scalar is one column wide, shown as it is and never part of a cluster by itself: Latin letters, the signs
  /// of running text, arrows, lines, blocks and the like. What is made of such scalars alone needs no clusters.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x203B, 0x203D...0x2048, 0x204A...0x205E,
      0x2190...0x2319, 0x2500...0x25FC:
      true
    case 0x2600...0x27BF: !isWide(scalar.value)
    default: false
    }
  }

  /// The parts of a grapheme cluster that are sent to the terminal, without a style.
  static func parts(of cluster: Character) -> [Cell] {
    var parts: [Cell] = []
    var isJoined = false
    for scalar in cluster.unicodeScalars.prefix(64) {
      switch scalar.value {
      case 0x200D: isJoined = parts.last.map { $0.width == 2 } ?? false
      case 0x200C, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: break
      default:
        let width = columns(of: scalar)
        if width == 0 {
          if parts.isEmpty { parts.append(Cell("\u{25CC}")) }
          parts[parts.count - 1].marks.append(scalar)
        } else if !isJoined {
          parts.append(Cell(scalar, width: UInt8(clamping: width)))
        }
      }
    }
    return parts
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
