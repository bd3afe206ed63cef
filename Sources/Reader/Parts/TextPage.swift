import Timeline

/// A page of text by its lines, of which only those that are asked for are made.
enum TextPage {
  /// A short page.
  case lines([TextLine])
  /// An article, whatever its length.
  case article(ArticlePage, ArticleLayout)

  /// How many lines it has.
  var count: Int {
    switch self {
    case .lines(let lines): lines.count
    case .article(_, let layout): layout.count
    }
  }

  /// Some of its lines; what is not there is left out.
  func lines(_ range: Range<Int>) -> [TextLine] {
    switch self {
    case .lines(let lines): Array(lines[range.clamped(to: lines.indices)])
    case .article(let page, let layout): page.lines(range, layout)
    }
  }

  /// The first line of a range with words, which are folded; nil where there is none.
  func firstLine(with words: [String], in range: Range<Int>) -> Int? {
    for part in parts(of: range) where mayContain(words, part) {
      if let line = part.lines.first(where: { contains(words, $0) }) { return line }
    }
    return nil
  }

  /// The last line of a range with words, which are folded; nil where there is none.
  func lastLine(with words: [String], in range: Range<Int>) -> Int? {
    for part in parts(of: range).reversed() where mayContain(words, part) {
      if let line = part.lines.last(where: { contains(words, $0) }) { return line }
    }
    return nil
  }

  /// Lines that are made together.
  private struct Part {
    /// The stretch of the article that they show; nil for lines that are there already.
    let stretch: Int?
    let lines: Range<Int>
  }

  private func parts(of range: Range<Int>) -> [Part] {
    let range = range.clamped(to: 0..<count)
    guard case .article(_, let layout) = self else { return [Part(stretch: nil, lines: range)] }
    return [Part(stretch: nil, lines: range.clamped(to: 0..<layout.head.count))]
      + layout.stretches(showing: range).map { stretch in
        Part(stretch: stretch, lines: range.clamped(to: layout.firstLines[stretch]..<layout.firstLines[stretch + 1]))
      }
  }

  private func mayContain(_ words: [String], _ part: Part) -> Bool {
    guard case .article(let page, let layout) = self, let stretch = part.stretch else { return true }
    return page.mayContain(words, layout.stretches[stretch])
  }

  private func contains(_ words: [String], _ line: Int) -> Bool {
    lines(line..<line + 1).contains { SearchText($0.runs.map(\.text).joined()).contains(words: words) }
  }
}
