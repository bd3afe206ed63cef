import Text

/// Finds the date expressions of a text in one pass over its bytes.
///
/// Most words are turned away by their first two letters; the others are hashed and looked up; only at a number or at a
/// word that may begin a pattern is the trie walked.
struct Tagger: ~Copyable {
  let pack: LanguagePack
  let damage: DamageTable
  let reader: LexemeReader
  private let lexicon: Lexicon
  private var matcher: PatternMatcher
  private(set) var result = Tagging()
  /// The word before the current place: where it stands and whether the lexicon knows it.
  private var lastWord = 0..<0
  private var openQuotation = -1
  /// Displaced pieces of damaged dates, which are no expressions of their own.
  private var displaced: [TextSpan] = []

  init(pack: LanguagePack, damage: DamageTable, bytes: UnsafeBufferPointer<UInt8>) {
    self.damage = damage
    self.pack = pack
    lexicon = pack.lexicon
    reader = LexemeReader(bytes: bytes, pack: pack)
    matcher = PatternMatcher(reader: reader, trie: pack.trie)
  }

  /// The mentions of `text`, composed from what the patterns find.
  static func tag(_ text: SourceText, with pack: LanguagePack, damage: DamageTable) -> Tagging {
    text.bytes.withUnsafeBufferPointer { bytes in
      var tagger = Tagger(pack: pack, damage: damage, bytes: bytes)
      tagger.scan()
      return tagger.result
    }
  }

  private mutating func scan() {
    let bytes = reader.bytes
    var position = 0
    result.mentions.reserveCapacity(bytes.count / 200 + 8)
    while position < bytes.count {
      switch ByteClass.of(bytes[position]) {
      case .blank: position += 1
      case .lineFeed:
        endLine(position)
        position += 1
      case .digit: position = readNumber(position)
      case .letter: position = readWord(position)
      case .mark:
        position = readMark(position) ?? position + 1
      case .other: position = readOther(position)
      }
    }
    closeQuotation(bytes.count)
    MentionComposer.compose(&result, reader: reader, pack: pack)
  }

  private mutating func readWord(_ position: Int) -> Int {
    let bytes = reader.bytes
    var end = position + 1
    while end < bytes.count, (bytes[end] | 0x20) &- 97 < 26, bytes[end] < 128 { end &+= 1 }
    var key: UInt64 = 0
    if end < bytes.count, bytes[end] >= 128 {
      (end, key) = reader.word(position)
    } else {
      let second = end - position > 1 ? bytes[position + 1] : 0
      if lexicon.mayHold(bytes[position], second, length: end - position) { key = reader.word(position).key }
    }
    defer { lastWord = position..<end }
    if key == 0 { return end }
    let entry = lexicon.find(key)
    guard entry >= 0 else { return max(end, position + 1) }
    let known = lexicon.entries[entry]
    if known.isSignal { note(entry, position) }
    if known.capital.contains(.month), let next = matchDamagedWord(before: position) { return next }
    if known.starts, !known.needsMore || mayGoOn(end), let next = match(position) { return next }
    return max(end, position + 1)
  }

  /// Whether what follows may be of a pattern: a quick look that most words fail.
  private func mayGoOn(_ position: Int) -> Bool {
    let bytes = reader.bytes
    let next = reader.skipBlanks(position).position
    guard next < bytes.count else { return false }
    let first = bytes[next]
    // A capital may begin a misspelt month or weekday.
    guard first &- 97 < 26 else { return true }
    var end = next + 1
    while end < bytes.count, (bytes[end] | 0x20) &- 97 < 26, bytes[end] < 128 { end &+= 1 }
    if end < bytes.count, bytes[end] >= 128 { return true }
    return lexicon.mayHold(first, end - next > 1 ? bytes[next + 1] : 0, length: end - next)
  }

  private mutating func note(_ entry: Int32, _ position: Int) {
    let classes = lexicon.entries[entry].lower
    if classes.contains(.future) {
      result.signals.append(Tagging.Signal(offset: Int32(position), isFuture: true))
    } else if classes.contains(.past), !isParticiple {
      result.signals.append(Tagging.Signal(offset: Int32(position), isFuture: false))
    }
  }

