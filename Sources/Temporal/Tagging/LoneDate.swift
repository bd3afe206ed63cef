import Text

/// Tells a lone year from a count, and a short name of a month from other words, by what stands around it.
struct LoneDate {
  let reader: LexemeReader
  /// The word before it.
  let lastWord: Range<Int>

  /// Whether the number or name at `span` is a date.
  func stands(_ span: TextSpan, isYear: Bool) -> Bool {
    let before = classes(of: lastWord, adjacentTo: span.start)
    let follows = self.following(span.end)
    if follows.contains(.counted) || follows.contains(.unit) {
      return before.contains(.preposition) && !follows.contains(.counted)
    }
    guard isYear else {
      return (before.contains(.preposition) || before.contains(.part)) && !beginsName(after: span.end)
    }
    if !(1500...2099).contains(Int(reader.number(span.start).value)) { return before.contains(.preposition) }
    if before.contains(.preposition) || before.contains(.month) { return true }
    return stopsBefore(span.start) || stopsAfter(span.end) || endsName(span)
  }

  /// Whether a year closes a name, as those of events do: `Olimpiade Paris 2024`.
  private func endsName(_ span: TextSpan) -> Bool {
    guard !lastWord.isEmpty, lastWord.upperBound + 1 == span.start, reader.bytes[lastWord.lowerBound] &- 65 < 26,
      reader.number(span.start).value % 100 != 0
    else { return false }
    var before = lastWord.lowerBound
    while before > 0, reader.bytes[before - 1] == 32 { before -= 1 }
    return before > 0 && (reader.bytes[before - 1] | 0x20) &- 97 < 26
  }

  /// Whether a weekday is the first name of somebody who is quoted: `ujar Rabu Susanto`.
  func isSpeaker(_ span: TextSpan) -> Bool {
    beginsName(after: span.end) && classes(of: lastWord, adjacentTo: span.start).contains(.attribution)
  }

  /// Whether a name goes on behind a month that is also a person's: `dari Mei Ling`.
  private func beginsName(after position: Int) -> Bool {
    guard position + 1 < reader.bytes.count, reader.bytes[position] == 32 else { return false }
    return reader.bytes[position + 1] &- 65 < 26
  }

  /// Whether `the 20th` is a day and not `the 20th Division`: a mark or a small common word follows.
  func standsAsOrdinal(_ span: TextSpan) -> Bool {
    guard !reader.bytes[span.start..<span.end].allSatisfy({ $0 < 48 || $0 >= 58 }) else { return true }
    let next = reader.skipBlanks(span.end).position
    guard next < reader.bytes.count else { return true }
    if ".,;:)".utf8.contains(reader.bytes[next]) { return true }
    guard reader.bytes[next] &- 97 < 26 else { return false }
    let classes = following(span.end)
    return classes.contains(.common) || classes.contains(.preposition) || classes.contains(.past)
  }

  /// Whether a number of years stands between commas or brackets, as an age does: `Ali, 37 tahun, tewas`.
  func isAge(_ span: TextSpan) -> Bool {
    var before = span.start
    while before > 0, reader.bytes[before - 1] == 32 { before -= 1 }
    let after = reader.skipBlanks(span.end).position
    guard before > 0, after < reader.bytes.count else { return false }
    switch (reader.bytes[before - 1], reader.bytes[after]) {
    case (UInt8(ascii: ","), UInt8(ascii: ",")), (UInt8(ascii: ","), UInt8(ascii: ".")),
      (UInt8(ascii: "("), UInt8(ascii: ")")):
      return true
    default: return false
    }
  }

  /// The classes of the word right before it.
  func before(_ span: TextSpan) -> ClassSet { classes(of: lastWord, adjacentTo: span.start) }

  private func classes(of word: Range<Int>, adjacentTo position: Int) -> ClassSet {
    var index = position
    while index > word.upperBound, reader.bytes[index - 1] == 32 { index -= 1 }
    guard index == word.upperBound, !word.isEmpty else { return ClassSet() }
    let entry = reader.lexicon.find(reader.word(word.lowerBound).key)
    return reader.lexicon.classes(entry)
  }

  private func following(_ position: Int) -> ClassSet {
    let next = reader.skipBlanks(position).position
    guard next < reader.bytes.count, ByteClass.of(reader.bytes[next]) == .letter else { return ClassSet() }
    let entry = reader.lexicon.find(reader.word(next).key)
    return reader.lexicon.classes(entry)
  }

  /// A bracket, a quotation mark, a dash or the start of a line before it.
  private func stopsBefore(_ position: Int) -> Bool {
    var index = position
    while index > 0, reader.bytes[index - 1] == 32 { index -= 1 }
    guard index > 0 else { return true }
    return "(\"/-\n".utf8.contains(reader.bytes[index - 1]) || reader.bytes[index - 1] >= 128
  }

  /// A mark that ends a clause, a capital, or the end of the line behind it.
  private func stopsAfter(_ position: Int) -> Bool {
    let next = reader.skipBlanks(position).position
    guard next < reader.bytes.count else { return true }
    let byte = reader.bytes[next]
    return ".,;:)-\n\"".utf8.contains(byte) || byte >= 128 || byte &- 65 < 26
  }
}
