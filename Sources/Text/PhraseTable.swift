/// Finds phrases of one or more tokens, longest first, with what each stands for.
///
/// Phrases are cut by the same `Tokenizer` as the text, so `Jum'at` and `TPNPB-OPM` are found as they are written,
/// whatever the case and the Latin accents.
///
/// ```swift
/// let table = PhraseTable([("Korea", 1), ("Korea Utara", 2)])
/// let tokens = Tokenizer.tokens(of: SourceText("pasukan Korea Utara"))
/// table.match(tokens, at: 1)?.payloads  // [2]
/// ```
public struct PhraseTable<Payload: Sendable>: Sendable {
  /// A phrase found in a token list.
  public struct Match: Sendable {
    /// Number of tokens.
    public let length: Int
    /// Everything that was filed under the phrase, in the order of the table.
    public let payloads: [Payload]
  }

  private struct Node: Sendable {
    var next: [UInt64: Int32] = [:]
    var payloads: [Payload] = []
  }

  private var nodes: [Node] = [Node()]

  /// An empty table.
  public init() {}

  /// A table of phrases; phrases without a token are left out.
  public init(_ phrases: some Sequence<(String, Payload)>) {
    for (phrase, payload) in phrases { insert(phrase, payload) }
  }

  /// Adds a phrase.
  public mutating func insert(_ phrase: String, _ payload: Payload) {
    let tokens = Tokenizer.tokens(of: SourceText(phrase))
    if tokens.isEmpty { return }
    var node = 0
    for token in tokens {
      if let next = nodes[node].next[token.key] {
        node = Int(next)
      } else {
        nodes.append(Node())
        nodes[node].next[token.key] = Int32(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    nodes[node].payloads.append(payload)
  }

  /// The longest phrase that begins at token `index`; nil where none does. A phrase does not run over a line break.
  public func match(_ tokens: [Token], at index: Int) -> Match? {
    var node = 0
    var position = index
    var best: Match?
    while position < tokens.count, let next = nodes[node].next[tokens[position].key] {
      node = Int(next)
      position += 1
      if !nodes[node].payloads.isEmpty { best = Match(length: position - index, payloads: nodes[node].payloads) }
    }
    return best
  }
}
