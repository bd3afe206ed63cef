import Text

/// Months and weekdays by their letters, for words that damage has touched.
struct SpellingTable: Sendable {
  private var words: [(letters: [UInt8], sense: WordSense, entry: Int32)] = []

  /// Files a month or weekday of five letters or more; other words are left out.
  mutating func add(_ word: String, _ sense: WordSense, entry: Int) {
    guard sense.wordClass == .month || sense.wordClass == .weekday else { return }
    let letters = Array(LatinFolding.fold(word).utf8)
    if letters.count >= 5, letters.allSatisfy({ $0 &- 97 < 26 }) { words.append((letters, sense, Int32(entry))) }
  }

  /// The nearest word within two typing errors; nil where none is. One error in a word of five letters, two from six;
  /// one of the first two letters must agree.
  func nearest(_ letters: [UInt8]) -> (entry: Int32, wordClass: WordClass)? {
    guard letters.count >= 4, letters.count <= 14 else { return nil }
    var best: (entry: Int32, wordClass: WordClass)?
    var fewest = 3
    for word in words where abs(word.letters.count - letters.count) <= 2 {
      guard word.letters[0] == letters[0] || word.letters[1] == letters[1] else { continue }
      let errors = EditDistance.between(word.letters, letters)
      guard errors < fewest, errors <= (min(word.letters.count, letters.count) >= 6 ? 2 : 1) else { continue }
      fewest = errors
      best = (word.entry, word.sense.wordClass)
    }
    return best
  }
}

/// Optimal string alignment distance (Damerau–Levenshtein where no part is edited twice).
enum EditDistance {
  /// Insertions, deletions, exchanges and swaps of neighbors that lead from `a` to `b`.
  static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
