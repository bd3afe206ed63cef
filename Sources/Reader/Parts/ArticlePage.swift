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

  /// The lines in `width` columns.
  func lines(width: Int) -> [TextLine] {
    let marks = EvidenceMarks(mention)
    let stop = current.flatMap { index in
      mention.evidenceStops.indices.contains(index) ? mention.evidenceStops[index] : nil
    }
    var lines = head(width: width)
    for stretch in stretches {
      let runs = marks.runs(of: stretch, look: look, letters: true)
      let isCurrent = stop.map { $0.overlaps(stretch) } ?? false
      let wrapped = TextFlow.lines(runs, width: max(1, width - 2), repertoire: look.repertoire)
      for (index, line) in wrapped.enumerated() {
        let sign = isCurrent ? look.glyph("▎ ", "| ") : "  "
        lines.append(TextLine([Run(sign, .key)] + line, offset: index == 0 ? stretch.start : nil))
      }
    }
    return lines
  }

  /// The line on which a byte of the text stands.
  func line(of offset: Int, width: Int) -> Int {
    var result = 0
    var seen = head(width: width).count
    for stretch in stretches {
      if stretch.start > offset { break }
      let marks = EvidenceMarks(mention)
      let upTo = TextSpan(stretch.start, min(offset + 1, stretch.end))
      let count = TextFlow.lines(
        marks.runs(of: upTo, look: look, letters: true), width: max(1, width - 2), repertoire: look.repertoire
      ).count
      result = seen + max(0, count - 1)
      seen +=
        TextFlow.lines(
          marks.runs(of: stretch, look: look, letters: true), width: max(1, width - 2), repertoire: look.repertoire
        ).count
    }
    return result
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
