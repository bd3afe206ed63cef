import Text

/// Where the lines of an article's page stand in its text, without the lines: a text of a megabyte is counted once a width,
/// and only what is shown is wrapped.
struct ArticleLayout: Sendable {
  /// The columns that it was made for.
  let width: Int
  /// The lines above the text.
  let head: [TextLine]
  /// The text's own lines, the longest ones cut.
  let stretches: [TextSpan]
  /// The line with which each of them begins; at the end the number of lines.
  let firstLines: [Int]

  /// Lines of the page.
  var count: Int { firstLines.last ?? head.count }

  /// The stretches that show a range of lines.
  func stretches(showing lines: Range<Int>) -> Range<Int> {
    guard !lines.isEmpty, !stretches.isEmpty else { return 0..<0 }
    let first = firstLines.partitioningIndex { $0 > lines.lowerBound } - 1
    let end = firstLines.partitioningIndex { $0 >= lines.upperBound }
    return max(0, first)..<min(max(end, 0), stretches.count)
  }
}
