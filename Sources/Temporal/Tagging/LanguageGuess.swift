import Text

/// Tells a text's language by the words of each language's tables, and where those decide little, as in a headline, by how
/// its words begin and end. The words of all languages lie in one table, so that a text is looked through once.
final class LanguageGuess: Sendable {
  /// Bytes of the text that are looked at, and words by which one language must lead to be sure before that.
  private static let sample = 4000
  private static let sureLead = 12
  /// More languages than these are not told apart.
  private static let most = 16

  private let keys: FlatTable<UInt64>
  /// One bit for each language that has the word; 0 where a slot is free.
  private let languages: FlatTable<UInt16>
  private let count: Int
  private let affixes: [[LanguageHints.Affix]]
  /// A lead in words that needs no affixes to back it.
  private static let clearLead = 4

  init(_ packs: [LanguagePack]) {
    count = min(packs.count, Self.most)
    let words = packs.prefix(Self.most).map { $0.lexicon.typicalKeys + $0.hints.words }
    affixes = packs.prefix(Self.most).map(\.hints.affixes)
    var size = 256
    while size < words.reduce(0, { $0 + $1.count }) * 3 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var languages = [UInt16](repeating: 0, count: size)
    for (language, own) in words.enumerated() {
      for key in own {
        var slot = Int(truncatingIfNeeded: key ^ key >> 29) & (size - 1)
        while languages[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
        keys[slot] = key
        languages[slot] |= 1 << UInt16(language)
      }
    }
    (self.keys, self.languages) = (FlatTable(keys), FlatTable(languages))
  }

  deinit {
    keys.deallocate()
    languages.deallocate()
  }

  /// The number of the language that most of the text's words speak for; the first where none does.
  func best(for text: SourceText) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      let reader = WordReader(bytes: UnsafeBufferPointer(rebasing: bytes.prefix(Self.sample)))
      var counts = countWords(reader)
      if Self.lead(of: counts) < Self.clearLead {
        for (language, hits) in countAffixes(reader).enumerated() { counts[language] = 2 * counts[language] + hits }
      }
      return counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
    }
  }

  /// By how many words the first language leads the second.
  private static func lead(of counts: [Int]) -> Int {
    var (first, second) = (0, 0)
    for count in counts {
      if count > first { (first, second) = (count, first) } else if count > second { second = count }
    }
    return first - second
  }

  private func countWords(_ reader: WordReader) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    forEachWord(reader) { _, key in
      let found = languages(with: key)
      if found == 0 { return true }
      for language in 0..<count where found >> UInt16(language) & 1 != 0 { counts[language] += 1 }
      return Self.lead(of: counts) < Self.sureLead
    }
    return counts
  }

  /// For each language, the words that begin or end as its words do.
  private func countAffixes(_ reader: WordReader) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    forEachWord(reader) { range, _ in
      for language in affixes.indices where affixes[language].contains(where: { $0.fits(reader.bytes[range]) }) {
        counts[language] += 1
      }
      return true
    }
    return counts
  }

  /// Words of at least two letters, since one letter is often a sign of something else, while `body` wants more.
  private func forEachWord(_ reader: WordReader, _ body: (Range<Int>, UInt64) -> Bool) {
    var position = 0
    while position < reader.bytes.count {
      guard ByteClass.of(reader.bytes[position]) == .letter else {
        position += 1
        continue
      }
      let (end, key) = reader.word(position)
      if end > position + 1, !body(position..<end, key) { return }
      position = max(end, position + 1)
    }
  }

  private func languages(with key: UInt64) -> UInt16 {
    var slot = Int(truncatingIfNeeded: key ^ key >> 29) & (keys.count - 1)
    while languages[slot] != 0 {
      if keys[slot] == key { return languages[slot] }
      slot = (slot &+ 1) & (keys.count - 1)
    }
    return 0
  }
}