  /// Whether the word here stands behind `be`: `will be held` tells of what is to come.
  private var isParticiple: Bool {
    guard !lastWord.isEmpty else { return false }
    return lexicon.sense(lexicon.find(reader.word(lastWord.lowerBound).key), .passive) != nil
  }

  private mutating func readNumber(_ position: Int) -> Int {
    let bytes = reader.bytes
    if let tail = displaced.last, tail.contains(offset: position) { return tail.end }
    if isFree(position) {
      if let next = matchDamagedWord(before: position) ?? match(position) { return next }
      if let found = fragments.numeric(at: position) { return file(found, from: position, .time) }
    }
    var end = position
    while end < bytes.count, bytes[end] &- 48 < 10 { end += 1 }
    lastWord = position..<end
    return end
  }

  private var fragments: FragmentFinder { FragmentFinder(reader: reader, damage: damage) }

  /// Matches from the word before a number where that word is a misspelt month or weekday, or has a weekday glued to
  /// its end: `Ocotber 24`, `HarianKamis (`.
  private mutating func matchDamagedWord(before position: Int) -> Int? {
    guard lastWord.count >= 4, lastWord.upperBound < position, position - lastWord.upperBound <= 3,
      result.mentions.last.map({ $0.span.end <= lastWord.lowerBound }) ?? true
    else { return nil }
    let bytes = reader.bytes
    for index in lastWord.upperBound..<position
    where ![32, UInt8(ascii: "("), UInt8(ascii: ",")].contains(bytes[index]) {
      return nil
    }
    let entry = lexicon.find(reader.word(lastWord.lowerBound).key)
    guard entry < 0 || lexicon.entries[entry].capital.isEmpty else { return nil }
    if reader.misspelt(lastWord.lowerBound, lastWord.upperBound) != nil {
      return match(lastWord.lowerBound, across: position)
    }
    guard let capital = lastWord.dropFirst().last(where: { bytes[$0] &- 65 < 26 }),
      lexicon.sense(lexicon.find(reader.word(capital).key), .weekday) != nil,
      let next = match(capital, across: position)
    else { return nil }
    if !result.mentions.isEmpty { result.mentions[result.mentions.count - 1].wordDamage = .glued }
    return next
  }

  /// Matches at `start` an expression that takes in the number at `position`: without it the word, `Selatan` in `Korea
  /// Selatan, 3 orang`, is likely no misspelt `Selasa`.
  private mutating func match(_ start: Int, across position: Int) -> Int? {
    let (count, pieces, word) = (result.mentions.count, displaced.count, lastWord)
    guard let next = match(start) else { return nil }
    if next > position { return next }
    result.mentions.removeLast(result.mentions.count - count)
    displaced.removeLast(displaced.count - pieces)
    lastWord = word
    return nil
  }

  /// Files a damaged date.
  private mutating func file(_ found: FragmentFinder.Found, from start: Int, _ expression: TemporalExpression) -> Int {
    var mention = Mention(span: TextSpan(start, found.end), expression: expression)
    keep(found.date, in: &mention)
    append(mention)
    return max(found.end, start + 1)
  }

  private mutating func keep(_ date: DamagedDate, in mention: inout Mention) {
    mention.damaged = Int32(result.damaged.count)
    result.damaged.append(date)
    displaced += date.displaced
  }

  private mutating func append(_ mention: Mention) {
    var mention = mention
    mention.sentence = Int32(result.sentences.count - 1)
    mention.quotation = openQuotation >= 0 ? Int32(result.quotations.count) : -1
    result.mentions.append(mention)
    lastWord = mention.span.start..<mention.span.end
  }

