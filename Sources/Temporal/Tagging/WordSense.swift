/// What a word means within one class: a row of `words.tsv`.
struct WordSense: Sendable, Hashable, BitwiseCopyable {
  var wordClass: WordClass
  /// The number: month, weekday, count, offset, minutes of a zone.
  var value: Int32 = 0
  /// The unit counted in.
  var unit: CalendarUnit = .unknown
  /// Part of the day.
  var dayPart: DayPart?
  /// TIMEX3 mod.
  var mod: TimexMod?
  /// Only where the word is written with a capital.
  var needsCapital = false
  /// A word that means something else besides, so that alone it needs a preposition before it: `May`, `March`.
  var isDoubtfulAlone = false
  /// A word of another language or a spelling that counts as damage, by its kind in the damage table.
  var damage: DamageName?

  /// Whether the word tells the language of a text: a name, which is written alike in many languages, does not.
  var isTypical: Bool { damage == nil && (!needsCapital || wordClass == .month || wordClass == .weekday) }

  /// Reads the value of a cell as its class wants it; nil where it does not fit.
  ///
  /// Numbers stand alone (`month 10`), a unit by its designator (`unit W`), a deictic word as unit and offset with a
  /// part of day (`D-1NI`), a part of day with its mod (`MO+START`), a zone as `+07:00`, the rest by keywords.
  init?(_ wordClass: WordClass, value text: String) {
    self.wordClass = wordClass
    var rest = Substring(text)
    if let plus = text.lastIndex(of: "+"), let mod = TimexMod(rawValue: String(text[text.index(after: plus)...])) {
      self.mod = mod
      rest = text[..<plus]
    }
    switch wordClass {
    case .month, .weekday, .number, .ordinal, .hijri, .direction, .day, .fraction, .era:
      guard let number = Int32(rest) else { return nil }
      value = number
    case .unit, .single, .one, .many:
      guard let unit = CalendarUnit(rawValue: String(rest)) else { return nil }
      self.unit = unit
      value = 1
    case .part, .about:
      guard let mod = TimexMod(rawValue: String(rest)) else { return nil }
      self.mod = mod
    case .dayPart:
      guard let part = DayPart(rawValue: String(rest)) else { return nil }
      dayPart = part
    case .meridiem: value = rest == "pm" ? 12 : 0
    case .zone:
      guard let minutes = Self.offset(rest) else { return nil }
      value = minutes
    case .season, .fall:
      guard let index = TimexValue.seasons.firstIndex(of: String(rest)) else { return nil }
      value = Int32(index)
    case .deictic:
      guard parseDeictic(rest) else { return nil }
    case .reference:
      guard let index = ["PAST", "PRESENT", "FUTURE"].firstIndex(of: String(rest)) else { return nil }
      value = Int32(index)
    default: value = Int32(rest) ?? 0
    }
  }

  private static func offset(_ text: Substring) -> Int32? {
    let parts = text.dropFirst().split(separator: ":")
    guard parts.count == 2, let hours = Int32(parts[0]), let minutes = Int32(parts[1]) else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  /// `D-1`, `W+1`, `D0NI`.
  private mutating func parseDeictic(_ text: Substring) -> Bool {
    var letters = text.prefix { $0.isLetter }
    var rest = text.dropFirst(letters.count)
    guard let unit = CalendarUnit(rawValue: String(letters)) else { return false }
    letters = rest.suffix(while: { $0.isLetter })
    rest = rest.dropLast(letters.count)
    if !letters.isEmpty {
      guard let part = DayPart(rawValue: String(letters)) else { return false }
      dayPart = part
    }
    guard let offset = Int32(rest) else { return false }
    self.unit = unit
    value = offset
    return true
  }
}

extension Substring {
  /// The longest end whose characters all pass.
  fileprivate func suffix(while passes: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, passes(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
