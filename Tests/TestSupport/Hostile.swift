/// Strings as a stranger might put them into a title to harm who reads or exports it.
public enum Hostile {
  /// One attack each: spreadsheet formulas, markup, scripts, calendar lines, terminal escapes, invisible characters.
  public static let titles = [
    "=HYPERLINK(\"http://x.invalid\",\"y\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\"=1", "＝1",
    "a,b;c\"d\"\r\ne", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- -->", "]]>", "&amp;",
    "' onmouseover='alert(1)", "</svg><svg onload=alert(1)>", "END:VEVENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY",
    "a\\nb\\,c\\;d", "[link](javascript:alert(1))", "**bold** _i_ `code` # h", "* TODO org :tag:", "| a | b |",
    "#+INCLUDE: \"/etc/passwd\"", "[[shell:rm -rf x][y]]", "\u{1B}]0;title\u{7}\u{1B}[2J", "\u{9B}31m", "\u{7F}\u{0}",
    "\u{202E}gnp.exe", "zero\u{200B}width\u{FEFF}", "\u{2028}line\u{2029}paragraph\u{85}next",
    "${jndi:x} %s %n {{7*7}}",
    "e\u{301}\u{301}\u{301} 👨‍👩‍👧 ไทย", "",
  ]

  /// One text with everything that a terminal might act on: every C0 and C1 control, DEL, strings of the operating
  /// system (OSC), device (DCS), application (APC), privacy (PM) and start-of-string (SOS) kinds, questions to the
  /// terminal, bidirectional controls, zero-width and tag characters. Without line breaks, and without what ends a text.
  public static let terminalAttack: String = {
    let controls = (UInt32(1)..<0x20).filter { $0 != 10 && $0 != 13 } + (0x7F..<0xA0)
    let marks: [ClosedRange<UInt32>] = [
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF...0xFEFF, 0xE0001...0xE0001, 0xE0041...0xE0045,
    ]
    let scalars = (controls + marks.joined()).compactMap(Unicode.Scalar.init)
    return String(String.UnicodeScalarView(scalars))
      + "\u{1B}]0;OWNED\u{7}\u{1B}]2;OWNED\u{1B}\\\u{1B}]8;;file:///etc/passwd\u{7}link\u{1B}]8;;\u{7}"
      + "\u{1B}]52;c;UFdORUQ=\u{7}\u{1B}P$q\"p\u{1B}\\\u{1B}_Gi=1\u{1B}\\\u{1B}^pm\u{1B}\\\u{1B}Xsos\u{1B}\\"
      + "\u{1B}[c\u{1B}[6n\u{1B}[2J\u{1B}[?1049l\u{1B}c\u{9B}31m\u{9D}0;OWNED\u{9C}\u{90}q\u{9C}"
  }()

  /// The same with bytes that are no UTF-8: lone continuations, raw C1, overlong forms, surrogates, beyond U+10FFFF, a
  /// cut character.
  public static let malformedBytes: [UInt8] =
    Array(terminalAttack.utf8) + [
      0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x30, 0x3B, 0x58, 0x9C, 0xFF, 0xFE, 0xC0, 0xAF, 0xE0, 0x80, 0x9B, 0xED, 0xA0, 0x80,
      0xF4, 0x90, 0x80, 0x80, 0xF8, 0x88, 0x80, 0x80, 0x80, 0xE2, 0x80,
    ]
}
