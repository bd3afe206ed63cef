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
    guard isYear else { return before.contains(.preposition) || before.contains(.part) }
    if !(1500...2099).contains(Int(reader.number(span.start).value)) { return before.contains(.preposition) }
    if before.contains(.preposition) || before.contains(.month) { return true }
    return stopsBefore(span.start) || stopsAfter(span.end)
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

  /// Whether a word such as `since` stands before it.
  func isAside(_ span: TextSpan) -> Bool { classes(of: lastWord, adjacentTo: span.start).contains(.since) }

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
