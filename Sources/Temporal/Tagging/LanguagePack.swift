import Text

/// A language as its tables tell it: words, patterns, holidays, and the order of day and month.
final class LanguagePack: Sendable {
  let code: LanguageCode
  let lexicon: Lexicon
  let trie: PatternTrie
  let holidays: HolidayTable
  /// Whether a numeric date begins with the month.
  let monthFirst: Bool
  /// Words of the language that damage may have touched: months and weekdays with what they mean.
  let spelling: SpellingTable
  /// What tells the language of a text.
  let hints: LanguageHints
  /// What the patterns say, by their numbers in the trie.
  let meanings: FlatTable<PatternMeaning>

  /// Reads `languages/CODE/words.tsv`, `patterns.tsv` and `holidays.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  convenience init(code: LanguageCode, resources: ResourceFolder) throws(TableError) {
    let folder = "languages/\(code.rawValue)"
    try self.init(
      code: code,
      words: resources.table("\(folder)/words.tsv", required: ["word", "class", "value"]),
      patterns: resources.table("\(folder)/patterns.tsv", required: ["pattern", "says", "example", "means"]),
      holidays: resources.table("\(folder)/holidays.tsv", required: ["holiday", "rule"]))
  }

  /// Compiles a language from its tables.
  init(code: LanguageCode, words: TableFile, patterns: TableFile, holidays: TableFile) throws(TableError) {
    var compiler = LanguageCompiler()
    try compiler.addWords(words)
    try compiler.addHolidays(holidays)
    try compiler.addPatterns(patterns)
    trie = PatternTrie(compiler.trie, entries: compiler.lexicon.entries.count)
    compiler.markStarts(trie)
    lexicon = Lexicon(compiler.lexicon)
    meanings = FlatTable(compiler.meanings)
    self.code = code
    self.holidays = compiler.holidays
    monthFirst = compiler.monthFirst
    spelling = compiler.spelling
    hints = compiler.hints
  }

  deinit { meanings.deallocate() }
}
