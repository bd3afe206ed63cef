import Text

/// Months and weekdays by their letters, for words that damage has touched.
struct SpellingTable: Sendable {
  private struct Word {
    var letters: [UInt8]
    /// One bit for each letter that occurs.
    var set: UInt32
    var wordClass: WordClass
    var entry: Int32
  }
  private var words: [Word] = []

  /// The longest word that is compared: longer ones are no name of a month or weekday.
  static let longest = 14

  /// Files a month or weekday of five letters or more; other words are left out.
  mutating func add(_ word: String, _ sense: WordSense, entry: Int) {
    guard sense.wordClass == .month || sense.wordClass == .weekday else { return }
    let letters = Array(LatinFolding.fold(word).utf8)
    guard letters.count >= 5, letters.count <= Self.longest, letters.allSatisfy({ $0 &- 97 < 26 }) else { return }
    let set = letters.reduce(0) { $0 | Self.bit($1) }
    words.append(Word(letters: letters, set: set, wordClass: sense.wordClass, entry: Int32(entry)))
  }

  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// The nearest word within two typing errors; nil where none is. One error in a word of five letters, two from six;
  /// one of the first two letters must agree. Most words are told apart by the letters that occur in them: an error
  /// changes two at most.
  func nearest(_ word: UnsafeBufferPointer<UInt8>) -> (entry: Int32, wordClass: WordClass)? {
    guard word.count >= 4, word.count <= Self.longest else { return nil }
    var set: UInt32 = 0
    for letter in word { set |= Self.bit(letter) }
    let (first, second) = (word[0] | 0x20, word[1] | 0x20)
    var best: (entry: Int32, wordClass: WordClass)?
    var fewest = 3
    for known in words where (known.set ^ set).nonzeroBitCount <= 4 {
      guard abs(known.letters.count - word.count) <= 2, known.letters[0] == first || known.letters[1] == second
      else { continue }
      let errors = EditDistance.between(known.letters, word.map { $0 | 0x20 })
      guard errors < fewest, errors <= (min(known.letters.count, word.count) >= 6 ? 2 : 1) else { continue }
      fewest = errors
      best = (known.entry, known.wordClass)
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