  /// Whether a number may begin an expression here: not within a word, amount or decimal.
  private func isFree(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    if let last = result.mentions.last, last.span.end + 1 == position { return true }
    let bytes = reader.bytes
    let before = bytes[position - 1]
    switch before {
    case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "_"): return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"):
      return position < 2 || ByteClass.of(bytes[position - 2]) != .digit
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      guard position >= 2 else { return true }
      let second = ByteClass.of(bytes[position - 2])
      return second != .letter && second != .digit
    default: break
    }
    let kind = ByteClass.of(before)
    if kind == .letter { return false }
    // A currency sign before it (£, €, ¥) makes it an amount.
    if before >= 128, position >= 2 {
      if bytes[position - 2] == 0xC2, before == 0xA3 || before == 0xA5 { return false }
      if position >= 3, bytes[position - 3] == 0xE2, bytes[position - 2] == 0x82 { return false }
    }
    return true
  }

  /// Matches a pattern at `position` and files the mention; gives the place to go on from, nil where nothing matched.
  private mutating func match(_ position: Int) -> Int? {
    guard matcher.match(at: position) else { return nil }
    let meaning = pack.meanings[matcher.pattern]
    if meaning.kind == .nothing {
      if let found = fragments.numeric(at: position) { return file(found, from: position, .time) }
      return matcher.end
    }
    let parts = CapturedParts(matcher, lexicon)
    var mention = Mention(span: TextSpan(matcher.spanStart, matcher.spanEnd), expression: .time)
    let before = LoneDate(reader: reader, lastWord: lastWord).before(mention.span)
    mention.isAside = before.contains(.since)
    mention.isBound = before.contains(.bound)
    mention.pattern = matcher.pattern
    mention.isForNarrative = meaning.isForNarrative
    guard ExpressionBuilder.mention(parts, meaning, &mention) else { return nil }
    if meaning.kind == .range { mention.ends = ends(of: mention.span) }
    if meaning.kind == .duration, let first = firstLength(parts, &mention) { append(first) }
    complete(&mention)
    guard mention.isDamaged || stands(mention, isDoubtful: parts.isDoubtfulAlone) else { return nil }
    append(mention)
    return max(mention.span.end, position + 1)
  }

  /// Takes in what damage has cut off from a date: pieces behind a weekday, blurred digits around day and month.
  private mutating func complete(_ mention: inout Mention) {
    guard case .date(var fields) = mention.expression, mention.time?.clock == nil else { return }
    if let weekday = fields.weekday, fields.day == nil, fields.direction == nil {
      guard let found = fragments.after(weekday, at: mention.span.end) else { return }
      mention.span.end = found.end
      keep(found.date, in: &mention)
    } else if fields.day != nil, fields.month != nil, fields.year == nil {
      guard let year = fragments.blurredYear(at: mention.span.end) else { return }
      fields.year = year.value
      mention.span.end = year.span.end
      mention.wordDamage = .blurredDigits
    } else if fields.day == nil, fields.month != nil, fields.weekday == nil {
      guard let day = fragments.blurredDay(before: mention.span.start) else { return }
      fields.day = day.value
      mention.span.start = day.span.start
      mention.wordDamage = .blurredDigits
    }
    mention.expression = .date(fields)
  }

  /// Whether a lone year, or a name of three letters, stands where a date may stand.
  private func stands(_ mention: Mention, isDoubtful: Bool) -> Bool {
    if case .duration(let amount) = mention.expression, amount.unit == .year {
      return !LoneDate(reader: reader, lastWord: lastWord).isAge(mention.span)
    }
    guard case .date(let fields) = mention.expression, mention.time == nil else { return true }
    if fields.day != nil, fields.month == nil, fields.weekday == nil, matcher.captureCount == 3 {
      return LoneDate(reader: reader, lastWord: lastWord).standsAsOrdinal(mention.span)
    }
    if fields.weekday != nil, matcher.captureCount == 1 {
      return !LoneDate(reader: reader, lastWord: lastWord).isSpeaker(mention.span)
    }
    let isShortName = mention.span.length <= 3 || isDoubtful && matcher.captureCount == 1
    let isYear = matcher.captureCount == 1 && fields.year != nil && fields.month == nil
    guard isShortName || isYear else { return true }
    return LoneDate(reader: reader, lastWord: lastWord).stands(mention.span, isYear: isYear)
  }

  /// `2-3 menit` are two lengths: gives the first, in the unit of the second, which `mention` becomes.
  private func firstLength(_ parts: CapturedParts, _ mention: inout Mention) -> Mention? {
    guard parts.counts.count == 2, case .duration(var amount) = mention.expression, let ends = ends(of: mention.span)
    else { return nil }
    var first = mention
    first.span = ends.0
    mention.span = ends.1
    amount.count = parts.counts[1] ?? amount.count
    mention.expression = .duration(amount)
    return first
  }

  /// The two ends of a range around the word or dash that joins them.
  private func ends(of span: TextSpan) -> (TextSpan, TextSpan)? {
    var (before, joint, after): (Int32?, Lexeme?, Int32?) = (nil, nil, nil)
    for index in 0..<matcher.captureCount {
      let capture = matcher.capture(index)
      if joint == nil, capture.wordClass == .dash || capture.wordClass == .until {
        joint = capture.lexeme
      } else if joint == nil {
        before = capture.lexeme.end
      } else if after == nil {
        after = capture.lexeme.start
      }
    }
    guard joint != nil, let before, let after else { return nil }
    return (TextSpan(span.start, Int(before)), TextSpan(Int(after), span.end))
  }

  /// Notes what ends sentences and quotations; gives the place after a short year `'99`.
  private mutating func readMark(_ position: Int) -> Int? {
    switch reader.bytes[position] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): endSentence(position)
    case UInt8(ascii: "'"):
      if position + 1 < reader.bytes.count, reader.bytes[position + 1] &- 48 < 10 { return match(position) }
    case UInt8(ascii: "\""):
      if openQuotation >= 0 { closeQuotation(position) } else { openQuotation = position + 1 }
    default: break
    }
    return nil
  }

  private mutating func readOther(_ position: Int) -> Int {
    let bytes = reader.bytes
    if position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80 {
      if bytes[position + 2] == 0x9C {
        closeQuotation(position)
        openQuotation = position + 3
      } else if bytes[position + 2] == 0x9D {
        closeQuotation(position)
      }
    }
    let end = reader.word(position).end
    if end > position {
      lastWord = position..<end
      return end
    }
    var next = position + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private mutating func closeQuotation(_ position: Int) {
    if openQuotation >= 0 { result.quotations.append(TextSpan(openQuotation, position)) }
    openQuotation = -1
  }

  /// A line break ends a sentence unless the line plainly goes on.
  private mutating func endLine(_ position: Int) {
    let bytes = reader.bytes
    let goesOn =
      position + 1 < bytes.count && bytes[position + 1] &- 97 < 26 && position > 0
      && ((bytes[position - 1] | 0x20) &- 97 < 26 || bytes[position - 1] == UInt8(ascii: ","))
    if goesOn { return }
    closeQuotation(position)
    begin(position + 1)
  }

  /// Marks that may stand between a full stop and the blank behind it: a closing quotation mark or bracket.
  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")") || byte == 0xE2 || byte == 0x80 || byte == 0x9D
  }

  /// A full stop ends a sentence where a capital, a quotation or a bracket follows and no abbreviation stands before.
  private mutating func endSentence(_ position: Int) {
    let bytes = reader.bytes
    var next = position + 1
    while next < bytes.count, Self.closes(bytes[next]) {
      next += 1
    }
    guard next < bytes.count, bytes[next] == 32 else { return }
    while next < bytes.count, bytes[next] == 32 { next += 1 }
    guard next < bytes.count else { return }
    let byte = bytes[next]
    guard byte &- 65 < 26 || byte >= 128 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(") else { return }
    if bytes[position] == UInt8(ascii: "."), lastWord.upperBound == position, lastWord.count <= 4 {
      if lastWord.count == 1, bytes[lastWord.lowerBound] &- 65 < 26 { return }
      let entry = lexicon.find(reader.word(lastWord.lowerBound).key)
      if lexicon.sense(entry, .month) != nil, byte &- 48 < 10 { return }
    }
    begin(next)
  }

  private mutating func begin(_ position: Int) {
    if let last = result.sentences.last, last < position { result.sentences.append(Int32(position)) }
  }
}
