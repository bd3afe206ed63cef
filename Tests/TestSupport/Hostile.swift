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
}
