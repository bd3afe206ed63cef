/// Finds what stands between quotation marks.
///
/// ```swift
/// let text = SourceText("“Ya,” kata X. \"No,\" said Y.")
/// Quotation.ranges(of: Tokenizer.tokens(of: text)).count  // 2
/// ```
public enum Quotation {
  /// The token ranges between paired marks, marks not included, in order and apart. A mark that the line does not close
  /// opens nothing; apostrophes are no quotation marks.
  public static func ranges(of tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: (index: Int, isStraight: Bool)?
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .lineBreak: open = nil
      case .mark:
        switch token.key {
        case straight:
          if let start = open {
            ranges.append(start.index + 1..<index)
            open = nil
          } else {
            open = (index, true)
          }
        case opening, low, angleOpening: open = (index, false)
        case closing, angleClosing:
          if let start = open, !start.isStraight { ranges.append(start.index + 1..<index) }
          open = nil
        default: break
        }
      default: break
      }
    }
    return ranges
  }

  /// Whether a token is a quotation mark of any kind.
  public static func isMark(_ token: Token) -> Bool {
    token.kind == .mark
      && [straight, opening, closing, low, angleOpening, angleClosing].contains(token.key)
  }

  private static let straight: UInt64 = 0x22
  private static let opening: UInt64 = 0x201C
  private static let closing: UInt64 = 0x201D
  private static let low: UInt64 = 0x201E
  private static let angleOpening: UInt64 = 0xAB
  private static let angleClosing: UInt64 = 0xBB
}
