import Text
import Timeline

/// Reads the numbers of a sentence with what they count: `10.000 tentara`, `1,200 people`, `jutaan amunisi`.
struct FigureFinder {
  let scan: Scan
  let units: [String]
  let language: LanguageCode
  let timexOfToken: [Bool]

  /// The figures of a range of tokens, in order.
  func figures(in range: Range<Int>) -> [Figure] {
    var figures: [Figure] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard !timexOfToken[index], let (value, end) = number(at: index, in: range) else {
        index += 1
        continue
      }
      if let (unit, last) = unit(after: end, in: range) {
        let span = scan.span(index..<last)
        figures.append(Figure(value: value, unit: unit, text: scan.text[span], span: span))
        index = last
      } else {
        index = end
      }
    }
    return figures
  }

  private func unit(after end: Int, in range: Range<Int>) -> (String, Int)? {
    var index = end
    while index < min(end + 3, range.upperBound) {
      if scan.tokens[index].kind != .word { return nil }
      if let hit = scan.hit(at: index), let row = hit.row(.unit), row < units.count {
        return outcome(units[row], hit.end, in: range) ?? (units[row], hit.end)
      }
      index += 1
    }
    return nil
  }

  /// `30 orang tewas`, `12 people were killed`: what became of the people who are counted.
  private func outcome(_ unit: String, _ end: Int, in range: Range<Int>) -> (String, Int)? {
    guard Self.counted.contains(unit) else { return nil }
    for index in end..<max(end, min(end + 3, range.upperBound)) {
      guard scan.tokens[index].kind == .word, let hit = scan.hit(at: index) else { return nil }
      if let row = hit.row(.unit), row < units.count, Self.outcomes.contains(units[row]) {
        return (units[row], hit.end)
      }
      if !hit.has(.be), !hit.has(.perfect), !hit.is(.unit) { return nil }
    }
    return nil
  }

  private static let counted: Set<String> = ["people", "soldiers", "fighters"]
  private static let outcomes: Set<String> = ["killed", "wounded", "missing", "displaced"]

  /// A number in digits or words; Indonesian groups by full stops and has a decimal comma, English the other way round.
  private func number(at start: Int, in range: Range<Int>) -> (Double, Int)? {
    if scan.tokens[start].kind == .word {
      guard let value = Self.words[scan.tokens[start].key] else { return nil }
      return (value, start + 1)
    }
    let isGluedToWord =
      start > 0 && scan.tokens[start - 1].kind == .word && scan.tokens[start - 1].end == scan.tokens[start].start
    guard scan.tokens[start].kind == .number, !isGluedToWord, var value = digits(start) else { return nil }
    let group: Unicode.Scalar = language == .indonesian ? "." : ","
    let decimal: Unicode.Scalar = language == .indonesian ? "," : "."
    var end = start + 1
    while end + 1 < range.upperBound, scan.isMark(end, group), isGlued(end), scan.tokens[end + 1].kind == .number,
      scan.tokens[end + 1].span.length == 3, let next = digits(end + 1)
    {
      value = value * 1000 + next
      end += 2
    }
    if end + 1 < range.upperBound, scan.isMark(end, decimal), isGlued(end), scan.tokens[end + 1].kind == .number,
      let fraction = digits(end + 1)
    {
      var scale = 1.0
      for _ in 0..<min(scan.tokens[end + 1].span.length, 12) { scale *= 10 }
      value += fraction / scale
      end += 2
    }
    if end < range.upperBound, let factor = Self.factors[scan.tokens[end].key] {
      value *= factor
      end += 1
    }
    return (value, end)
  }

  private func isGlued(_ index: Int) -> Bool {
    scan.tokens[index].start == scan.tokens[index - 1].end && scan.tokens[index + 1].start == scan.tokens[index].end
  }

  private func digits(_ index: Int) -> Double? {
    let span = scan.tokens[index].span
    guard span.length <= 12 else { return nil }
    return scan.text.bytes[span.start..<span.end].reduce(0.0) { $0 * 10 + Double($1 &- 48) }
  }

  private static let factors = table([
    ("ribu", 1e3), ("juta", 1e6), ("miliar", 1e9), ("triliun", 1e12), ("thousand", 1e3), ("million", 1e6),
    ("billion", 1e9), ("trillion", 1e12),
  ])
  private static let words = table([
    ("dua", 2), ("tiga", 3), ("empat", 4), ("lima", 5), ("enam", 6), ("tujuh", 7), ("delapan", 8), ("sembilan", 9),
    ("sepuluh", 10), ("sebelas", 11), ("puluhan", 20), ("ratusan", 100), ("ribuan", 1e3), ("jutaan", 1e6), ("satu", 1),
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("dozens", 24), ("hundreds", 100), ("thousands", 1e3),
    ("millions", 1e6),
  ])
  private static func table(_ pairs: [(String, Double)]) -> [UInt64: Double] {
    Dictionary(pairs.map { (Tokenizer.key(of: $0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }
}
