import Text

/// Every phrase of every table in one trie, so that an article is walked once: one probe of a flat hash table a token,
/// nothing allocated.
struct Lexicon: Sendable {
  /// What a phrase stands for: a table and a row of it.
  struct Entry: Sendable, Hashable {
    /// The table.
    let table: LexicalTable
    /// The row, or what the table makes of this number.
    let row: Int32
    /// The phrase as it must be written, where case decides; empty where it does not.
    let exact: [UInt8]
  }

  /// A phrase found in a token list.
  struct Match: Sendable {
    /// Number of tokens.
    let length: Int
    /// The first and the end of its entries in `entries`.
    let entries: Range<Int>
  }

  /// Entries, those of one phrase side by side.
  private(set) var entries: [Entry] = []
  private var slots: [Slot]
  private let mask: Int
  private var ranges: [Range<Int>]

  private struct Slot: Sendable {
    var key: UInt64 = 0
    var node: Int32 = -1
    var next: Int32 = -1
  }

  /// A lexicon of phrases, each with what it stands for.
  init(_ phrases: [(words: String, entry: Entry)]) {
    var builder = Builder()
    for phrase in phrases { builder.insert(phrase.words, phrase.entry) }
    var capacity = 1024
    while capacity < builder.edges.count * 3 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    ranges = []
    for payloads in builder.payloads {
      ranges.append(entries.count..<entries.count + payloads.count)
      entries += payloads
    }
    for (edge, next) in builder.edges.sorted(by: { $0.value < $1.value }) {
      var index = Self.hash(edge.node, edge.key) & mask
      while slots[index].node >= 0 { index = (index + 1) & mask }
      slots[index] = Slot(key: edge.key, node: edge.node, next: next)
    }
  }

  /// The longest phrase that begins at token `index` and of which `accepts` an entry; nil where there is none.
  func match(
    _ tokens: [Token], at index: Int, end: Int, accepts: (Entry, Range<Int>) -> Bool
  ) -> Match? {
    guard var node = next(after: 0, tokens[index].key) else { return nil }
    var position = index + 1
    var best: Match?
    while true {
      let range = ranges[Int(node)]
      if !range.isEmpty, range.contains(where: { accepts(entries[$0], index..<position) }) {
        best = Match(length: position - index, entries: range)
      }
      guard position < end, let following = next(after: node, tokens[position].key) else { return best }
      node = following
      position += 1
    }
  }

  /// The phrase of one word with this key; nil where there is none.
  func match(key: UInt64) -> Match? {
    guard let node = next(after: 0, key), !ranges[Int(node)].isEmpty else { return nil }
    return Match(length: 1, entries: ranges[Int(node)])
  }

  private func next(after node: Int32, _ key: UInt64) -> Int32? {
    var index = Self.hash(node, key) & mask
    while slots[index].node >= 0 {
      if slots[index].key == key, slots[index].node == node { return slots[index].next }
      index = (index + 1) & mask
    }
    return nil
  }

  private static func hash(_ node: Int32, _ key: UInt64) -> Int {
    var mixed = (key ^ (UInt64(UInt32(bitPattern: node)) &* 0x9e37_79b9_7f4a_7c15)) &* 0xbf58_476d_1ce4_e5b9
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed & 0x7fff_ffff)
  }

  private struct Builder {
    struct Edge: Hashable {
      let node: Int32
      let key: UInt64
    }
    var edges: [Edge: Int32] = [:]
    var payloads: [[Entry]] = [[]]

    mutating func insert(_ words: String, _ entry: Entry) {
      let tokens = Tokenizer.tokens(of: SourceText(words))
      if tokens.isEmpty { return }
      var node: Int32 = 0
      for token in tokens {
        let edge = Edge(node: node, key: token.key)
        if let next = edges[edge] {
          node = next
        } else {
          node = Int32(payloads.count)
          edges[edge] = node
          payloads.append([])
        }
      }
      if !payloads[Int(node)].contains(entry) { payloads[Int(node)].append(entry) }
    }
  }
}

/// The tables whose phrases the lexicon holds.
enum LexicalTable: UInt8, Sendable, Hashable {
  /// Named actors by any alias; the row is an index into the gazetteer.
  case actor
  /// The people or the adjective of a state: `Israeli`.
  case demonym
  /// A capital, a palace or a seat that may stand for its government.
  case metonym
  /// An office with the state it belongs to: `Presiden Rusia`.
  case office
  /// A place.
  case place
  /// An actor without a name of its own.
  case description
  /// A word before a person's name.
  case title
  /// A form of a trigger.
  case trigger
  /// A word that turns, joins or places.
  case cue
  /// A word that credits somebody.
  case credit
  /// A class of things.
  case object
  /// What a number counts.
  case unit

  /// Whether its phrases are names, which are written with a capital somewhere.
  var holdsNames: Bool {
    switch self {
    case .actor, .demonym, .metonym, .office, .place: true
    default: false
    }
  }
}
