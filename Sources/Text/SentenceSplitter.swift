/// Cuts a text into sentences.
///
/// A full stop ends a sentence where a blank and a capital, a digit or an opening mark follow; not behind an
/// abbreviation or an initial, not inside a quotation or brackets that the line closes, and not inside spans that the
/// caller protects, such as a damaged date with a stop in its middle. A blank line always ends one; a single line break
/// does unless the next line goes on in small letters. What is longer than `longestSentence` tokens is cut in parts.
///
/// ```swift
/// let splitter = SentenceSplitter(abbreviations: ["gen"])
/// let text = SourceText("Gen. X left. He came back.")
/// splitter.sentences(of: text, Tokenizer.tokens(of: text)).count  // 2
/// ```
public struct SentenceSplitter: Sendable {
  private let abbreviations: Set<UInt64>
  /// A run of tokens without an end is cut here, so that no rule over a sentence meets an endless one.
  public static let longestSentence = 400

  /// A splitter that knows these abbreviations, written without their stop.
  public init(abbreviations: some Sequence<String>) {
    self.abbreviations = Set(abbreviations.map { Tokenizer.key(of: $0) })
  }

  /// The sentences as ranges of `tokens`, in order, line breaks at their ends left out, none empty.
  public func sentences(of text: SourceText, _ tokens: [Token], keepingWhole spans: [TextSpan] = []) -> [Range<Int>] {
    sentences(of: text, tokens, keepingWhole: spans, quotations: Quotation.ranges(of: tokens))
  }

  /// The same, for a caller that has found the quotations already.
  public func sentences(
    of text: SourceText, _ tokens: [Token], keepingWhole spans: [TextSpan], quotations: [Range<Int>]
  ) -> [Range<Int>] {
    var cuts = Cuts(closed: quotations + Self.brackets(of: tokens), spans: spans)
    var sentences: [Range<Int>] = []
    var start = 0
    func close(_ end: Int) {
      var range = start..<max(start, end)
      while let first = range.first, tokens[first].kind == .lineBreak { range = first + 1..<range.upperBound }
      while let last = range.last, tokens[last].kind == .lineBreak { range = range.lowerBound..<last }
      while range.count > Self.longestSentence {
        let part = range.lowerBound..<range.lowerBound + Self.longestSentence
        sentences.append(part)
        range = part.upperBound..<range.upperBound
      }
      if !range.isEmpty { sentences.append(range) }
      start = max(start, end)
    }
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .lineBreak {
        if endsLine(tokens, index) { close(index + 1) }
      } else if token.kind == .mark, Self.terminators.contains(token.key), cuts.allows(index, Int(token.start)),
        let end = endOfSentence(text, tokens, index)
      {
        close(end)
      }
    }
    close(tokens.count)
    return sentences
  }

  private static let terminators: Set<UInt64> = [0x2E, 0x21, 0x3F, 0x2026]
  private static let closers: Set<UInt64> = [0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB]
  private static let openers: Set<UInt64> = [0x22, 0x28, 0x5B, 0x2018, 0x201C, 0x201E, 0xAB, 0x2014, 0x2013]
  private static let stop: UInt64 = 0x2E
  private static let comma: UInt64 = 0x2C

  /// Where the sentence ends whose terminator stands at `index`; nil where it goes on.
  private func endOfSentence(_ text: SourceText, _ tokens: [Token], _ index: Int) -> Int? {
    var end = index + 1
    while end < tokens.count, tokens[end].start == tokens[end - 1].end,
      Self.closers.contains(tokens[end].key) || Self.terminators.contains(tokens[end].key),
      tokens[end].kind == .mark
    {
      end += 1
    }
    guard end < tokens.count else { return end }
    let next = tokens[end]
    if next.kind == .lineBreak { return nil }
    guard next.start > tokens[end - 1].end else { return nil }
    switch next.kind {
    case .word where next.casing == .lower: return nil
    case .mark where !Self.openers.contains(next.key): return nil
    default: break
    }
    if tokens[index].key == Self.stop, index > 0, end == index + 1 {
      let word = tokens[index - 1]
      if word.kind == .word, word.end == tokens[index].start, abbreviations.contains(word.key) || word.span.length == 1
      {
        return nil
      }
    }
    return end
  }

  /// Whether the line break at `index` ends a sentence.
  private func endsLine(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, index > 0 else { return true }
    let next = tokens[index + 1]
    if next.kind == .lineBreak || tokens[index - 1].kind == .lineBreak { return true }
    if tokens[index - 1].key == Self.comma, tokens[index - 1].kind == .mark { return false }
    return !(next.kind == .word && next.casing == .lower)
  }

  /// Brackets that their line closes, not nested.
  private static func brackets(of tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: Int?
    for (index, token) in tokens.enumerated() {
      if token.kind == .lineBreak {
        open = nil
      } else if token.kind == .mark, token.key == 0x28 {
        open = index
      } else if token.kind == .mark, token.key == 0x29, let start = open {
        ranges.append(start..<index)
        open = nil
      }
    }
    return ranges
  }

  /// Where no cut may fall; asked with rising positions.
  private struct Cuts {
    private let closed: [Range<Int>]
    private let spans: [TextSpan]
    private var nextClosed = 0
    private var nextSpan = 0

    init(closed: [Range<Int>], spans: [TextSpan]) {
      self.closed = closed.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      self.spans = spans.sorted()
    }

    mutating func allows(_ index: Int, _ offset: Int) -> Bool {
      while nextClosed < closed.count, closed[nextClosed].upperBound <= index { nextClosed += 1 }
      while nextSpan < spans.count, spans[nextSpan].end <= offset { nextSpan += 1 }
      // The last token of a quotation may end the sentence: the closing mark follows it.
      if nextClosed < closed.count, closed[nextClosed].lowerBound <= index, index < closed[nextClosed].upperBound - 1 {
        return false
      }
      return !(nextSpan < spans.count && spans[nextSpan].contains(offset: offset) && offset < spans[nextSpan].end - 1)
    }
  }
}
