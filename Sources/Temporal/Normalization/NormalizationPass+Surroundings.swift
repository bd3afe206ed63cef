import Text

/// What the characters around a date of a history say about it.
extension NormalizationPass {
  /// Bytes that a conjunction between two dates takes at most: ` hingga `, `/`.
  private static let conjunction = 8
  /// Bytes of a bracket that are looked through, so that time stays linear.
  private static let bracket = 80

  /// The first of two dates with the year that only the second names: `August and September 1914`,
  /// `from December to March 1942`.
  func completed(_ index: Int) -> DateFields? {
    guard index + 1 < tagging.mentions.count, case .date(var first) = tagging.mentions[index].expression,
      case .date(let second) = tagging.mentions[index + 1].expression,
      first.year == nil, first.weekday == nil, first.direction == nil, let year = second.year, !second.isShortYear,
      let last = second.month, first.grain == second.grain
    else { return nil }
    let between = tagging.mentions[index].span.end..<tagging.mentions[index + 1].span.start
    guard between.count <= Self.conjunction, !text.bytes[between].contains(where: { ".,;:()\n".utf8.contains($0) })
    else {
      return nil
    }
    let month = first.month ?? last
    first.month = month
    first.year = month > last ? year - 1 : year
    return first
  }

  /// Whether a span stands in round brackets in running text, where it is an aside: `the conference (5 November 1917)`. A
  /// bracket that ends its line belongs to a heading, which dates what stands below it.
  func isBracketed(_ span: TextSpan) -> Bool {
    let bytes = text.bytes
    let before = bytes[max(0, span.start - Self.bracket)..<span.start]
    guard let mark = before.lastIndex(where: { "()\n".utf8.contains($0) }), bytes[mark] == UInt8(ascii: "(") else {
      return false
    }
    let after = bytes[span.end..<min(bytes.count, span.end + Self.bracket)]
    guard let close = after.firstIndex(where: { ")\n".utf8.contains($0) }), bytes[close] == UInt8(ascii: ")") else {
      return false
    }
    return close + 1 < bytes.count && bytes[close + 1] != UInt8(ascii: "\n")
  }
}
