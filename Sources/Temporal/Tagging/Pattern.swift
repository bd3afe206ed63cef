/// A row of `patterns.tsv`, read into the sequences of steps that it stands for.
///
/// In a pattern `{class}` is any word of a class, `{a|b}` of either, a word or mark stands for itself, `[…]` may be
/// missing, `@name` is one of the rows that define `@name`. A space is white space, `_` is white space or nothing, and
/// what is written together stands together. `<` and `>` enclose the expression where a pattern looks at more.
enum Pattern {
  /// One word, number or mark to match.
  struct Step: Hashable, Sendable {
    enum Matcher: Hashable, Sendable {
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
  enum Gap: UInt8, Hashable, Sendable { case none, optional, required }

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

/// Writes patterns out into sequences of steps.
struct PatternExpander {
  /// A row may stand for at most that many sequences, so that a slip in a table cannot take the memory.
  static let limit = 6000

  var classes: [String: WordClass]
  var macros: [String: [[Pattern.Node]]]
  /// Gives the lexicon's entry of a literal.
  var entry: (String) -> Int?

  /// Every sequence of a pattern.
  func sequences(of nodes: [Pattern.Node]) throws(Pattern.SyntaxError) -> [[Pattern.Step]] {
    let partial = try expand(nodes[...], [Partial()], depth: 0)
    let sequences = partial.map(\.steps).filter { !$0.isEmpty }
    guard sequences.count == partial.count else { throw Pattern.SyntaxError(message: "the pattern may match nothing") }
    return sequences
  }

  private struct Partial: Hashable {
    var steps: [Pattern.Step] = []
    var gap = Pattern.Gap.none
    var opens = false

    func adding(_ matcher: Pattern.Step.Matcher) -> Partial {
      var result = self
      result.steps.append(Pattern.Step(matcher: matcher, gap: steps.isEmpty ? .none : gap, opensSpan: opens))
      result.gap = .none
      result.opens = false
      return result
    }
  }

  private func expand(_ nodes: ArraySlice<Pattern.Node>, _ start: [Partial], depth: Int) throws(Pattern.SyntaxError)
    -> [Partial]
  {
    if depth > 12 { throw Pattern.SyntaxError(message: "@names that contain each other") }
    var partials = start
    for node in nodes {
      switch node {
      case .gap(let gap):
        for index in partials.indices where gap.rawValue > partials[index].gap.rawValue { partials[index].gap = gap }
      case .classes(let names):
        let found = try names.map { (name) throws(Pattern.SyntaxError) in try wordClass(name) }
        partials = partials.flatMap { partial in found.map { partial.adding(.wordClass($0)) } }
      case .literal(let text):
        if let number = Int32(text) {
          partials = partials.map { $0.adding(.number(number)) }
          continue
        }
        guard let entry = entry(text) else { throw Pattern.SyntaxError(message: "no word in \(text)") }
        partials = partials.map { $0.adding(.entry(Int32(entry))) }
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
        for index in partials.indices where !partials[index].steps.isEmpty {
          partials[index].steps[partials[index].steps.count - 1].closesSpan = true
        }
      }
      if partials.count > Self.limit {
        throw Pattern.SyntaxError(message: "stands for more than \(Self.limit) sequences")
      }
    }
    return partials
  }

  private func wordClass(_ name: String) throws(Pattern.SyntaxError) -> WordClass {
    guard let found = classes[name] else { throw Pattern.SyntaxError(message: "no word class {\(name)}") }
    return found
  }
}
