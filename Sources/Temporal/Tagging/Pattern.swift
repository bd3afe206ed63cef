/// A row of `patterns.tsv`, read into the sequences of steps that it stands for.
///
/// In a pattern `{class}` is any word of a class, `{a|b}` of either, a word or mark stands for itself, `[…]` may be
/// missing, `@name` is one of the rows that define `@name`. A space is white space, `_` is white space or nothing, and
/// what is written together stands together. `<` and `>` enclose the expression where a pattern looks at more.
enum Pattern {
  /// One word, number or mark to match.
  struct Step: Hashable, Sendable, BitwiseCopyable {
    enum Matcher: Hashable, Sendable, BitwiseCopyable {
      case wordClass(WordClass)
      case entry(Int32)
      case number(Int32)
    }
    var matcher: Matcher
    var gap = Gap.none
    var opensSpan = false
    var closesSpan = false
  }

  /// White space before a step.
  enum Gap: UInt8, Hashable, Sendable, BitwiseCopyable { case none, optional, required }

  /// What stands in a pattern.
  indirect enum Node {
    case gap(Gap)
    case classes([String])
    case literal(String)
    case option([Node])
    case macro(String)
    case open
    case close
  }

  struct SyntaxError: Error { var message: String }

  /// Reads a pattern's text.
  static func parse(_ text: String) throws(SyntaxError) -> [Node] {
    var rest = Substring(text)
    let nodes = try parse(&rest, inOption: false)
    return nodes
  }

  private static func parse(_ rest: inout Substring, inOption: Bool) throws(SyntaxError) -> [Node] {
    var nodes: [Node] = []
    while let character = rest.first {
      switch character {
      case " ", "_":
        rest.removeFirst()
        nodes.append(.gap(character == " " ? .required : .optional))
      case "{":
        guard let end = rest.firstIndex(of: "}") else { throw SyntaxError(message: "a { without }") }
        nodes.append(.classes(rest[rest.index(after: rest.startIndex)..<end].split(separator: "|").map(String.init)))
        rest = rest[rest.index(after: end)...]
      case "[":
        rest.removeFirst()
        nodes.append(.option(try parse(&rest, inOption: true)))
      case "]":
        rest.removeFirst()
        if inOption { return nodes }
        throw SyntaxError(message: "a ] without [")
      case "<", ">":
        rest.removeFirst()
        nodes.append(character == "<" ? .open : .close)
      case "@":
        rest.removeFirst()
        let name = rest.prefix { $0.isLetter || $0.isNumber }
        rest = rest.dropFirst(name.count)
        nodes.append(.macro(String(name)))
      default:
        let word = rest.prefix { $0.isLetter }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let literal = !word.isEmpty ? word : digits.isEmpty ? rest.prefix(1) : digits
        rest = rest.dropFirst(literal.count)
        nodes.append(.literal(String(literal)))
      }
    }
    if inOption { throw SyntaxError(message: "a [ without ]") }
    return nodes
  }
}

/// Writes patterns out into a trie, all the sequences of steps that a row stands for at once.
struct PatternExpander {
  /// A row may stand for at most that many sequences, so that a slip in a table cannot take the memory.
  static let limit = 6000

  var classes: [String: WordClass]
  var macros: [String: [[Pattern.Node]]]
  /// Where the sequences end up.
  var trie = TrieBuilder()
  /// Gives the lexicon's entry of a literal.
  var entry: (String) -> Int?

  /// Files every sequence of a pattern.
  mutating func add(_ nodes: [Pattern.Node], pattern: Int) throws(Pattern.SyntaxError) {
    for partial in try expand(nodes[...], [Partial()], depth: 0) {
      guard partial.last != nil || partial.node > 0 else {
        throw Pattern.SyntaxError(message: "the pattern may match nothing")
      }
      trie.end(filed(partial).node, pattern: pattern)
    }
  }

  /// The beginning of a sequence: a node of the trie, and the step behind it that is not filed yet.
  private struct Partial {
    var node: Int32 = 0
    var last: Pattern.Step?
    var gap = Pattern.Gap.none
    var opens = false
  }

  private mutating func filed(_ partial: Partial) -> Partial {
    guard let last = partial.last else { return partial }
    return Partial(node: trie.step(partial.node, last), gap: partial.gap, opens: partial.opens)
  }

  private mutating func adding(_ matcher: Pattern.Step.Matcher, to partial: Partial) -> Partial {
    var result = filed(partial)
    let isFirst = result.node == 0
    result.last = Pattern.Step(matcher: matcher, gap: isFirst ? .none : result.gap, opensSpan: result.opens)
    result.gap = .none
    result.opens = false
    return result
  }

  private mutating func expand(_ nodes: ArraySlice<Pattern.Node>, _ start: [Partial], depth: Int)
    throws(Pattern.SyntaxError) -> [Partial]
  {
    if depth > 12 { throw Pattern.SyntaxError(message: "@names that contain each other") }
    var partials = start
    for node in nodes {
      switch node {
      case .gap(let gap):
        for index in partials.indices where gap.rawValue > partials[index].gap.rawValue { partials[index].gap = gap }
      case .classes(let names):
        let found = try names.map { (name) throws(Pattern.SyntaxError) in try wordClass(name) }
        var grown: [Partial] = []
        for partial in partials { for one in found { grown.append(adding(.wordClass(one), to: partial)) } }
        partials = grown
      case .literal(let text):
        let matcher = try literal(text)
        for index in partials.indices { partials[index] = adding(matcher, to: partials[index]) }
      case .option(let inner):
        partials += try expand(inner[...], partials, depth: depth + 1)
      case .macro(let name):
        guard let bodies = macros[name] else { throw Pattern.SyntaxError(message: "no pattern @\(name)") }
        var grown: [Partial] = []
        for body in bodies { grown += try expand(body[...], partials, depth: depth + 1) }
        partials = grown
      case .open:
        for index in partials.indices { partials[index].opens = true }
      case .close:
        for index in partials.indices { partials[index].last?.closesSpan = true }
      }
      if partials.count > Self.limit {
        throw Pattern.SyntaxError(message: "stands for more than \(Self.limit) sequences")
      }
    }
    return partials
  }

  private func literal(_ text: String) throws(Pattern.SyntaxError) -> Pattern.Step.Matcher {
    if let number = Int32(text) { return .number(number) }
    guard let entry = entry(text) else { throw Pattern.SyntaxError(message: "no word in \(text)") }
    return .entry(Int32(entry))
  }

  private func wordClass(_ name: String) throws(Pattern.SyntaxError) -> WordClass {
    guard let found = classes[name] else { throw Pattern.SyntaxError(message: "no word class {\(name)}") }
    return found
  }
}
