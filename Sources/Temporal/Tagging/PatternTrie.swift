/// All patterns of a language as one trie in flat arrays: common beginnings are walked once.
struct PatternTrie: Sendable {
  struct Edge: Sendable {
    var step: Pattern.Step
    var target: Int32
  }
  struct Node: Sendable {
    var edges: Range<Int32> = 0..<0
    /// The pattern that ends here; -1 for none.
    var pattern: Int32 = -1
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// First edges by word class, and by entry.
  private(set) var byClass: [[Edge]] = [[Edge]](repeating: [], count: 128)
  private(set) var byEntry: [Int32: [Edge]] = [:]
  private(set) var byNumber: [Edge] = []

  /// Builds the trie; of two patterns with one sequence the earlier row wins.
  init(_ patterns: [(sequences: [[Pattern.Step]], index: Int)]) {
    var targets: [[Pattern.Step: Int32]] = [[:]]
    var ends: [Int32] = [-1]
    for (sequences, index) in patterns {
      for sequence in sequences {
        var node = 0
        for step in sequence {
          if let next = targets[node][step] {
            node = Int(next)
          } else {
            targets.append([:])
            ends.append(-1)
            targets[node][step] = Int32(targets.count - 1)
            node = targets.count - 1
          }
        }
        if ends[node] < 0 { ends[node] = Int32(index) }
      }
    }
    for (node, next) in targets.enumerated() {
      let start = Int32(edges.count)
      let sorted = next.map { Edge(step: $0.key, target: $0.value) }.sorted { $0.target < $1.target }
      edges.append(contentsOf: sorted)
      nodes.append(Node(edges: start..<Int32(edges.count), pattern: ends[node]))
    }
    for edge in edges[0..<Int(nodes[0].edges.upperBound)] {
      switch edge.step.matcher {
      case .wordClass(let one): byClass[Int(one.index)].append(edge)
      case .entry(let entry): byEntry[entry, default: []].append(edge)
      case .number: byNumber.append(edge)
      }
    }
  }
}
