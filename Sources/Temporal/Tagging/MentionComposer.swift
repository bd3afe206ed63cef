import Text

/// Puts mentions together that make one expression: a date and its time of day, the two ends of a range, the members of a
/// list; and tells for each whether its sentence speaks of what is to come.
enum MentionComposer {
  static func compose(_ tagging: inout Tagging, reader: LexemeReader, pack: LanguagePack) {
    var composed: [Mention] = []
    composed.reserveCapacity(tagging.mentions.count)
    for mention in tagging.mentions {
      if let last = composed.last, let joined = join(last, mention, reader, pack) {
        composed[composed.count - 1] = joined
      } else {
        var mention = mention
        if let last = composed.last { mention.endsRange = isRange(last, mention, reader, pack) }
        composed.append(mention)
      }
    }
    composed.removeAll { isBareDayPart($0) }
    tagging.mentions = ListMembers.add(to: composed, reader: reader, pack: pack)
    markFuture(&tagging, reader)
  }

  /// `Monday to Friday`: two weekdays, of which the second cannot be the one before.
  private static func isRange(_ first: Mention, _ second: Mention, _ reader: LexemeReader, _ pack: LanguagePack) -> Bool
  {
    guard second.span.start - first.span.end <= 24, isBareWeekday(first), isBareWeekday(second) else { return false }
    return Between(first.span.end, second.span.start, reader, pack).isUntil
  }

  private static func isBareWeekday(_ mention: Mention) -> Bool {
    guard case .date(let fields) = mention.expression else { return false }
    return fields.weekday != nil && fields.day == nil && fields.direction == nil
  }

  /// A part of a day with neither a clock nor a date is no expression.
  private static func isBareDayPart(_ mention: Mention) -> Bool {
    mention.expression == .time && mention.time?.clock == nil && !mention.isDamaged
  }

  private static func join(_ first: Mention, _ second: Mention, _ reader: LexemeReader, _ pack: LanguagePack)
    -> Mention?
  {
    guard second.span.start >= first.span.end, second.span.start - first.span.end <= 12 else { return nil }
    let between = Between(first.span.end, second.span.start, reader, pack)
    if second.expression == .time, hasDay(first.expression), between.joinsTime { return withTime(first, second) }
    if second.time?.clock != nil, second.expression == .time, first.time?.clock == nil, hasDay(first.expression),
      between.hasTimeLink
    {
      return withTime(first, second)
    }
    if isDayPartOfToday(second), isWrittenDay(first), between.joinsTime, !between.hasMark {
      return withTime(first, second)
    }
    if first.expression == .time, hasDay(second.expression), between.joinsTime || between.hasLink {
      if first.time?.clock == nil, between.hasMark { return nil }
      var joined = withTime(second, first)
      joined?.span = TextSpan(first.span.start, second.span.end)
      return joined
    }
    if between.isDash { return range(first, second) }
    return nil
  }

  /// `nanti malam`, `last night`: behind a written day they only tell its part.
  private static func isDayPartOfToday(_ mention: Mention) -> Bool {
    guard case .shift(let shift) = mention.expression else { return false }
    return shift.unit == .day && shift.anchor == .publication && mention.time?.part != nil
  }

  private static func isWrittenDay(_ mention: Mention) -> Bool {
    guard case .date(let fields) = mention.expression else { return false }
    return fields.day != nil && fields.month != nil && mention.time == nil
  }

  private static func hasDay(_ expression: TemporalExpression) -> Bool {
    switch expression {
    case .date(let fields): fields.grain == .day
    case .shift(let shift): shift.unit == .day || shift.weekday != nil
    case .holiday, .fixed, .hijri: true
    default: false
    }
  }

  /// A date with a time of day; a clock after a part of the day replaces it: `Senin malam pukul 21.00`.
  private static func withTime(_ date: Mention, _ time: Mention) -> Mention? {
    if date.time?.clock != nil, time.time?.clock != nil { return nil }
    var joined = date
    joined.span = TextSpan(date.span.start, time.span.end)
    joined.mod = date.mod ?? time.mod
    joined.wordDamage = date.wordDamage ?? time.wordDamage
    guard let part = date.time?.part, let clock = time.time?.clock else {
      joined.time = date.time?.clock != nil ? date.time : time.time
      return joined
    }
    joined.time = time.time
    joined.time?.clock = ClockTime(
      hour: part.hour(clock.minute / 60), minute: clock.minute % 60, offset: clock.offset)
    return joined
  }

