import Text

/// Tells a text's language by its commonest words, the class `common` of each language, and the names of months and weekdays.
enum LanguageGuess {
  /// Bytes of the text that are looked at.
  private static let sample = 4000

  /// The language most of whose common words stand in the text; the first where none does.
  static func best(for text: SourceText, among packs: [LanguagePack]) -> LanguagePack {
    var best = packs[0]
    var most = -1
    text.bytes.withUnsafeBufferPointer { bytes in
      for pack in packs {
        let count = count(pack, UnsafeBufferPointer(rebasing: bytes.prefix(sample)))
        if count > most { (best, most) = (pack, count) }
      }
    }
    return best
  }

  /// A common word, or a month or weekday of the language's own.
  private static func isTypical(_ entry: Int32, _ lexicon: Lexicon) -> Bool {
    lexicon.entries[entry].senses.indices.contains { index in
      let sense = lexicon.senses[index]
      return sense.wordClass == .common
        || sense.damage == nil && (sense.wordClass == .month || sense.wordClass == .weekday)
    }
  }

  private static func count(_ pack: LanguagePack, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let reader = LexemeReader(bytes: bytes, pack: pack)
    var position = 0
    var count = 0
    while position < bytes.count {
      guard ByteClass.of(bytes[position]) == .letter else {
        position += 1
        continue
      }
      let (end, key) = reader.word(position)
      let entry = pack.lexicon.find(key)
      if entry >= 0, isTypical(entry, pack.lexicon) { count += 1 }
      position = max(end, position + 1)
    }
    return count
  }
}
