import Text

/// What tells a language besides the words of its dates: rows of `words.tsv` whose class is `typical`, words of the
/// news that no pattern asks for, and `affix`, how its words begin (`me-`) and end (`-kan`).
///
/// They stay out of the lexicon, since the tagger would look at each of them in vain.
struct LanguageHints: Sendable {
  /// How words begin or end, in small letters.
  struct Affix: Sendable {
    let letters: [UInt8]
    let isPrefix: Bool

    /// Reads `me-` or `-kan`; nil where no hyphen tells which.
    init?(_ text: String) {
      isPrefix = text.hasSuffix("-")
      letters = Array((isPrefix ? text.dropLast() : text.dropFirst()).lowercased().utf8)
      guard isPrefix != text.hasPrefix("-"), !letters.isEmpty else { return nil }
    }

    /// Whether a longer word has it.
    func fits(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      guard word.count >= letters.count + 3 else { return false }
      let part = isPrefix ? word.prefix(letters.count) : word.suffix(letters.count)
      return part.elementsEqual(letters) { $0 | 0x20 == $1 }
    }
  }

  private(set) var words: [UInt64] = []
  private(set) var affixes: [Affix] = []

  /// Takes in a row of `words.tsv`; false where it is of another class.
  mutating func add(_ row: TableFile.Row) throws(TableError) -> Bool {
    switch row["class"] {
    case "typical":
      let words = row.list("word", separatedBy: "|")
      self.words += words.flatMap { Tokenizer.tokens(of: SourceText($0)).prefix(1).map(\.key) }
    case "affix":
      for word in row.list("word", separatedBy: "|") {
        guard let affix = Affix(word) else { throw row.error("\(word) is no affix: write me- or -kan") }
        affixes.append(affix)
      }
    default: return false
    }
    return true
  }
}
