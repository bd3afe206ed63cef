/// Walks the pattern trie over a text from one place and keeps the longest match. Its memory is used again for every
/// place, so matching allocates nothing.
struct PatternMatcher: ~Copyable {
  /// A step of the match: the word class that was asked for, and what stands there.
  struct Capture {
    var wordClass: WordClass?
    var lexeme: Lexeme
  }

  /// A step by the numbers of its class and lexeme.
  struct Step: BitwiseCopyable {
    var wordClass: WordClass?
    var lexeme: Int32
  }

  let reader: LexemeReader
  let trie: PatternTrie
  private var lexemes = LexemeMemory()
  private var path = FixedBuffer<Step>(capacity: 64)
  private var budget = 0

  /// The longest match: its steps, its row, where it ends, and the expression in it.
  private var kept = FixedBuffer<Step>(capacity: 64)
  private(set) var pattern: Int32 = -1
  private(set) var end = 0
  private(set) var spanStart = 0
  private(set) var spanEnd = 0

  /// Nothing is tried further than that many steps, so that no text makes an attempt long.
  private static let stepLimit = 4000

  init(reader: LexemeReader, trie: PatternTrie) {
    self.reader = reader
    self.trie = trie
  }

  /// Number of steps of the match.
  var captureCount: Int { kept.count }

  /// A step of the match.
  func capture(_ index: Int) -> Capture {
    let step = kept[index]
    return Capture(wordClass: step.wordClass, lexeme: lexemes[Int(step.lexeme)])
  }

  /// Finds the longest match at `position`; true where there is one.
  mutating func match(at position: Int) -> Bool {
    path.removeAll()
    pattern = -1
    end = position
    budget = Self.stepLimit
    lexemes.reclaim()
    let place = lexemes.place(position, reader)
    for index in place.lexemes.indices.reversed() {
      let lexeme = lexemes[index]
      if lexeme.entry >= 0 { follow(first: trie.byEntry[lexeme.entry], nil, index) }
      if lexeme.kind == .number {
        for edge in trie.byNumber.indices where trie.firstEdges[edge].step.matcher == .number(lexeme.value) {
          follow(trie.firstEdges[edge], nil, index, spanStart: -1, spanEnd: -1)
        }
      }
      var classes = lexeme.classes.intersection(trie.firstClasses)
      while let one = classes.popFirst() { follow(first: trie.byClass[Int(one.index)], one, index) }
    }
    return pattern >= 0
  }

  private mutating func follow(first edges: FlatRange, _ wordClass: WordClass?, _ lexeme: Int) {
    for edge in edges.indices { follow(trie.firstEdges[edge], wordClass, lexeme, spanStart: -1, spanEnd: -1) }
  }

  private mutating func follow(
    _ edge: PatternTrie.Edge, _ wordClass: WordClass?, _ lexeme: Int, spanStart: Int, spanEnd: Int
  ) {
    budget -= 1
    let step = Step(wordClass: wordClass, lexeme: Int32(truncatingIfNeeded: lexeme))
    if budget < 0 || !path.append(step) { return }
    let end = Int(lexemes[lexeme].end)
    walk(
      edge.target, end, edge.step.opensSpan ? Int(lexemes[lexeme].start) : spanStart,
      edge.step.closesSpan ? end : spanEnd)
    path.removeLast()
  }

  private mutating func walk(_ node: Int32, _ position: Int, _ spanStart: Int, _ spanEnd: Int) {
    let here = trie.nodes[node]
    if here.pattern >= 0, position > end || pattern < 0 || position == end && here.pattern < pattern,
      endsCleanly(position)
    {
      keep(here.pattern, position, spanStart, spanEnd)
    }
    if here.edges.isEmpty { return }
    let blanks = reader.skipBlanks(position)
    let place = lexemes.place(blanks.position, reader)
    if place.literals & here.literals == 0, place.classes.isDisjoint(with: here.classes) { return }
    for index in here.edges.indices {
      let edge = trie.edges[index]
      switch edge.step.gap {
      case .required: if !blanks.passed { continue }
      case .none: if blanks.passed { continue }
      case .optional: break
      }
      follow(edge, place.lexemes, spanStart, spanEnd)
    }
  }

