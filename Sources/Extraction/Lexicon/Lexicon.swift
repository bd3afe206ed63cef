import Text

/// Every phrase of every table of one language in one trie, so that an article is walked once.
///
/// The trie lies in flat arrays. A first word is found by one probe of a hash table that holds first words alone; most
/// words of a text end there. Behind it a node knows its few following words, sorted, and one without any, as most are,
/// is not asked further. A class only so that handing it on costs one reference; it never changes.
final class Lexicon: Sendable {
  /// What a phrase stands for: a table and a row of it.
  struct Entry: Sendable, Hashable {
    /// The table.
    let table: LexicalTable
    /// The row, or what the table makes of this number.
    let row: Int32
    /// Whether the phrase must be written as it stands in the table.
    let isExact: Bool
    /// The row as one bit of a set, for tables with fewer than 64 rows.
    var bit: UInt64 { 1 << UInt64(UInt32(bitPattern: row) & 63) }
  }

  /// A phrase found in a token list.
  struct Match {
    /// The token after the last.
    let end: Int
    /// The first and the end of its entries in `entries`.
    let entries: Range<Int>
  }

  /// Entries, those of one phrase side by side.
  let entries: [Entry]
  /// The bytes of `text` that an exact entry asks for, as the end of each entry's stretch.
  private let spellings: [UInt8]
  private let spellingEnds: [Int32]
  private let roots: [Root]
  /// A bit for each first word by its hash: small enough to stay in the fastest cache, it turns most other words away.
  private let present: [UInt64]
  private let nodes: [Node]
  private let edges: [Edge]

  fileprivate struct Root {
    var key: UInt64 = 0
    var node: Int32 = -1
  }

  /// The ends of a node's edges and entries; they begin where those of the node before end.
  fileprivate struct Node {
    var edgeEnd: Int32
    var entryEnd: Int32
  }

  fileprivate struct Edge {
    let key: UInt64
    let node: Int32
  }

  /// A lexicon of the phrases of several lists, those of the first list first.
  init(_ lists: [PhraseList]) {
    var builder = Builder()
    for list in lists { builder.insert(list) }
    builder.arrange()
    entries = builder.entries
    spellings = builder.spellings
    spellingEnds = builder.spellingEnds
    roots = builder.roots
    var present = [UInt64](repeating: 0, count: Self.presentBits / 64)
    for root in roots where root.node >= 0 {
      let bit = Self.slot(root.key) & (Self.presentBits - 1)
      present[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.present = present
    nodes = builder.nodes
    edges = builder.edges
  }

  /// Walks from token `index` and tells `visit` of every phrase on the way, shorter ones first.
  @inline(__always)
  func walk(_ tokens: [Token], from index: Int, to end: Int, _ visit: (Match) -> Void) {
    guard var node = root(tokens[index].key) else { return }
    var position = index + 1
    while true {
      let found = entryRange(node)
      if !found.isEmpty { visit(Match(end: position, entries: found)) }
      guard position < end, let next = child(of: node, tokens[position].key) else { return }
      node = next
      position += 1
    }
  }

  /// The entries of the phrase of one word with this key; nil where there is none.
  func entries(ofWord key: UInt64) -> Range<Int>? {
    guard let node = root(key) else { return nil }
    let found = entryRange(node)
    return found.isEmpty ? nil : found
  }

  /// Whether the bytes are written as the exact entry number `index` asks.
  func isSpelled(_ bytes: ArraySlice<UInt8>, as index: Int) -> Bool {
    let start = index == 0 ? 0 : Int(spellingEnds[index - 1])
    return bytes.elementsEqual(spellings[start..<Int(spellingEnds[index])])
  }

  @inline(__always)
  private func entryRange(_ node: Int) -> Range<Int> { Int(nodes[node - 1].entryEnd)..<Int(nodes[node].entryEnd) }

  @inline(__always)
  private func root(_ key: UInt64) -> Int? {
    let mask = roots.count - 1
    var index = Self.slot(key)
    let bit = index & (Self.presentBits - 1)
    if present[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return nil }
    index &= mask
    while roots[index].node >= 0 {
      if roots[index].key == key { return Int(roots[index].node) }
      index = (index + 1) & mask
    }
    return nil
  }

  private func child(of node: Int, _ key: UInt64) -> Int? {
    var low = Int(nodes[node - 1].edgeEnd)
    let end = Int(nodes[node].edgeEnd)
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < end && edges[low].key == key ? Int(edges[low].node) : nil
  }

  private static let presentBits = 1 << 16

  @inline(__always)
  fileprivate static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key ^ key >> 29) & 0x7fff_ffff) }
}

