import Text

/// Collects the words of a language before they are laid out as a `Lexicon`.
struct LexiconBuilder {
  private(set) var entries: [LexiconEntry] = []
  /// The senses of each entry, by its number.
  private(set) var senses: [[WordSense]] = []
  private(set) var keys: [UInt64]
  private(set) var slots: [Int32]
  private(set) var shapes = [UInt16](repeating: 0, count: 1024)
  private(set) var damageNames = DamageName.known
  var dayHead: Int32?

  init() {
    keys = [UInt64](repeating: 0, count: 4096)
    slots = [Int32](repeating: -1, count: 4096)
  }

  /// Files a word or phrase; gives the entry, made where it is new.
  mutating func insert(_ phrase: String) -> Int? {
    let text = SourceText(phrase)
    let tokens = Tokenizer.tokens(of: text)
    guard let first = tokens.first else { return nil }
    var key = first.key
    var entry = make(key)
    for token in tokens where token.kind == .word { noteShape(text.bytes[Int(token.start)..<Int(token.end)]) }
    for token in tokens.dropFirst() {
      entries[entry].continues = true
      key = Self.join(key, token.key)
      entry = make(key)
    }
    return entry
  }

  /// The entry of a single word; nil where it is not filed.
  func entry(of word: String) -> Int? {
    guard let token = Tokenizer.tokens(of: SourceText(word)).first else { return nil }
    let found = slots[slot(of: token.key)]
    return found >= 0 ? Int(found) : nil
  }

  /// The key of a phrase that goes on with a token.
  static func join(_ key: UInt64, _ next: UInt64) -> UInt64 {
    (key ^ next &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01b3 &+ 0x51
  }

  mutating func add(_ sense: WordSense, to entry: Int) { senses[entry].append(sense) }

  mutating func update(_ entry: Int, _ change: (inout LexiconEntry) -> Void) { change(&entries[entry]) }

  /// The number of a kind of damage.
  mutating func damage(named name: String) -> DamageName {
    if let index = damageNames.firstIndex(of: name) { return DamageName(index: UInt8(index)) }
    damageNames.append(name)
    return DamageName(index: UInt8(clamping: damageNames.count - 1))
  }

  /// The slot that holds a key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int((key ^ key >> 29) & UInt64(mask))
    while slots[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func make(_ key: UInt64) -> Int {
    if entries.count * 3 > keys.count { grow() }
    let slot = slot(of: key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    entries.append(LexiconEntry())
    senses.append([])
    keys[slot] = key
    slots[slot] = Int32(entries.count - 1)
    return entries.count - 1
  }

  private mutating func grow() {
    let old = zip(keys, slots).filter { $0.1 >= 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (key, entry) in old {
      let slot = slot(of: key)
      keys[slot] = key
      slots[slot] = entry
    }
  }

  /// Notes the first two letters of a word with its length, as the word stands in a text without accents.
  private mutating func noteShape(_ bytes: ArraySlice<UInt8>) {
    let isPlain = bytes.allSatisfy { $0 < 128 }
    let letters = isPlain ? bytes : Array(LatinFolding.fold(String(decoding: bytes, as: UTF8.self)).utf8)[...]
    guard let first = letters.first else { return }
    let second = letters.count > 1 ? letters[letters.startIndex + 1] : 0
    shapes[Int(first & 31) << 5 | Int(second & 31)] |= Lexicon.lengthBit(letters.count)
  }
}

/// A kind of damage that the words of an expression show, by its number among `Lexicon.damageNames`.
struct DamageName: Hashable, Sendable, BitwiseCopyable {
  let index: UInt8

  /// Kinds that the tagger itself tells, in the order of their numbers.
  static let known = ["typo-month", "typo-weekday", "glued", "ocr"]

  static let misspeltMonth = DamageName(index: 0)
  static let misspeltWeekday = DamageName(index: 1)
  static let glued = DamageName(index: 2)
  static let blurredDigits = DamageName(index: 3)
}
