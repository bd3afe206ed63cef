import Text

/// Tells a text's language by its commonest words, the class `common` of each language, and the names of months and
/// weekdays. The words of all languages lie in one table, so that a text is looked through once.
final class LanguageGuess: Sendable {
  /// Bytes of the text that are looked at, and words by which one language must lead to be sure before that.
  private static let sample = 4000
  private static let lead = 12
  /// More languages than these are not told apart.
  private static let most = 16

  private let keys: FlatTable<UInt64>
  /// One bit for each language that has the word; 0 where a slot is free.
  private let languages: FlatTable<UInt16>
  private let count: Int

  init(_ packs: [LanguagePack]) {
    count = min(packs.count, Self.most)
    let words = packs.prefix(Self.most).map(\.lexicon.typicalKeys)
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

  /// The number of the language most of whose words stand in the text; the first where none does.
  func best(for text: SourceText) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      let reader = WordReader(bytes: UnsafeBufferPointer(rebasing: bytes.prefix(Self.sample)))
      var counts = [Int](repeating: 0, count: count)
      var position = 0
      while position < reader.bytes.count {
        guard ByteClass.of(reader.bytes[position]) == .letter else {
          position += 1
          continue
        }
        let (end, key) = reader.word(position)
        let found = self.languages(with: key)
        if found != 0 {
          for language in 0..<count where found >> UInt16(language) & 1 != 0 { counts[language] += 1 }
          if Self.isSure(counts) { break }
        }
        position = max(end, position + 1)
      }
      return counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
    }
  }

  private static func isSure(_ counts: [Int]) -> Bool {
    var (first, second) = (0, 0)
    for count in counts {
      if count > first { (first, second) = (count, first) } else if count > second { second = count }
    }
    return first - second >= lead
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
