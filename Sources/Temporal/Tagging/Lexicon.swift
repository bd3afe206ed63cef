import Text

/// The words of a language, found by hash with no string made.
///
/// Words and phrases lie in one open hash table: a phrase's key is folded from the keys of its tokens, so `hari ini`
/// is found from `hari` by one more look. A bitmap over the first two letters turns most words of a text away before
/// they are hashed.
struct Lexicon: Sendable {
  private(set) var entries: [LexiconEntry] = []
  private(set) var senses: [WordSense] = []
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 1024)
  private var slots: [Int32] = [Int32](repeating: -1, count: 1024)
  private var count = 0
  /// One bit for each pair of first letters, as their lower five bits.
  private(set) var starts = [Bool](repeating: false, count: 1024)
  /// Entries of single ASCII marks.
  private(set) var marks = [Int32](repeating: -1, count: 128)
  /// The word that says a number is a day of the month: `tanggal`.
  var dayHead: Int32?
  private var pending: [Int: [WordSense]] = [:]

  init() {}

  /// The entry with that key; -1 for none.
  @inline(__always)
  func find(_ key: UInt64) -> Int32 {
    let mask = UInt64(keys.count - 1)
    var slot = Int((key ^ key >> 29) & mask)
    while true {
      let entry = slots[slot]
      if entry < 0 || keys[slot] == key { return entry }
      slot = (slot + 1) & Int(mask)
    }
  }

  /// Files a word or phrase; gives the entry, made where it is new.
  mutating func insert(_ phrase: String) -> Int? {
    let tokens = Tokenizer.tokens(of: SourceText(phrase))
    guard let first = tokens.first else { return nil }
    var key = first.key
    var entry = make(key)
    if first.kind == .mark, first.key < 128 { marks[Int(first.key)] = Int32(entry) }
    if first.kind == .word { noteStart(phrase) }
    for token in tokens.dropFirst() {
      entries[entry].continues = true
      key = Self.join(key, token.key)
      entry = make(key)
    }
    return entry
  }

  /// The key of a phrase that goes on with a token.
  static func join(_ key: UInt64, _ next: UInt64) -> UInt64 {
    (key ^ next &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01b3 &+ 0x51
  }

  mutating func add(_ sense: WordSense, to entry: Int) { pending[entry, default: []].append(sense) }

  mutating func update(_ entry: Int, _ change: (inout LexiconEntry) -> Void) { change(&entries[entry]) }

  /// Lays the senses out in order; to be called once after the last `add`.
  mutating func seal() {
    for entry in entries.indices {
      let own = pending[entry] ?? []
      let start = senses.count
      senses.append(contentsOf: own)
      entries[entry].senses = start..<senses.count
      for sense in own {
        entries[entry].capital.insert(sense.wordClass)
        if !sense.needsCapital { entries[entry].lower.insert(sense.wordClass) }
      }
    }
    pending = [:]
  }

  /// The sense of an entry in a class.
  func sense(_ entry: Int32, _ wordClass: WordClass) -> WordSense? {
    guard entry >= 0 else { return nil }
    return senses[entries[Int(entry)].senses].first { $0.wordClass == wordClass }
  }

  private mutating func make(_ key: UInt64) -> Int {
    let found = find(key)
    if found >= 0 { return Int(found) }
    if count * 3 > keys.count { grow() }
    entries.append(LexiconEntry())
    place(key, Int32(entries.count - 1))
    count += 1
    return entries.count - 1
  }

  private mutating func place(_ key: UInt64, _ entry: Int32) {
    var slot = Int((key ^ key >> 29) & UInt64(keys.count - 1))
    while slots[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = zip(keys, slots).filter { $0.1 >= 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (key, entry) in old { place(key, entry) }
  }

  private mutating func noteStart(_ phrase: String) {
    let bytes = Array(LatinFolding.fold(phrase).utf8)
    let first = Int(bytes[0]) & 31
    if bytes.count > 1, bytes[1] | 0x20 >= 97, bytes[1] | 0x20 <= 122 {
      starts[first << 5 | Int(bytes[1]) & 31] = true
    } else {
      for second in 0..<32 { starts[first << 5 | second] = true }
    }
  }
}
