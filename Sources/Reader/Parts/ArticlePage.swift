import Text
import Timeline

/// An article as a page of text: where it is from, then its text with the event's evidence marked.
struct ArticlePage {
  let mention: EventMention
  let look: Look
  /// The piece of evidence that is current, marked by a sign at the left.
  let current: Int?

  /// A text without line breaks is cut into stretches of at most this many bytes.
  private static let stretchLimit = 2048

  /// Where its lines stand in `width` columns.
  func layout(width: Int) -> ArticleLayout {
    let head = head(width: width)
    let marks = EvidenceMarks(mention)
    let stretches = stretches
    var firstLines = [head.count]
    firstLines.reserveCapacity(stretches.count + 1)
    for stretch in stretches {
      firstLines.append(firstLines[firstLines.count - 1] + lineCount(of: stretch, marks, width: width))
    }
    return ArticleLayout(width: width, head: head, stretches: stretches, firstLines: firstLines)
  }

  /// Some of its lines; what is not there is left out.
  func lines(_ range: Range<Int>, _ layout: ArticleLayout) -> [TextLine] {
    let range = range.clamped(to: 0..<layout.count)
    let marks = EvidenceMarks(mention)
    let stop = current.flatMap { index in
      mention.evidenceStops.indices.contains(index) ? mention.evidenceStops[index] : nil
    }
    var lines = Array(layout.head[range.clamped(to: layout.head.indices)])
    for index in layout.stretches(showing: range) {
      let stretch = layout.stretches[index]
      let isCurrent = stop.map { $0.overlaps(stretch) } ?? false
      let sign = isCurrent ? look.glyph("▎ ", "| ") : "  "
      for (number, line) in wrapped(stretch, marks, width: layout.width).enumerated()
      where range.contains(layout.firstLines[index] + number) {
        lines.append(TextLine([Run(sign, .key)] + line, offset: number == 0 ? stretch.start : nil))
      }
    }
    return lines
  }

  /// The line on which a byte of the text stands.
  func line(of offset: Int, _ layout: ArticleLayout) -> Int {
    let index = layout.stretches.partitioningIndex { $0.start > offset } - 1
    guard layout.stretches.indices.contains(index) else { return 0 }
    let stretch = layout.stretches[index]
    let upTo = TextSpan(stretch.start, min(offset + 1, stretch.end))
    return layout.firstLines[index] + max(0, wrapped(upTo, EvidenceMarks(mention), width: layout.width).count - 1)
  }

  /// Whether a stretch may hold folded words; false only where it surely does not, without a look at its lines.
  func mayContain(_ words: [String], _ stretch: TextSpan) -> Bool {
    guard let word = words.first(where: { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } }) else { return true }
    let wanted = Array(word.utf8)
    return mention.article.text.bytes[stretch.start..<stretch.end].withUnsafeBufferPointer { bytes in
      for start in bytes.indices {
        // Letters beyond ASCII are folded in ways of their own.
        if bytes[start] >= 0x80 { return true }
        guard bytes[start] | 0x20 == wanted[0] | 0x20, start + wanted.count <= bytes.count else { continue }
        if wanted.indices.allSatisfy({ bytes[start + $0] | 0x20 == wanted[$0] | 0x20 }) { return true }
      }
      return false
    }
  }

  private func wrapped(_ stretch: TextSpan, _ marks: EvidenceMarks, width: Int) -> [[Run]] {
    TextFlow.lines(
      marks.runs(of: stretch, look: look, letters: true), width: max(1, width - 2), repertoire: look.repertoire)
  }

  /// The lines of a stretch; they are only made to be counted where it is marked or holds rare characters.
  private func lineCount(of stretch: TextSpan, _ marks: EvidenceMarks, width: Int) -> Int {
    let isMarked =
      marks.evidence.contains { $0.overlaps(stretch) } || marks.marks.contains { $0.span.overlaps(stretch) }
    let bytes = mention.article.text.bytes[stretch.start..<stretch.end]
    if !isMarked, let count = TextFlow.plainLineCount(bytes, width: max(1, width - 2), repertoire: look.repertoire) {
      return count
    }
    return wrapped(stretch, marks, width: width).count
  }

  /// Title, outlet, publication day and how it is known.
  private func head(width: Int) -> [TextLine] {
    let article = mention.article
    var lines: [TextLine] = []
    if let title = article.title {
      lines += TextFlow.lines([Run(title, .title)], width: width, repertoire: look.repertoire).map { TextLine($0) }
    }
    let published = article.publication.day.map { day in
      look.words.text(
        "article.published.\(article.publication.basis.rawValue)",
        ["day": "\(day.day) \(look.words.dates.month(day, short: false)) \(day.year)"])
    }
    let facts = [article.outlet, published ?? look.words["article.undated"]].compactMap { $0 }
    var runs = [Run(facts.joined(separator: " - "), .muted)]
    if let url = article.url { runs += [Run(" - ", .muted), Run(url, .link)] }
    lines += TextFlow.lines(runs, width: width, repertoire: look.repertoire).map { TextLine($0) }
    return lines + [TextLine()]
  }

  /// The text's own lines; longer ones are cut at a blank, so that a line of a megabyte costs no more than others.
  private var stretches: [TextSpan] {
    let bytes = mention.article.text.bytes
    var stretches: [TextSpan] = []
    var start = 0
    while start < bytes.count {
      let limit = min(start + Self.stretchLimit, bytes.count)
      if let lineEnd = bytes[start..<limit].firstIndex(of: 10) {
        stretches.append(TextSpan(start, lineEnd))
        start = lineEnd + 1
        continue
      }
      if limit == bytes.count {
        stretches.append(TextSpan(start, limit))
        break
      }
      let blank = bytes[start..<limit].lastIndex(of: 32)
      var end = blank.map { $0 + 1 } ?? limit
      while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      stretches.append(TextSpan(start, end))
      start = end
    }
    return stretches
  }
}
