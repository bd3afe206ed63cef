/// A phrase of the tables found in an article, with everything that it may stand for.
struct Hit: Sendable {
  /// The first token.
  let start: Int
  /// The token after the last.
  let end: Int
  /// The entries of the phrase in the lexicon.
  let entries: Range<Int>
  /// The tables among them, one bit each.
  private(set) var tables: UInt16 = 0
  /// The cues among them.
  private(set) var cues: UInt64 = 0
  /// The classes of things among them.
  private(set) var objects: UInt64 = 0
  private var rows: InlineArray<12, Int32> = .init(repeating: -1)

  init(start: Int, end: Int, entries: Range<Int>) {
    self.start = start
    self.end = end
    self.entries = entries
  }

  /// The tokens.
  var tokens: Range<Int> { start..<end }

  /// Whether the phrase stands in `table`.
  func `is`(_ table: LexicalTable) -> Bool { tables & (1 << UInt16(table.rawValue)) != 0 }
  /// Whether the phrase is such a cue.
  func has(_ cue: Cue) -> Bool { cues & cue.bit != 0 }
  /// The row of the phrase's first entry in `table`; nil where it has none.
  func row(_ table: LexicalTable) -> Int? {
    let row = rows[Int(table.rawValue)]
    return row < 0 ? nil : Int(row)
  }

  mutating func add(_ entry: Lexicon.Entry) {
    let index = Int(entry.table.rawValue)
    tables |= 1 << UInt16(index)
    if rows[index] < 0 { rows[index] = entry.row }
    if entry.table == .cue { cues |= entry.bit }
    if entry.table == .object { objects |= entry.bit }
  }

  mutating func add(objects: UInt64) { self.objects |= objects }
}
