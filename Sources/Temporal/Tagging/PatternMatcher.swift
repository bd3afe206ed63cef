/// Walks the pattern trie over a text from one place and keeps the longest match. Its memory is used again for every
/// place, so matching allocates nothing.
struct PatternMatcher {
  /// A step of the match: the word class that was asked for, and what stands there.
  struct Capture {
    var wordClass: WordClass?
    var lexeme: Lexeme
  }

  let reader: LexemeReader
  let trie: PatternTrie
  private var lexemes: [Lexeme] = []
  /// Places already read in this attempt, with their lexemes.
  private var places: [(position: Int, range: Range<Int>)] = []
  private var path: [Capture] = []
  private var budget = 0

  /// The longest match.
  private(set) var captures: [Capture] = []
  private(set) var pattern: Int32 = -1
  private(set) var end = 0
  private(set) var spanStart = 0
  private(set) var spanEnd = 0

  /// Nothing is tried further than that many steps, so that no text makes an attempt long.
  private static let stepLimit = 4000

  init(reader: LexemeReader, trie: PatternTrie) {
    self.reader = reader
    self.trie = trie
    lexemes.reserveCapacity(128)
    places.reserveCapacity(64)
    path.reserveCapacity(32)
    captures.reserveCapacity(32)
  }

  /// Finds the longest match at `position`; true where there is one.
  mutating func match(at position: Int) -> Bool {
    lexemes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    path.removeAll(keepingCapacity: true)
    pattern = -1
    end = position
    budget = Self.stepLimit
    let range = read(position)
    for index in range.reversed() {
      let lexeme = lexemes[index]
      if lexeme.entry >= 0, let edges = trie.byEntry[lexeme.entry] {
        for edge in edges { follow(edge, lexeme, spanStart: -1, spanEnd: -1) }
      }
      if lexeme.kind == .number {
        for edge in trie.byNumber where edge.step.matcher == .number(lexeme.value) {
          follow(edge, lexeme, spanStart: -1, spanEnd: -1)
        }
      }
      if !lexeme.classes.isEmpty { tryClasses(lexeme) }
    }
    return pattern >= 0
  }

  private mutating func tryClasses(_ lexeme: Lexeme) {
    lexeme.classes.forEach { one in
      for edge in trie.byClass[Int(one.index)] { follow(edge, lexeme, spanStart: -1, spanEnd: -1) }
    }
  }

  private mutating func read(_ position: Int) -> Range<Int> {
    for place in places where place.position == position { return place.range }
    let start = lexemes.count
    reader.read(position, into: &lexemes)
    places.append((position, start..<lexemes.count))
    return start..<lexemes.count
  }

  private mutating func follow(_ edge: PatternTrie.Edge, _ lexeme: Lexeme, spanStart: Int, spanEnd: Int) {
    budget -= 1
    if budget < 0 { return }
    let wordClass: WordClass?
    if case .wordClass(let one) = edge.step.matcher { wordClass = one } else { wordClass = nil }
    path.append(Capture(wordClass: wordClass, lexeme: lexeme))
    let spanStart = edge.step.opensSpan ? Int(lexeme.start) : spanStart
    let spanEnd = edge.step.closesSpan ? Int(lexeme.end) : spanEnd
    walk(edge.target, Int(lexeme.end), spanStart, spanEnd)
    path.removeLast()
  }

  private mutating func walk(_ node: Int32, _ position: Int, _ spanStart: Int, _ spanEnd: Int) {
    let here = trie.nodes[Int(node)]
    if here.pattern >= 0, position > end || pattern < 0 || position == end && here.pattern < pattern,
      endsCleanly(position)
    {
      pattern = here.pattern
      end = position
      captures.removeAll(keepingCapacity: true)
      captures.append(contentsOf: path)
      self.spanStart = spanStart >= 0 ? spanStart : Int(path[0].lexeme.start)
      self.spanEnd = spanEnd >= 0 ? spanEnd : position
    }
    if here.edges.isEmpty { return }
    let blanks = reader.skipBlanks(position)
    let range = read(blanks.position)
    for edgeIndex in here.edges {
      let edge = trie.edges[Int(edgeIndex)]
      switch edge.step.gap {
      case .required: if !blanks.passed { continue }
      case .none: if blanks.passed { continue }
      case .optional: break
      }
      for index in range.reversed() {
        let lexeme = lexemes[index]
        switch edge.step.matcher {
        case .wordClass(let one): if !lexeme.classes.contains(one) || lexeme.isMisspelt && one == .weekday { continue }
        case .entry(let entry): if lexeme.entry != entry { continue }
        case .number(let number): if lexeme.kind != .number || lexeme.value != number { continue }
        }
        follow(edge, lexeme, spanStart: spanStart, spanEnd: spanEnd)
      }
    }
  }

  /// Whether an expression may end here: not within a word or number, nor before a digit after a decimal mark.
  private func endsCleanly(_ position: Int) -> Bool {
    let bytes = reader.bytes
    guard position < bytes.count, position > 0 else { return true }
    let next = ByteClass.of[Int(bytes[position])]
    let last = ByteClass.of[Int(bytes[position - 1])]
    if last == .letter { return next != .letter && next != .digit }
    guard last == .digit else { return true }
    if next == .digit || next == .letter { return false }
    if bytes[position] == UInt8(ascii: "%") { return false }
    if bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ","), position + 1 < bytes.count {
      return ByteClass.of[Int(bytes[position + 1])] != .digit || bytes[position] == UInt8(ascii: ",")
    }
    return true
  }
}
