import Temporal
import Text

/// Finds which date stands over a sentence: that of a heading (`Saturday, 24 June`, `What happened on 1 February 2021?`),
/// or that at the head of its line in a chronology (`24 June – …`).
struct SectionDates {
  let scan: Scan
  let timexes: [Timex3]
  /// How long a heading can be.
  private static let longest = 14

  /// For each sentence the number of the expression over it.
  func overSentences() -> [Int?] {
    var result: [Int?] = Array(repeating: nil, count: scan.sentences.count)
    var section: Int?
    var isOpen = false
    var line: Int?
    var next = 0
    for (index, tokens) in scan.sentences.enumerated() {
      let span = scan.span(tokens)
      while next < timexes.count, timexes[next].span.start < span.start { next += 1 }
      let breaks = breaks(before: tokens.lowerBound)
      if breaks > 0 { line = nil }
      if breaks > 1, isOpen { (section, isOpen) = (nil, false) }
      let dates = (next..<timexes.count).prefix { timexes[$0].span.start < span.end }
        .filter { timexes[$0].type == .date && timexes[$0].days != nil && timexes[$0].grain <= .year }
      if isHeading(tokens, dates) {
        (section, isOpen) = (dates.first, false)
        continue
      }
      if breaks > 0 || index == 0, let first = dates.first, headsLine(first, tokens, isFirst: index == 0) {
        line = first
      }
      result[index] = line ?? section
      isOpen = true
    }
    return result
  }

  /// A line of its own that is a date, or a question or a title with a date and a colon.
  private func isHeading(_ tokens: Range<Int>, _ dates: [Int]) -> Bool {
    guard tokens.count <= Self.longest, !dates.isEmpty, breaks(before: tokens.lowerBound) > 0 || tokens.lowerBound == 0,
      tokens.upperBound >= scan.tokens.count || scan.tokens[tokens.upperBound].kind == .lineBreak
    else { return false }
    if scan.isMark(tokens.upperBound - 1, "?") || scan.isMark(tokens.upperBound - 1, ":") { return true }
    let others = tokens.filter { index in
      scan.tokens[index].kind != .mark && !dates.contains { timexes[$0].span.overlaps(scan.tokens[index].span) }
    }
    return others.isEmpty
  }

  /// Whether the line begins with this date, and a dash or a colon behind it; a dash in the first line ends a dateline.
  private func headsLine(_ timex: Int, _ tokens: Range<Int>, isFirst: Bool) -> Bool {
    let words = tokens.filter { timexes[timex].span.overlaps(scan.tokens[$0].span) }
    guard let first = words.first, let last = words.last else { return false }
    return (tokens.lowerBound..<first).allSatisfy { scan.tokens[$0].kind == .mark }
      && (isFirst ? [":"] : ["–", "-", "—", ":"]).contains { scan.isMark(last + 1, $0) }
  }

  private func breaks(before index: Int) -> Int {
    var count = 0
    var index = index - 1
    while index >= 0, scan.tokens[index].kind == .lineBreak {
      count += 1
      index -= 1
    }
    return count
  }
}