  /// Two dates around a dash; the parts that the first lacks come from the second.
  private static func range(_ first: Mention, _ second: Mention) -> Mention? {
    guard case .date(var from) = first.expression, case .date(var to) = second.expression else { return nil }
    guard first.time == nil, second.time == nil else { return nil }
    guard from.grain == to.grain || from.day != nil && to.month != nil else { return nil }
    if to.year == nil { to.year = from.year }
    if from.year == nil { from.year = to.year }
    if from.month == nil, from.day != nil { from.month = to.month }
    if from.year.map({ $0 < 100 }) != to.year.map({ $0 < 100 }) { return nil }
    var joined = first
    joined.expression = .range(from, to)
    joined.span = first.span.union(second.span)
    joined.ends = (first.span, second.span)
    return joined
  }

  /// Whether the nearest sign in the sentence, before the mention or else shortly after it, points ahead. A sign behind
  /// `and` belongs to another clause: `tiba Selasa dan akan bertolak Kamis`.
  private static func markFuture(_ tagging: inout Tagging, _ reader: LexemeReader) {
    var next = 0
    for index in tagging.mentions.indices {
      let start = Int32(tagging.mentions[index].span.start)
      while next < tagging.signals.count, tagging.signals[next].offset < start { next += 1 }
      let sentence = Int(tagging.mentions[index].sentence)
      let from = tagging.sentences[sentence]
      let to = sentence + 1 < tagging.sentences.count ? tagging.sentences[sentence + 1] : Int32.max
      if next > 0, tagging.signals[next - 1].offset >= from {
        tagging.mentions[index].isFuture = tagging.signals[next - 1].isFuture
      } else if next < tagging.signals.count, tagging.signals[next].offset < min(to, start &+ 120),
        !hasListWord(from: tagging.mentions[index].span.end, to: Int(tagging.signals[next].offset), reader)
      {
        tagging.mentions[index].isFuture = tagging.signals[next].isFuture
      } else if tagging.mentions[index].isBound {
        // With nothing else to go by, what something is due by is to come.
        tagging.mentions[index].isFuture = isBareWeekday(tagging.mentions[index])
      }
    }
  }

  /// Whether one of the next words is `and` or its like.
  private static func hasListWord(from start: Int, to end: Int, _ reader: LexemeReader) -> Bool {
    var position = start
    while position < end {
      let (wordEnd, key) = reader.word(position)
      if wordEnd > position, reader.lexicon.sense(reader.lexicon.find(key), .list) != nil { return true }
      position = max(wordEnd, position + 1)
    }
    return false
  }
}

/// What stands between two mentions.
struct Between {
  /// Only white space and at most one `,`, `|`, `/`, `-`.
  private(set) var joinsTime = false
  /// A word such as `on` or `pada`.
  private(set) var hasLink = false
  /// A word such as `to` or `hingga`.
  private(set) var isUntil = false
  /// A dash, with or without white space.
  private(set) var isDash = false
  private(set) var hasMark = false
  /// A word that leads from a day to its clock time: `Friday at 11 a.m.`
  private(set) var hasTimeLink = false

  init(_ start: Int, _ end: Int, _ reader: LexemeReader, _ pack: LanguagePack) {
    var position = reader.skipBlanks(start).position
    guard position < end else {
      joinsTime = position == end && end > start
      return
    }
    guard let first = reader.plain(position) else { return }
    position = reader.skipBlanks(Int(first.end)).position
    guard position == end else { return }
    if first.kind == .mark {
      hasMark = true
      isDash = first.classes.contains(.dash)
      joinsTime = isDash || [",", "|", "/"].contains { UInt8(ascii: $0) == reader.bytes[Int(first.start)] }
    } else {
      hasLink = first.classes.contains(.link)
      isUntil = first.classes.contains(.until)
      hasTimeLink = first.classes.contains(.timeLink)
    }
  }
}

/// Lists whose members share what the last or first of them says: `2, 5 dan 7 Mei`, `May 2, 5 and 7`.
enum ListMembers {
  static func add(to mentions: [Mention], reader: LexemeReader, pack: LanguagePack) -> [Mention] {
    var result: [Mention] = []
    result.reserveCapacity(mentions.count)
    for (index, mention) in mentions.enumerated() {
      guard case .date(let fields) = mention.expression, fields.day != nil, fields.month != nil, !fields.isNumeric,
        mention.time == nil
      else {
        result.append(mention)
        continue
      }
      let low = result.last?.span.end ?? 0
      result.append(contentsOf: before(mention, fields, low: low, reader))
      result.append(mention)
      let high = index + 1 < mentions.count ? mentions[index + 1].span.start : reader.bytes.count
      if fields.year == nil { result.append(contentsOf: after(mention, fields, high: high, reader)) }
    }
    return result
  }

