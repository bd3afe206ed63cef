import Text

/// Phrases of the tables, cut into words once, for the lexicons of all languages. Words and spellings lie in flat
/// arrays, since ten thousand phrases are read at every start.
struct PhraseList: Sendable {
  /// The keys of all words, phrase after phrase.
  private(set) var keys: [UInt64] = []
  /// The spellings of the phrases that must be written as they stand in the table.
  private(set) var spellings: [UInt8] = []
  /// The phrases in the order of the tables.
  private(set) var phrases: [Phrase] = []

  /// A phrase and what it stands for.
  struct Phrase: Sendable {
    /// Its words among the keys.
    let words: Range<Int>
    /// What it stands for.
    let entry: Lexicon.Entry
    /// Its bytes among the spellings; empty where case does not decide.
    let spelling: Range<Int>
  }

  /// Adds a phrase. One that begins with `=` must be written as it stands.
  mutating func add(_ words: String, _ table: LexicalTable, _ row: Int32) {
    let isExact = words.utf8.first == UInt8(ascii: "=")
    let text = SourceText(isExact ? String(words.dropFirst()) : words)
    let first = keys.count
    for token in Tokenizer.tokens(of: text) { keys.append(token.key) }
    if keys.count == first { return }
    let spelling = spellings.count
    if isExact { spellings += text.bytes }
    phrases.append(
      Phrase(
        words: first..<keys.count, entry: Lexicon.Entry(table: table, row: row, isExact: isExact),
        spelling: spelling..<spellings.count))
  }

  /// Adds a phrase that is cut already.
  mutating func add(_ words: [UInt64], _ table: LexicalTable, _ row: Int32) {
    if words.isEmpty { return }
    let first = keys.count
    keys += words
    phrases.append(
      Phrase(
        words: first..<keys.count, entry: Lexicon.Entry(table: table, row: row, isExact: false),
        spelling: spellings.count..<spellings.count))
  }

  /// The words of a phrase.
  static func keys(of words: String) -> [UInt64] { Tokenizer.tokens(of: SourceText(words)).map(\.key) }
}