/// Grows the trie phrase by phrase, then lays it out. Node 0 is the beginning of every phrase.
private struct Builder {
  private(set) var entries: [Lexicon.Entry] = []
  private(set) var spellings: [UInt8] = []
  private(set) var spellingEnds: [Int32] = []
  private(set) var roots: [Lexicon.Root] = []
  private(set) var nodes: [Lexicon.Node] = []
  private(set) var edges: [Lexicon.Edge] = []
  /// The node under which each node hangs, and the word that leads to it; node 0 under itself.
  private var parents: [(node: Int32, key: UInt64)] = [(0, 0)]
  /// Nodes by what they hang under and by what word; open addressing, -1 where a slot is free.
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private var lists: [PhraseList] = []
  /// The phrases with the node that each ends in.
  private var found: [(node: Int32, list: Int, phrase: PhraseList.Phrase)] = []

  mutating func insert(_ list: PhraseList) {
    found.reserveCapacity(found.count + list.phrases.count)
    for phrase in list.phrases {
      var node: Int32 = 0
      for word in phrase.words { node = child(of: node, list.keys[word]) }
      found.append((node, lists.count, phrase))
    }
    lists.append(list)
  }

  private mutating func child(of node: Int32, _ key: UInt64) -> Int32 {
    if parents.count * 2 > slots.count { grow() }
    var index = slot(node, key)
    while slots[index] >= 0 {
      let other = parents[Int(slots[index])]
      if other.key == key, other.node == node { return slots[index] }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = Int32(parents.count)
    parents.append((node, key))
    return slots[index]
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 1..<parents.count {
      var index = slot(parents[number].node, parents[number].key)
      while slots[index] >= 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = Int32(number)
    }
  }

  private func slot(_ node: Int32, _ key: UInt64) -> Int {
    Lexicon.slot(key ^ UInt64(UInt32(bitPattern: node)) &* 0x9e37_79b9_7f4a_7c15) & (slots.count - 1)
  }

  /// Lays out nodes, edges and entries once all phrases are in.
  mutating func arrange() {
    nodes = [Lexicon.Node](repeating: Lexicon.Node(edgeEnd: 0, entryEnd: 0), count: parents.count)
    arrangeEdges()
    arrangeEntries()
    arrangeRoots()
  }

  private mutating func arrangeEdges() {
    var order = Self.grouped(parents.map(\.node), nodes.count)
    var first = 0
    while first < order.count {
      let node = parents[order[first]].node
      var end = first + 1
      while end < order.count, parents[order[end]].node == node { end += 1 }
      if node > 0, end - first > 1 { order[first..<end].sort { parents[$0].key < parents[$1].key } }
      first = end
    }
    for number in order where parents[number].node > 0 {
      edges.append(Lexicon.Edge(key: parents[number].key, node: Int32(number)))
      nodes[Int(parents[number].node)].edgeEnd = Int32(edges.count)
    }
    for node in nodes.indices.dropFirst() where nodes[node].edgeEnd == 0 {
      nodes[node].edgeEnd = nodes[node - 1].edgeEnd
    }
  }

  /// The entries of one node in the order in which they came, each once.
  private mutating func arrangeEntries() {
    let order = Self.grouped(found.map(\.node), nodes.count)
    var first = 0
    var node: Int32 = 0
    for number in order {
      let (next, list, phrase) = found[number]
      if next != node { (node, first) = (next, entries.count) }
      let spelling = lists[list].spellings[phrase.spelling]
      if !entries.indices.dropFirst(first).contains(where: { entries[$0] == phrase.entry && isSame($0, spelling) }) {
        entries.append(phrase.entry)
        spellings += spelling
        spellingEnds.append(Int32(spellings.count))
      }
      nodes[Int(node)].entryEnd = Int32(entries.count)
    }
    for node in nodes.indices.dropFirst() where nodes[node].entryEnd == 0 {
      nodes[node].entryEnd = nodes[node - 1].entryEnd
    }
  }

  /// The numbers of a list with those of one group side by side, groups in order, each group's as they came: a counting
  /// sort, since a trie has as many groups as members.
  private static func grouped(_ groups: [Int32], _ count: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for group in groups { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var order = [Int](repeating: 0, count: groups.count)
    for (number, group) in groups.enumerated() {
      order[starts[Int(group)]] = number
      starts[Int(group)] += 1
    }
    return order
  }

  private func isSame(_ entry: Int, _ spelling: ArraySlice<UInt8>) -> Bool {
    let start = entry == 0 ? 0 : Int(spellingEnds[entry - 1])
    return spellings[start..<Int(spellingEnds[entry])] == spelling
  }

  private mutating func arrangeRoots() {
    let first = parents.indices.dropFirst().filter { parents[$0].node == 0 }
    var capacity = 1024
    while capacity < first.count * 4 { capacity *= 2 }
    roots = [Lexicon.Root](repeating: Lexicon.Root(), count: capacity)
    for number in first {
      var index = Lexicon.slot(parents[number].key) & (capacity - 1)
      while roots[index].node >= 0 { index = (index + 1) & (capacity - 1) }
      roots[index] = Lexicon.Root(key: parents[number].key, node: Int32(number))
    }
  }
}
