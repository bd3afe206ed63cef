/// Makes visible what a terminal, a page or an eye would act on without showing it: control characters, bidirectional
/// overrides, zero-width characters.
///
/// News is written by strangers, and a title may hold an escape sequence or turn the line around. Whatever is printed for
/// people passes here once; what is left is safe to print and hides nothing.
///
/// ```swift
/// VisibleText.line("a\u{1B}[2Jb\u{202E}c")  // "a␛[2Jb<202e>c"
/// ```
public enum VisibleText {
  /// `text` on one line: line breaks and tabs become one blank, the rest as in `replacement(for:ascii:)`.
  public static func line(_ text: String, ascii: Bool = false) -> String {
    cleaned(text, keepingLines: false, ascii: ascii)
  }

  /// `text` with its line feeds and tabs kept and CR LF read as one line feed.
  public static func lines(_ text: String, ascii: Bool = false) -> String {
    cleaned(text, keepingLines: true, ascii: ascii)
  }

  /// What to show instead of `scalar`; nil where it shows itself.
  ///
  /// C0 and DEL become control pictures (U+2400 and on), C1, bidi controls and other invisible format characters their
  /// number in angle brackets. Joiners and variation selectors are shown as they are: inside a cluster they are letters.
  /// (Unicode Standard Annex 9, section 2; Unicode Technical Report 36, section 3.)
  ///
  /// - Parameter ascii: numbers instead of control pictures, for a terminal that has no others.
  public static func replacement(for scalar: Unicode.Scalar, ascii: Bool = false) -> String? {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD: nil
    case 0..<0x20, 0x7F: ascii ? number(scalar) : picture(scalar)
    case 0x80..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1D173...0x1D17A,
      0xE0000...0xE00FF, 0xE01F0...0xE0FFF:
      number(scalar)
    default: nil
    }
  }

  private static func cleaned(_ text: String, keepingLines: Bool, ascii: Bool) -> String {
    var text = text
    let isPlain = text.withUTF8 { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
    if isPlain { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar = "\0"
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x0A where previous == "\r" && !keepingLines: break
      case 0x09, 0x0A: result.unicodeScalars.append(keepingLines ? scalar : " ")
      case 0x0D:
        let next = scalars.index(after: index)
        let isLineEnd = next < scalars.endIndex && scalars[next] == "\n"
        if !isLineEnd { result += ascii ? number(scalar) : picture(scalar) } else if !keepingLines { result += " " }
      case 0x200C, 0x200D:
        let next = scalars.index(after: index)
        let joins = previous.value >= 0x80 && next < scalars.endIndex && scalars[next].value >= 0x80
        if joins { result.unicodeScalars.append(scalar) } else { result += number(scalar) }
      default:
        if let shown = replacement(for: scalar, ascii: ascii) {
          result += shown
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      previous = scalar
    }
    return result
  }

  private static func picture(_ scalar: Unicode.Scalar) -> String {
    let code = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
    return Unicode.Scalar(code).map { String(Character($0)) } ?? number(scalar)
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "<" + (digits.utf8.count == 1 ? "0" : "") + digits + ">"
  }
}
