import Temporal
import Text

/// An article cut into tokens and sentences, with every phrase of the tables that it holds: made once, shared by all
/// rules. A class only so that handing it on costs one reference; it never changes.
final class Scan: Sendable {
  let text: SourceText
  let tokens: [Token]
  let lexicon: Lexicon
  /// Phrases, in order, none overlapping.
  let hits: [Hit]
  /// The hit that covers each token, or -1.
  let hitOfToken: [Int32]
  /// Sentences as ranges of tokens.
  let sentences: [Range<Int>]
  /// What stands between quotation marks.
  let quotations: [Range<Int>]

  init(
    text: SourceText, body: TextSpan, timexes: [Timex3], lexicon: Lexicon, splitter: SentenceSplitter,
    isIndonesian: Bool
  ) {
    let tokens = Tokenizer.tokens(of: text, in: body)
    let quotations = Quotation.ranges(of: tokens)
    let whole = timexes.map(\.span)
    sentences = splitter.sentences(of: text, tokens, keepingWhole: whole, quotations: quotations)
    var hits: [Hit] = []
    hits.reserveCapacity(tokens.count / 2)
    var hitOfToken = [Int32](repeating: -1, count: tokens.count)
    var index = 0
    while index < tokens.count {
      guard let hit = Self.hit(text, tokens, index, lexicon, isIndonesian) else {
        index += 1
        continue
      }
      for token in hit.tokens { hitOfToken[token] = Int32(hits.count) }
      hits.append(hit)
      index = hit.end
    }
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    self.hits = hits
    self.hitOfToken = hitOfToken
    self.quotations = quotations
  }

  /// The hit that covers token `index`; nil where none does. Inlined, so that asking for one field copies no hit.
  @inline(__always)
  func hit(at index: Int) -> Hit? {
    guard index >= 0, index < hitOfToken.count, hitOfToken[index] >= 0 else { return nil }
    return hits[Int(hitOfToken[index])]
  }

  /// The hits that begin in a range of tokens, as a range of `hits`.
  func hits(in range: Range<Int>) -> Range<Int> {
    let low = firstHit(from: range.lowerBound)
    let high = firstHit(from: range.upperBound)
    return low..<max(low, high)
  }

  /// The bytes that a range of tokens covers.
  func span(_ range: Range<Int>) -> TextSpan {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// Whether token `index` is the mark `character`.
  @inline(__always)
  func isMark(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark && tokens[index].key == UInt64(character.value)
  }

  /// The quotation that holds token `index`; nil where none does.
  func quotation(at index: Int) -> Range<Int>? {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < quotations.count && quotations[low].contains(index) ? quotations[low] : nil
  }

  private func firstHit(from token: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].start < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func hit(
    _ text: SourceText, _ tokens: [Token], _ index: Int, _ lexicon: Lexicon, _ isIndonesian: Bool
  ) -> Hit? {
    if tokens[index].kind == .lineBreak { return nil }
    var objects: UInt64 = 0
    var best: Lexicon.Match?
    lexicon.walk(tokens, from: index, to: tokens.count) { match in
      guard let entry = match.entries.first(where: { accepts(lexicon, $0, text, tokens, index..<match.end) })
      else { return }
      if lexicon.entries[entry].table == .object { objects |= lexicon.entries[entry].bit }
      best = match
    }
    if best == nil, isIndonesian, let stem = Clitic.stemKey(of: tokens[index], in: text) {
      best = lexicon.entries(ofWord: stem).map { Lexicon.Match(end: index + 1, entries: $0) }
    }
    guard let best else { return nil }
    var hit = Hit(start: index, end: best.end, entries: best.entries)
    for entry in best.entries where accepts(lexicon, entry, text, tokens, hit.tokens) {
      hit.add(lexicon.entries[entry])
    }
    hit.add(objects: objects)
    // `about 11,000 troops`: before a number the word joins nothing.
    if hit.has(.approximate), hit.end < tokens.count, tokens[hit.end].kind == .number { return nil }
    return hit
  }

  /// Whether the phrase is written as an entry wants it: a name with a capital somewhere, an exact one letter by letter.
  @inline(__always)
  private static func accepts(
    _ lexicon: Lexicon, _ index: Int, _ text: SourceText, _ tokens: [Token], _ range: Range<Int>
  ) -> Bool {
    let entry = lexicon.entries[index]
    if entry.table.holdsNames, !range.contains(where: { tokens[$0].casing != .lower }) { return false }
    guard entry.isExact else { return true }
    let bytes = text.bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)]
    return lexicon.isSpelled(bytes, as: index)
  }
}
