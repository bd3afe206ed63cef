import Text

/// A language as its tables tell it: words, patterns, holidays, and the order of day and month.
struct LanguagePack: Sendable {
  /// The row of a pattern.
  struct PatternRow: Sendable {
    var text: String
    var meaning: PatternMeaning
    var place: String
  }

  let code: LanguageCode
  private(set) var lexicon = Lexicon()
  private(set) var patterns: [PatternRow] = []
  private(set) var trie = PatternTrie([])
  private(set) var holidays = HolidayTable()
  /// Whether a numeric date begins with the month.
  private(set) var monthFirst = false
  /// Words of the language that damage may have touched: months and weekdays with what they mean.
  private(set) var spelling = SpellingTable()
  private var classes: [String: WordClass] = [:]

  /// Reads `languages/CODE/words.tsv`, `patterns.tsv` and `holidays.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  init(code: LanguageCode, resources: ResourceFolder) throws(TableError) {
    let folder = "languages/\(code.rawValue)"
    try self.init(
      code: code,
      words: resources.table("\(folder)/words.tsv", required: ["word", "class", "value"]),
      patterns: resources.table("\(folder)/patterns.tsv", required: ["pattern", "says", "example", "means"]),
      holidays: resources.table("\(folder)/holidays.tsv", required: ["holiday", "rule"]))
  }

  /// Compiles a language from its tables.
  init(code: LanguageCode, words: TableFile, patterns: TableFile, holidays: TableFile) throws(TableError) {
    self.code = code
    for (index, name) in WordClass.known.enumerated() { classes[name] = WordClass(index: UInt8(index)) }
    try addWords(words)
    try addHolidays(holidays)
    try addPatterns(patterns)
    lexicon.seal()
    markStarts()
  }

  private mutating func wordClass(_ name: String, _ row: TableFile.Row) throws(TableError) -> WordClass {
    if let known = classes[name] { return known }
    guard classes.count < 128 else { throw row.error("more than 128 word classes") }
    let made = WordClass(index: UInt8(classes.count))
    classes[name] = made
    return made
  }

  private mutating func addWords(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      if row["class"] == "order" {
        monthFirst = row["value"] == "month-first"
        continue
      }
      let one = try wordClass(row["class"], row)
      guard var sense = WordSense(one, value: row["value"]) else {
        throw row.error("{\(row["class"])} cannot mean \(row["value"])")
      }
      let notes = row["notes"].split(separator: " ").map(String.init)
      sense.needsCapital = notes.contains("capital")
      sense.isDoubtfulAlone = notes.contains("lone")
      sense.damage = notes.first { $0.hasPrefix("damage=") }.map { String($0.dropFirst(7)) }
      for word in row["word"].split(separator: "|").map(String.init) {
        guard let entry = lexicon.insert(word) else { throw row.error("no word in \(word)") }
        lexicon.add(sense, to: entry)
        if row["class"] == "dayhead" { lexicon.dayHead = Int32(entry) }
        if one == .future || one == .past || one == .attribution { lexicon.update(entry) { $0.isSignal = true } }
        if sense.damage == nil { spelling.add(word, sense, entry: entry) }
      }
    }
  }

  private mutating func addHolidays(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      guard let rule = HolidayRule(row["rule"]) else { throw row.error("no holiday rule \(row["rule"])") }
      let index = holidays.add(row["holiday"], rule)
      guard let sense = WordSense(.holiday, value: String(index)) else { continue }
      for word in row["holiday"].split(separator: "|").map(String.init) {
        guard let entry = lexicon.insert(word) else { throw row.error("no word in \(word)") }
        var own = sense
        own.needsCapital = word.first?.isUppercase ?? false
        lexicon.add(own, to: entry)
      }
    }
  }

  private mutating func addPatterns(_ table: TableFile) throws(TableError) {
    var macros: [String: [[Pattern.Node]]] = [:]
    var rows: [(row: TableFile.Row, nodes: [Pattern.Node])] = []
    for row in table.rows {
      do {
        let nodes = try Pattern.parse(row["pattern"])
        if row["says"].hasPrefix("@") {
          macros[String(row["says"].dropFirst()), default: []].append(nodes)
        } else {
          rows.append((row, nodes))
          patterns.append(PatternRow(text: row["pattern"], meaning: try PatternMeaning(row["says"]), place: row.place))
        }
      } catch { throw row.error(error.message) }
    }
    for nodes in macros.values.joined() { insertLiterals(nodes) }
    for (_, nodes) in rows { insertLiterals(nodes) }
    let lexicon = lexicon
    let expander = PatternExpander(classes: classes, macros: macros) { Self.entry(of: $0, in: lexicon) }
    var sequences: [(sequences: [[Pattern.Step]], index: Int)] = []
    for (index, (row, nodes)) in rows.enumerated() {
      do { sequences.append((try expander.sequences(of: nodes), index)) } catch { throw row.error(error.message) }
    }
    trie = PatternTrie(sequences)
  }

  private mutating func insertLiterals(_ nodes: [Pattern.Node]) {
    for node in nodes {
      switch node {
      case .literal(let text): if Int32(text) == nil { _ = lexicon.insert(text) }
      case .option(let inner): insertLiterals(inner)
      default: break
      }
    }
  }

  private static func entry(of literal: String, in lexicon: Lexicon) -> Int? {
    guard let token = Tokenizer.tokens(of: SourceText(literal)).first else { return nil }
    let entry = lexicon.find(token.key)
    return entry >= 0 ? Int(entry) : nil
  }

  /// Notes at which words a pattern may begin, the first words of phrases included.
  private mutating func markStarts() {
    var first = ClassSet()
    for index in 0..<UInt8(128) where !trie.byClass[Int(index)].isEmpty { first.insert(WordClass(index: index)) }
    first.insert(.number)
    for entry in lexicon.entries.indices {
      let known = lexicon.entries[entry]
      if known.continues || !known.capital.isDisjoint(with: first) || trie.byEntry[Int32(entry)] != nil {
        lexicon.update(entry) { $0.starts = true }
      }
    }
  }
}