  /// Follows an edge by each lexeme that it takes, longest first.
  @inline(__always)
  private mutating func follow(_ edge: PatternTrie.Edge, _ places: FlatRange, _ spanStart: Int, _ spanEnd: Int) {
    var index = Int(places.first &+ places.count)
    while index > Int(places.first) {
      index &-= 1
      let lexeme = lexemes[index]
      switch edge.step.matcher {
      case .wordClass(let one):
        if !lexeme.classes.contains(one) || lexeme.isMisspelt && one == .weekday { continue }
        follow(edge, one, index, spanStart: spanStart, spanEnd: spanEnd)
      case .entry(let entry):
        if lexeme.entry == entry { follow(edge, nil, index, spanStart: spanStart, spanEnd: spanEnd) }
      case .number(let number):
        if lexeme.kind == .number, lexeme.value == number {
          follow(edge, nil, index, spanStart: spanStart, spanEnd: spanEnd)
        }
      }
    }
  }

  private mutating func keep(_ pattern: Int32, _ position: Int, _ spanStart: Int, _ spanEnd: Int) {
    self.pattern = pattern
    end = position
    kept.removeAll()
    for index in 0..<path.count { kept.append(path[index]) }
    self.spanStart = spanStart >= 0 ? spanStart : Int(lexemes[Int(path[0].lexeme)].start)
    self.spanEnd = spanEnd >= 0 ? spanEnd : position
  }

  /// Whether an expression may end here: not within a word or number, nor before a digit after a decimal mark.
  private func endsCleanly(_ position: Int) -> Bool {
    let bytes = reader.bytes
    guard position < bytes.count, position > 0 else { return true }
    let next = ByteClass.of(bytes[position])
    let last = ByteClass.of(bytes[position - 1])
    if last == .letter { return next != .letter && next != .digit }
    guard last == .digit else { return true }
    if next == .digit || next == .letter { return false }
    if bytes[position] == UInt8(ascii: "%") { return false }
    if bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ","), position + 1 < bytes.count {
      return ByteClass.of(bytes[position + 1]) != .digit || bytes[position] == UInt8(ascii: ",")
    }
    return true
  }
}

/// The lexemes of the places that were read lately: attempts that begin near one another look at the same words.
struct LexemeMemory: ~Copyable {
  /// What stands at one place.
  struct Place: BitwiseCopyable {
    var position: Int32 = -1
    var lexemes = FlatRange()
    /// The classes of all its lexemes, and the literals that they may be.
    var classes = ClassSet()
    var literals: UInt64 = 0
  }

  private var lexemes = FixedBuffer<Lexeme>(capacity: 1024)
  private var places = FixedBuffer<Place>(capacity: 64)

  init() { forget() }

  subscript(_ index: Int) -> Lexeme {
    @inline(__always) get { lexemes[index] }
  }

  /// The lexemes at `position`, read where they are not remembered.
  ///
  /// An attempt holds places while it asks for others, so memory is only taken back between attempts: `reclaim`.
  @inline(__always)
  mutating func place(_ position: Int, _ reader: LexemeReader) -> Place {
    let slot = position & 63
    let found = places[slot]
    if found.position == Int32(truncatingIfNeeded: position) { return found }
    return read(position, slot, reader)
  }

  private mutating func read(_ position: Int, _ slot: Int, _ reader: LexemeReader) -> Place {
    let start = lexemes.count
    reader.read(position, into: &lexemes)
    var place = Place(position: Int32(truncatingIfNeeded: position))
    place.lexemes = FlatRange(first: Int32(start), count: Int32(lexemes.count - start))
    for index in start..<lexemes.count {
      let lexeme = lexemes[index]
      place.classes = place.classes.union(lexeme.classes)
      place.literals |= PatternTrie.bit(lexeme.kind == .number ? lexeme.value : lexeme.entry)
    }
    places[slot] = place
    return place
  }

  /// Takes memory back where little is left; to be called between attempts.
  @inline(__always)
  mutating func reclaim() {
    if lexemes.count > lexemes.capacity / 2 { forget() }
  }

  private mutating func forget() {
    lexemes.removeAll()
    places.removeAll()
    while places.append(Place()) {}
  }
}
