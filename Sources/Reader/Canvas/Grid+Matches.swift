import Text
import Timeline

extension Grid {
  /// Marks in an area what was searched for: every word that begins with one of `words`, which are folded, as far as it
  /// was typed. A word that goes on in the next row is marked where it begins.
  mutating func markMatches(_ words: [String], in area: Area) {
    let wanted = words.filter { !$0.isEmpty }.map(Array.init)
    if wanted.isEmpty { return }
    for row in area.row..<area.row + area.height {
      let columns = max(0, area.column)..<max(area.column, min(area.column + area.width, size.columns))
      let folded = columns.map { self[row, $0].text.map(Self.folded) ?? "" }
      for start in folded.indices
      where Self.isLetter(folded[start]) && (start == 0 || !Self.isLetter(folded[start - 1])) {
        for word in wanted {
          guard let end = Self.end(of: word, in: folded, from: start) else { continue }
          for index in start..<end { mark(row, columns.lowerBound + index) }
        }
      }
    }
  }

  /// The index behind `word` where it stands at `start`; nil where it does not.
  private static func end(of word: [Character], in folded: [String], from start: Int) -> Int? {
    var rest = word[...]
    var index = start
    while !rest.isEmpty {
      guard index < folded.count else { return nil }
      // The right half of a wide character is empty.
      guard rest.starts(with: folded[index]) else { return nil }
      rest = rest.dropFirst(folded[index].count)
      index += 1
    }
    return index
  }

  private static func folded(_ character: Character) -> String { SearchText.name(String(character)) }

  private static func isLetter(_ folded: String) -> Bool { !folded.isEmpty }
}