  private static func member(_ day: Int, _ span: TextSpan, of mention: Mention, _ fields: DateFields) -> Mention {
    var member = mention
    var own = fields
    own.day = day
    own.weekday = nil
    member.expression = .date(own)
    member.span = span
    member.mod = nil
    return member
  }

  /// Members to the left of a date that begins with its day.
  private static func before(_ mention: Mention, _ fields: DateFields, low: Int, _ reader: LexemeReader) -> [Mention] {
    guard reader.bytes[mention.span.start] &- 48 < 10 else { return [] }
    var members: [Mention] = []
    var edge = mention.span.start
    while members.count < 12, let (day, span) = numberBefore(edge, low: low, reader, needsWord: members.isEmpty) {
      members.insert(member(day, span, of: mention, fields), at: 0)
      edge = span.start
    }
    return members
  }

  private static func numberBefore(_ edge: Int, low: Int, _ reader: LexemeReader, needsWord: Bool) -> (Int, TextSpan)? {
    let bytes = reader.bytes
    var position = edge
    func skipBlanks() { while position > low, bytes[position - 1] == 32 { position -= 1 } }
    skipBlanks()
    let wordEnd = position
    while position > low, (bytes[position - 1] | 0x20) &- 97 < 26 { position -= 1 }
    if position < wordEnd {
      let entry = reader.lexicon.find(reader.word(position).key)
      guard reader.lexicon.sense(entry, .list) != nil else { return nil }
      skipBlanks()
    } else if needsWord {
      return nil
    }
    if position > low, bytes[position - 1] == UInt8(ascii: ",") {
      position -= 1
      skipBlanks()
    } else if position == wordEnd {
      return nil
    }
    let end = position
    while position > low, bytes[position - 1] &- 48 < 10 { position -= 1 }
    guard end > position, end - position <= 2 else { return nil }
    if position > 0, ByteClass.of(bytes[position - 1]) != .blank { return nil }
    let number = reader.number(position)
    guard number.classes.contains(.day) else { return nil }
    return (Int(number.value), withHead(TextSpan(position, end), low: low, reader))
  }

  /// The number with the word that says it is a day: `tanggal 27`.
  private static func withHead(_ span: TextSpan, low: Int, _ reader: LexemeReader) -> TextSpan {
    var end = span.start
    while end > low, reader.bytes[end - 1] == 32 { end -= 1 }
    var start = end
    while start > low, (reader.bytes[start - 1] | 0x20) &- 97 < 26 { start -= 1 }
    guard start < end, let head = reader.lexicon.dayHead, reader.lexicon.find(reader.word(start).key) == head else {
      return span
    }
    return TextSpan(start, span.end)
  }

  /// Members to the right of a date that ends with its day; the list must end at a mark, so that `May 2, 5 soldiers` is
  /// none.
  private static func after(_ mention: Mention, _ fields: DateFields, high: Int, _ reader: LexemeReader) -> [Mention] {
    guard reader.bytes[mention.span.end - 1] &- 48 < 10 else { return [] }
    var members: [Mention] = []
    var position = mention.span.end
    var sawWord = false
    while members.count < 12, position < high {
      let mark = position < reader.bytes.count && reader.bytes[position] == UInt8(ascii: ",")
      var next = reader.skipBlanks(mark ? position + 1 : position).position
      guard let first = reader.plain(next) else { break }
      if first.classes.contains(.list) {
        sawWord = true
        next = reader.skipBlanks(Int(first.end)).position
      } else if !mark {
        break
      }
      guard next < high, reader.bytes[next] &- 48 < 10 else { break }
      let number = reader.number(next)
      guard number.classes.contains(.day), Int(number.end) <= high else { break }
      members.append(member(Int(number.value), TextSpan(next, Int(number.end)), of: mention, fields))
      position = Int(number.end)
      if sawWord { return endsList(position, reader) ? members : [] }
    }
    return []
  }

  private static func endsList(_ position: Int, _ reader: LexemeReader) -> Bool {
    guard position < reader.bytes.count else { return true }
    switch reader.bytes[position] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), 10: break
    default: return false
    }
    return position + 1 >= reader.bytes.count || ByteClass.of(reader.bytes[position + 1]) != .digit
  }
}
