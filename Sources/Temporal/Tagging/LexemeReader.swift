import Text

/// Reads words, numbers and marks of a text at given places, with what the lexicon knows of them.
struct LexemeReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private let words: WordReader
  let lexicon: Lexicon
  let spelling: SpellingTable

  init(bytes: UnsafeBufferPointer<UInt8>, pack: LanguagePack) {
    self.bytes = bytes
    words = WordReader(bytes: bytes)
    lexicon = pack.lexicon
    spelling = pack.spelling
  }

  /// The place of the next visible byte at or after `position`, and whether white space was passed. At most one line
  /// break counts as white space: a paragraph ends an expression.
  @inline(__always)
  func skipBlanks(_ position: Int) -> (position: Int, passed: Bool) {
    var index = position
    var breaks = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 32 || byte == 9 || byte == 13 {
        index += 1
      } else if byte == 10 {
        breaks += 1
        if breaks > 1 { return (position, false) }
        index += 1
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, isThinBlank(bytes[index + 2]) {
        index += 3
      } else {
        break
      }
    }
    return (index, index != position)
  }

  /// U+2000 to U+200F (spaces, zero-width and bidi marks), U+202A to U+202F.
  @inline(__always)
  private func isThinBlank(_ last: UInt8) -> Bool { last <= 0x8F && last >= 0x80 || last >= 0xAA && last <= 0xAF }

  /// The word, number or mark at `position`; nil at white space and at the end.
  func plain(_ position: Int) -> Lexeme? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch ByteClass.of(byte) {
    case .digit: return number(position)
    case .letter:
      let (end, key) = word(position)
      return lexeme(position, end, key, .word)
    case .blank, .lineFeed: return nil
    case .mark: return lexeme(position, position + 1, UInt64(byte), .mark)
    case .other:
      let (wordEnd, wordKey) = word(position)
      if wordEnd > position { return lexeme(position, wordEnd, wordKey, .word) }
      let (end, key) = foldedMark(position)
      return lexeme(position, end, key, .mark)
    }
  }

  /// Reads what stands at `position`: the plain word, number or mark first, then longer phrases that begin with it.
  @inline(__always)
  func read(_ position: Int, into found: inout FixedBuffer<Lexeme>) {
    guard let first = plain(position) else { return }
    found.append(first)
    guard first.entry >= 0, !first.isMisspelt else { return }
    if lexicon.entries[first.entry].continues { appendPhrases(first, into: &found) }
    if first.classes.contains(.number) { appendCount(first, into: &found) }
  }

  /// The end and key of the word at `position`; the end equals the start where no letter stands there.
  @inline(__always)
  func word(_ position: Int) -> (end: Int, key: UInt64) { words.word(position) }

  /// A mark beyond ASCII as the ASCII mark that it stands for.
  private func foldedMark(_ position: Int) -> (end: Int, key: UInt64) {
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard end - position == 3, bytes[position] == 0xE2, bytes[position + 1] == 0x80 else { return (end, 0) }
    switch bytes[position + 2] {
    case 0x90...0x95: return (end, UInt64(UInt8(ascii: "-")))
    case 0x98, 0x99: return (end, UInt64(UInt8(ascii: "'")))
    case 0x9C, 0x9D: return (end, UInt64(UInt8(ascii: "\"")))
    default: return (end, 0)
    }
  }

  @inline(__always)
  private func lexeme(_ start: Int, _ end: Int, _ key: UInt64, _ kind: Lexeme.Kind) -> Lexeme {
    let entry = lexicon.find(key)
    var lexeme = Lexeme(start: Int32(start), end: Int32(end), kind: kind, entry: entry)
    guard entry >= 0 else {
      if kind == .word, let near = misspelt(start, end) {
        lexeme.entry = near.entry
        lexeme.classes.insert(near.wordClass)
        lexeme.isMisspelt = true
      }
      return lexeme
    }
    let known = lexicon.entries[entry]
    lexeme.classes = kind == .word && bytes[start] < 97 ? known.capital : known.lower
    return lexeme
  }

  /// The month or weekday that a capitalized word nearly is.
  func misspelt(_ start: Int, _ end: Int) -> (entry: Int32, wordClass: WordClass)? {
    guard end - start >= 4, end - start <= 14, bytes[start] &- 65 < 26 else { return nil }
    return spelling.nearest(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  private func appendPhrases(_ first: Lexeme, into found: inout FixedBuffer<Lexeme>) {
    let isCapital = first.kind == .word && bytes[Int(first.start)] < 97
    var key = first.kind == .word ? word(Int(first.start)).key : foldedKey(first)
    var end = Int(first.end)
    while let next = joint(end) {
      key = LexiconBuilder.join(key, next.key)
      let entry = lexicon.find(key)
      guard entry >= 0 else { return }
      let known = lexicon.entries[entry]
      end = next.end
      let classes = isCapital ? known.capital : known.lower
      if !classes.isEmpty {
        let phrase = Lexeme(start: first.start, end: Int32(end), kind: .word, entry: entry, classes: classes)
        found.append(phrase)
        if classes.contains(.number) { appendCount(phrase, into: &found) }
      }
      if !known.continues { return }
    }
  }

  private func foldedKey(_ mark: Lexeme) -> UInt64 {
    let byte = bytes[Int(mark.start)]
    return byte < 128 ? UInt64(byte) : foldedMark(Int(mark.start)).key
  }

  /// The end and key of the word or mark after `position` that a phrase may go on with.
  private func joint(_ position: Int) -> (end: Int, key: UInt64)? {
    let next = skipBlanks(position).position
    guard next < bytes.count else { return nil }
    switch ByteClass.of(bytes[next]) {
    case .letter: return word(next)
    case .mark: return (next + 1, UInt64(bytes[next]))
    case .other:
      let (end, key) = word(next)
      return end > next ? (end, key) : foldedMark(next)
    case .digit, .blank, .lineFeed: return nil
    }
  }

  /// A run of number words, or one of them: `dua puluh lima`, `twenty-five`.
  private func appendCount(_ first: Lexeme, into found: inout FixedBuffer<Lexeme>) {
    guard let sense = lexicon.sense(first.entry, .number) else { return }
    var total = NumberWords(sense)
    var end = Int(first.end)
    var words = 1
    while words < 8 {
      var next = skipBlanks(end).position
      if next < bytes.count, bytes[next] == UInt8(ascii: "-") { next += 1 }
      guard next < bytes.count, (bytes[next] | 0x20) &- 97 < 26 else { break }
      let (wordEnd, key) = word(next)
      guard let more = lexicon.sense(lexicon.find(key), .number), total.add(more) else { break }
      end = wordEnd
      words += 1
    }
    var lexeme = Lexeme(start: first.start, end: Int32(end), kind: .word, value: total.value)
    lexeme.classes.insert(.count)
    if total.value <= 31 { lexeme.classes.insert(.small) }
    found.append(lexeme)
  }

  /// The run of digits at `position`.
  func number(_ position: Int) -> Lexeme {
    var index = position
    var value: Int32 = 0
    while index < bytes.count, bytes[index] &- 48 < 10 {
      if index - position < 9 { value = value &* 10 &+ Int32(bytes[index] &- 48) }
      index += 1
    }
    let digits = index - position
    var lexeme = Lexeme(start: Int32(position), end: Int32(index), kind: .number, value: value)
    lexeme.digits = UInt8(clamping: digits)
    lexeme.classes = Self.classes(value, digits)
    return lexeme
  }

  /// Four digits that may stand for a year with no word that says so. Earlier and later ones need an era (`79 Masehi`,
  /// `44 SM`) or the word for year before them.
  static let years = 1000...2199

  private static func classes(_ value: Int32, _ digits: Int) -> ClassSet {
    var classes = ClassSet()
    if digits > 9 { return classes }
    classes.insert(.count)
    if digits <= 2 {
      if value >= 1, value <= 31 { classes.insert(.day) }
      if value >= 1, value <= 12 { classes.insert(.monthNumber) }
      if value <= 24 { classes.insert(.hour) }
      if digits == 2 {
        classes.insert(.shortYear)
        if value < 60 { classes.insert(.minute) }
        if value % 10 == 0 { classes.insert(.decadeNumber) }
      }
    }
    if digits == 4, years.contains(Int(value)) {
      classes.insert(.year)
      if value % 10 == 0 { classes.insert(.decadeNumber) }
    }
    return classes
  }
}

/// Adds up number words: units, teens (+10 with `belas`), tens and hundreds.
///
/// The value of a word's sense is the number; a multiplier (`puluh`, `hundred`, `ribu`) is told by the mod START and a
/// teen suffix by END in its row.
struct NumberWords {
  private var done: Int32 = 0
  private var current: Int32
  private var takes: Int32

  init(_ first: WordSense) {
    current = first.value
    takes = first.mod == .start ? first.value : Self.room(first.value)
  }

  var value: Int32 { done &+ current }

  /// Room that a number leaves below it: after 20 a unit may follow, after 5 none.
  private static func room(_ value: Int32) -> Int32 {
    if value >= 100, value % 100 == 0 { return 100 }
    return value >= 20 && value % 10 == 0 ? 10 : 0
  }

  mutating func add(_ next: WordSense) -> Bool {
    if next.mod == .start {
      guard current > 0, current < next.value, done <= 1_000_000 else { return false }
      current = current &* next.value
      takes = next.value
      if next.value >= 1000 {
        done = done &+ current
        current = 0
      }
      return true
    }
    if next.mod == .end {
      guard current > 0, current < 10 else { return false }
      current += 10
      takes = 0
      return true
    }
    guard next.value < takes else { return false }
    current += next.value
    takes = Self.room(next.value)
    return true
  }
}
