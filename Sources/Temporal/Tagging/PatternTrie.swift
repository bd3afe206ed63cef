/// All patterns of a language as one trie in flat tables: common beginnings are walked once.
final class PatternTrie: Sendable {
  struct Edge: Sendable, BitwiseCopyable {
    var step: Pattern.Step
    var target: Int32
  }
  struct Node: Sendable, BitwiseCopyable {
    /// Among `edges`.
    var edges = FlatRange()
    /// The pattern that ends here; -1 for none.
    var pattern: Int32 = -1
    /// Classes that an edge asks for, so that most places are turned away with one look.
    var classes = ClassSet()
    /// Bits of the words and numbers that edges ask for.
    var literals: UInt64 = 0
  }

  /// The bit of a literal: an entry of the lexicon, or a number. Several share one, so a bit only says that it may be.
  @inline(__always)
  static func bit(_ literal: Int32) -> UInt64 { 1 << UInt64(truncatingIfNeeded: literal & 63) }

  let nodes: FlatTable<Node>
  let edges: FlatTable<Edge>
  /// First edges by word class, by entry and by number, among `firstEdges`.
  let firstEdges: FlatTable<Edge>
  let byClass: FlatTable<FlatRange>
  let byEntry: FlatTable<FlatRange>
  let byNumber: FlatRange
  /// Classes with a first edge.
  let firstClasses: ClassSet

  init(_ builder: TrieBuilder, entries: Int) {
    var nodes: [Node] = []
    var edges: [Edge] = []
    for node in builder.nodes {
      let own = builder.edges(of: node)
      var flat = Node(edges: FlatRange(first: Int32(edges.count), count: Int32(own.count)), pattern: node.pattern)
      for edge in own {
        switch edge.step.matcher {
        case .wordClass(let one): flat.classes.insert(one)
        case .entry(let literal), .number(let literal): flat.literals |= Self.bit(literal)
        }
      }
      edges += own
      nodes.append(flat)
    }
    var sorted: [Edge] = []
    var byClass = [FlatRange](repeating: FlatRange(), count: 128)
    var byEntry = [FlatRange](repeating: FlatRange(), count: entries)
    let first = builder.nodes.first.map { builder.edges(of: $0) } ?? []
    func run(_ belongs: (Edge) -> Bool) -> FlatRange {
      let start = sorted.count
      sorted += first.filter(belongs)
      return FlatRange(first: Int32(start), count: Int32(sorted.count - start))
    }
    for edge in first {
      switch edge.step.matcher {
      case .wordClass(let one):
        if byClass[Int(one.index)].isEmpty { byClass[Int(one.index)] = run { $0.step.matcher == edge.step.matcher } }
      case .entry(let entry):
        if byEntry[Int(entry)].isEmpty { byEntry[Int(entry)] = run { $0.step.matcher == edge.step.matcher } }
      case .number: break
      }
    }
    byNumber = run { if case .number = $0.step.matcher { true } else { false } }
    firstClasses = nodes.first?.classes ?? ClassSet()
    (self.nodes, self.edges, firstEdges) = (FlatTable(nodes), FlatTable(edges), FlatTable(sorted))
    (self.byClass, self.byEntry) = (FlatTable(byClass), FlatTable(byEntry))
  }

  deinit {
    nodes.deallocate()
    edges.deallocate()
    firstEdges.deallocate()
    byClass.deallocate()
    byEntry.deallocate()
  }
}

/// Grows the trie step by step; the edges of a node are a chain, so a step costs no memory of its own.
struct TrieBuilder {
  struct Node {
    var pattern: Int32 = -1
    var firstEdge: Int32 = -1
    var lastEdge: Int32 = -1
  }
  private struct Link {
    var edge: PatternTrie.Edge
    var next: Int32 = -1
  }

  private(set) var nodes = [Node()]
  private var links: [Link] = []

  /// The node behind a step, made where it is new.
  mutating func step(_ node: Int32, _ step: Pattern.Step) -> Int32 {
    var link = nodes[Int(node)].firstEdge
    while link >= 0 {
      if links[Int(link)].edge.step == step { return links[Int(link)].edge.target }
      link = links[Int(link)].next
    }
    let target = Int32(nodes.count)
    nodes.append(Node())
    let made = Int32(links.count)
    links.append(Link(edge: PatternTrie.Edge(step: step, target: target)))
    if nodes[Int(node)].lastEdge >= 0 {
      links[Int(nodes[Int(node)].lastEdge)].next = made
    } else {
      nodes[Int(node)].firstEdge = made
    }
    nodes[Int(node)].lastEdge = made
    return target
  }

  /// Ends a pattern; of two with one sequence the earlier row wins.
  mutating func end(_ node: Int32, pattern: Int) {
    if nodes[Int(node)].pattern < 0 { nodes[Int(node)].pattern = Int32(pattern) }
  }

  /// The edges of a node in the order in which they were made.
  func edges(of node: Node) -> [PatternTrie.Edge] {
    var edges: [PatternTrie.Edge] = []
    var link = node.firstEdge
    while link >= 0 {
      edges.append(links[Int(link)].edge)
      link = links[Int(link)].next
    }
    return edges
  }
}
