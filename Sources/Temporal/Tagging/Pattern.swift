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
    var rest = Array(text.utf8)[...]
    return try parse(&rest, inOption: false)
  }

  private static func parse(_ rest: inout ArraySlice<UInt8>, inOption: Bool) throws(SyntaxError) -> [Node] {
    var nodes: [Node] = []
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "_"):
        rest.removeFirst()
        nodes.append(.gap(byte == UInt8(ascii: " ") ? .required : .optional))
      case UInt8(ascii: "{"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { throw SyntaxError(message: "a { without }") }
        nodes.append(.classes(rest[(rest.startIndex + 1)..<end].split(separator: UInt8(ascii: "|")).map(string)))
        rest = rest[(end + 1)...]
      case UInt8(ascii: "["):
        rest.removeFirst()
        nodes.append(.option(try parse(&rest, inOption: true)))
      case UInt8(ascii: "]"):
        rest.removeFirst()
        if inOption { return nodes }
        throw SyntaxError(message: "a ] without [")
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        rest.removeFirst()
        nodes.append(byte == UInt8(ascii: "<") ? .open : .close)
      case UInt8(ascii: "@"):
        rest.removeFirst()
        nodes.append(.macro(take(&rest) { isLetter($0) || isDigit($0) }))
      default: nodes.append(.literal(take(&rest, isLetter(byte) ? isLetter : isDigit)))
      }
    }
    if inOption { throw SyntaxError(message: "a [ without ]") }
    return nodes
  }

  /// Takes the bytes that pass, one at least.
  private static func take(_ rest: inout ArraySlice<UInt8>, _ passes: (UInt8) -> Bool) -> String {
    let end = rest.firstIndex { !passes($0) } ?? rest.endIndex
    let taken = rest[..<max(end, min(rest.startIndex + 1, rest.endIndex))]
    rest = rest[taken.endIndex...]
    return string(taken)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 128 || (byte | 0x20) &- 97 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
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
