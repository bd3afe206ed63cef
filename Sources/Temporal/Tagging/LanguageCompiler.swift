import Text

/// Reads the tables of a language into what a `LanguagePack` is laid out from.
struct LanguageCompiler {
  private(set) var lexicon = LexiconBuilder()
  private(set) var trie = TrieBuilder()
  private(set) var meanings: [PatternMeaning] = []
  private(set) var holidays = HolidayTable()
  private(set) var monthFirst = false
  private(set) var spelling = SpellingTable()
  private(set) var hints = LanguageHints()
  private var classes: [String: WordClass] = [:]

  init() {
    for (index, name) in WordClass.known.enumerated() { classes[name] = WordClass(index: UInt8(index)) }
  }

  private mutating func wordClass(_ name: String, _ row: TableFile.Row) throws(TableError) -> WordClass {
    if let known = classes[name] { return known }
    guard classes.count < 128 else { throw row.error("more than 128 word classes") }
    let made = WordClass(index: UInt8(classes.count))
    classes[name] = made
    return made
  }

  mutating func addWords(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      if row["class"] == "order" {
        monthFirst = row["value"] == "month-first"
        continue
      }
      if try hints.add(row) { continue }
      let one = try wordClass(row["class"], row)
      guard var sense = WordSense(one, value: row["value"]) else {
        throw row.error("{\(row["class"])} cannot mean \(row["value"])")
      }
      let notes = row.list("notes", separatedBy: " ")
      sense.needsCapital = notes.contains("capital")
      sense.isDoubtfulAlone = notes.contains("lone")
      if let damage = notes.first(where: { $0.hasPrefix("damage=") }) {
        sense.damage = lexicon.damage(named: String(damage.dropFirst(7)))
      }
      for word in row.list("word", separatedBy: "|") {
        guard let entry = lexicon.insert(word) else { throw row.error("no word in \(word)") }
        lexicon.add(sense, to: entry)
        if row["class"] == "dayhead" { lexicon.dayHead = Int32(entry) }
        if one == .future || one == .past || one == .attribution { lexicon.update(entry) { $0.isSignal = true } }
        if sense.damage == nil { spelling.add(word, sense, entry: entry) }
      }
    }
  }

  mutating func addHolidays(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      guard let rule = HolidayRule(row["rule"]) else { throw row.error("no holiday rule \(row["rule"])") }
      let index = holidays.add(row["holiday"], rule)
      guard let sense = WordSense(.holiday, value: String(index)) else { continue }
      for word in row.list("holiday", separatedBy: "|") {
        guard let entry = lexicon.insert(word) else { throw row.error("no word in \(word)") }
        var own = sense
        own.needsCapital = word.first?.isUppercase ?? false
        lexicon.add(own, to: entry)
      }
    }
  }

  mutating func addPatterns(_ table: TableFile) throws(TableError) {
    var macros: [String: [[Pattern.Node]]] = [:]
    var rows: [(row: TableFile.Row, nodes: [Pattern.Node])] = []
    for row in table.rows {
      do {
        let nodes = try Pattern.parse(row["pattern"])
        if row["says"].hasPrefix("@") {
          macros[String(row["says"].dropFirst()), default: []].append(nodes)
        } else {
          rows.append((row, nodes))
          meanings.append(try PatternMeaning(row["says"]))
        }
      } catch { throw row.error(error.message) }
    }
    for nodes in macros.values.joined() { insertLiterals(nodes) }
    for (_, nodes) in rows { insertLiterals(nodes) }
    let words = lexicon
    var expander = PatternExpander(classes: classes, macros: macros) { words.entry(of: $0) }
    for (index, (row, nodes)) in rows.enumerated() {
      do { try expander.add(nodes, pattern: index) } catch { throw row.error(error.message) }
    }
    trie = expander.trie
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

  /// Notes at which words a pattern may begin, the first words of phrases included, and which of them cannot end one.
  mutating func markStarts(_ trie: PatternTrie) {
    var first = trie.firstClasses
    first.insert(.number)
    for entry in lexicon.entries.indices {
      let classes = lexicon.senses[entry].map(\.wordClass)
      let known = lexicon.entries[entry]
      guard known.continues || classes.contains(where: first.contains) || !trie.byEntry[entry].isEmpty else { continue }
      let edges = [trie.byEntry[entry]] + classes.map { trie.byClass[Int($0.index)] }
      let ends = edges.contains { $0.indices.contains { trie.nodes[trie.firstEdges[$0].target].pattern >= 0 } }
      // A number word alone is a count as well.
      let isCount = classes.contains(.number)
      lexicon.update(entry) {
        $0.starts = true
        $0.needsMore = !ends && !isCount
      }
    }
  }
}
