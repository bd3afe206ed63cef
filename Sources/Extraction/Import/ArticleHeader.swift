import Temporal
import Text
import Timeline

/// The short lines at the head of a plain text that tell title, outlet and publication, labelled or not.
///
/// A line may tell several things between bars: `Kabar Uji | Senin, 28 Oktober 2024 | 19:05 WIB`. The first line that
/// tells nothing else is the headline.
struct ArticleHeader {
  /// Where the article's own prose begins.
  let end: Int
  /// The headline.
  private(set) var title: String?
  /// Who publishes it.
  private(set) var outlet: String?
  /// When it was published.
  private(set) var publication = Publication()

  private let dates: DateReader
  /// The article's language, in which the dates of its head are read.
  private let language: LanguageCode

  private static let longestLine = 240
  private static let mostLines = 8

  /// The header of a text; nil where the text begins with prose.
  init?(_ text: SourceText, labels: HeaderLabels, dates: DateReader) {
    guard let (lines, end) = Self.lines(of: text) else { return nil }
    self.end = end
    self.dates = dates
    language = dates.language(of: text)
    for line in lines { read(line, labels) }
  }

  /// The lines before the first blank one, and where it stands; nil where they are too many, too long or prose.
  private static func lines(of text: SourceText) -> (lines: [String], end: Int)? {
    var spans: [TextSpan] = []
    var start = 0
    while start < text.count {
      let end =
        text.bytes[start...].prefix(longestLine + 1).firstIndex(of: 10) ?? min(text.count, start + longestLine + 1)
      let line = TextSpan(start + blanks(text.bytes[start..<end]), end)
      if line.isEmpty {
        if spans.isEmpty { start = end + 1; continue }
        break
      }
      if spans.count == mostLines || end - start > longestLine || isProse(text, line) { return nil }
      spans.append(line)
      start = end + 1
    }
    return spans.isEmpty || start >= text.count ? nil : (spans.map { text[$0] }, start)
  }

  /// The white space at the head of a line, in bytes: ASCII and the no-break space of web pages.
  private static func blanks(_ line: ArraySlice<UInt8>) -> Int {
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] <= 32 {
        index += 1
      } else if line[index...].starts(with: [0xC2, 0xA0]) {
        index += 2
      } else {
        break
      }
    }
    return index - line.startIndex
  }

  /// A headline has no full stop at its end, save after an abbreviation.
  private static func isProse(_ text: SourceText, _ line: TextSpan) -> Bool {
    let bytes = text.bytes[line.start..<line.end]
    guard let last = bytes.last, ".?!\"".utf8.contains(last) || bytes.suffix(3) == [0xE2, 0x80, 0x9D] else {
      return false
    }
    return bytes.count > 120 || (last == UInt8(ascii: ".") && bytes.count > 60)
  }

  private mutating func read(_ line: String, _ labels: HeaderLabels) {
    if let (field, rest) = labels.read(line), field == .title || field == .outlet || !line.contains("|") {
      return set(field, rest)
    }
    if let day = self.publication(line) {
      publication = day
      for piece in Self.pieces(of: line) { readBesideDate(piece, labels) }
    } else if title == nil {
      let pieces = Self.pieces(of: line, at: " | ")
      title = pieces.first
      if pieces.count == 2, pieces[1].split(separator: " ").count <= 4 { outlet = pieces[1] }
    } else if outlet == nil, let name = Self.pieces(of: line).first, labels.read(name) == nil {
      outlet = Self.name(name)
    }
  }

  private mutating func set(_ field: HeaderLabels.Field, _ rest: String) {
    switch field {
    case .title: title = rest
    case .outlet: outlet = Self.name(rest)
    case .published: publication = self.publication(rest) ?? publication
    case .author: break
    }
  }

  /// A piece of the publication line that is neither date nor author nor place in capitals is the outlet.
  private mutating func readBesideDate(_ piece: String, _ labels: HeaderLabels) {
    let isDated = piece.contains { $0.isNumber }
    let isPlace = piece == piece.uppercased()
    if outlet == nil, title != nil, !isDated, !isPlace, labels.read(piece) == nil { outlet = Self.name(piece) }
  }

  private func publication(_ line: String) -> Publication? {
    let found = dates.read(SourceText(line), published: nil, language: language).timexes.first {
      ($0.basis == .explicit || $0.basis == .repaired) && $0.days?.length == 1
    }
    guard let found, let day = found.days?.first else { return nil }
    return Publication(day: day, time: found.time, basis: .header, evidence: line)
  }

  private static func pieces(of line: String) -> [String] {
    for mark in [" | ", " – ", " - ", ", "] {
      let found = pieces(of: line, at: mark)
      if found.count > 1 { return found }
    }
    return [line]
  }

  private static func pieces(of line: String, at mark: String) -> [String] {
    let (line, mark) = (Array(line.utf8), Array(mark.utf8))
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index < line.count {
      let isMark = line[index] == mark[0] && line[index...].starts(with: mark)
      if isMark || index == line.count - 1 {
        let end = isMark ? index : line.count
        if end > start { pieces.append(String(decoding: line[start..<end], as: UTF8.self)) }
        start = index + mark.count
      }
      index += isMark ? mark.count : 1
    }
    return pieces
  }

  /// An outlet's name without its English article and without what stands in brackets behind it.
  private static func name(_ text: String) -> String {
    let bare = Array((text.hasPrefix("The ") ? text.dropFirst(4) : text[...]).utf8.prefix { $0 != UInt8(ascii: "(") })
    let end = bare.lastIndex { $0 != 32 }.map { $0 + 1 } ?? 0
    return String(decoding: bare[..<end], as: UTF8.self)
  }
}
