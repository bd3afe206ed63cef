import Text

/// The words of a language, found by hash with no string made.
///
/// Words and phrases lie in one open hash table: a phrase's key is folded from the keys of its tokens, so `hari ini`
/// is found from `hari` by one more look. Bits for the first two letters and the length turn most words of a text away
/// before they are hashed.
final class Lexicon: Sendable {
  let entries: FlatTable<LexiconEntry>
  let senses: FlatTable<WordSense>
  /// The lengths of the words that begin so, by the lower five bits of their first two letters.
  private let shapes: FlatTable<UInt16>
  /// The word that says a number is a day of the month: `tanggal`.
  let dayHead: Int32?
  /// Kinds of damage that a word may show, by the names of the damage table.
  let damageNames: [String]
  /// Keys of the words that tell the language: common ones, months and weekdays of its own.
  let typicalKeys: [UInt64]
  private let keys: FlatTable<UInt64>
  private let slots: FlatTable<Int32>
  private let mask: UInt64

  init(_ builder: LexiconBuilder) {
    (keys, slots) = (FlatTable(builder.keys), FlatTable(builder.slots))
    mask = UInt64(builder.keys.count - 1)
    shapes = FlatTable(builder.shapes)
    dayHead = builder.dayHead
    typicalKeys = builder.slots.indices.compactMap { slot in
      let entry = Int(builder.slots[slot])
      return entry >= 0 && builder.senses[entry].contains(where: \.isTypical) ? builder.keys[slot] : nil
    }
    damageNames = builder.damageNames
    var entries = builder.entries
    var senses: [WordSense] = []
    for entry in entries.indices {
      let own = builder.senses[entry]
      entries[entry].senses = FlatRange(first: Int32(senses.count), count: Int32(own.count))
      senses.append(contentsOf: own)
      for sense in own {
        entries[entry].capital.insert(sense.wordClass)
        if !sense.needsCapital { entries[entry].lower.insert(sense.wordClass) }
      }
    }
    self.entries = FlatTable(entries)
    self.senses = FlatTable(senses)
  }

  deinit {
    entries.deallocate()
    senses.deallocate()
    shapes.deallocate()
    keys.deallocate()
    slots.deallocate()
  }

  /// Whether there may be a word of `length` ASCII letters that begins with `first` and `second` (0 for none).
  @inline(__always)
  func mayHold(_ first: UInt8, _ second: UInt8, length: Int) -> Bool {
    shapes[Int(first & 31) << 5 | Int(second & 31)] & Self.lengthBit(length) != 0
  }

  @inline(__always)
  static func lengthBit(_ length: Int) -> UInt16 { 1 << UInt16(truncatingIfNeeded: min(length, 15)) }

  /// The entry with that key; -1 for none.
  @inline(__always)
  func find(_ key: UInt64) -> Int32 {
    var slot = Int((key ^ key >> 29) & mask)
    while true {
      let entry = slots[slot]
      if entry < 0 || keys[slot] == key { return entry }
      slot = (slot &+ 1) & Int(mask)
    }
  }

  /// The sense of an entry in a class.
  @inline(__always)
  func sense(_ entry: Int32, _ wordClass: WordClass) -> WordSense? {
    guard entry >= 0 else { return nil }
    for index in entries[entry].senses.indices where senses[index].wordClass == wordClass { return senses[index] }
    return nil
  }

  /// The classes of an entry where it is written small; none for -1.
  func classes(_ entry: Int32) -> ClassSet { entry < 0 ? ClassSet() : entries[entry].lower }
}
