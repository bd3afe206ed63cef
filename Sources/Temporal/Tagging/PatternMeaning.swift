/// What a pattern says: the cell `says` of its row, a kind with settings such as `shift unit=D n=-1`.
struct PatternMeaning: Sendable, BitwiseCopyable {
  enum Kind: String, Sendable, BitwiseCopyable {
    case date, range, shift, ago, ahead, after, before, same, duration, every, reference, time, year, decade, century
    case quarter, half, season, fiscal, holiday, hijri, counted, event, fixed, nothing
  }

  var kind: Kind
  /// Settings that stand in for words: `unit=D`, `n=-1`, `part=NI`, `mod=END`, `half=yes`,
  /// `day=2023-10-07`, `shift=-1`, `month=10`.
  var unit: CalendarUnit?
  var number: Int?
  var dayPart: DayPart?
  var mod: TimexMod?
  var day: CivilDay?
  /// Whether a half is added: `2,5 tahun`.
  var plusHalf = false
  var dayShift = 0
  /// Whether only histories are marked so (TIMEX2 marks `former`, TimeML does not).
  var isForNarrative = false
  var weekday: Weekday?
  /// Whether a bracket or a slot of its own makes it sure that a lone number is meant as a date.
  var keepsGrain = false

  /// Reads the cell; the message of the error says what is wrong with it.
  init(_ text: String) throws(Pattern.SyntaxError) {
    let words = text.utf8.split(separator: 32).map { String($0) ?? "" }
    guard let first = words.first, let kind = Kind(rawValue: first) else {
      throw Pattern.SyntaxError(message: "no meaning \(text)")
    }
    self.kind = kind
    for word in words.dropFirst() {
      let pair = word.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).map { String($0) ?? "" }
      guard pair.count == 2, set(pair[0], pair[1]) else {
        throw Pattern.SyntaxError(message: "no setting \(word) of \(kind.rawValue)")
      }
    }
    if kind == .fixed && day == nil { throw Pattern.SyntaxError(message: "fixed needs day=YYYY-MM-DD") }
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "unit": unit = CalendarUnit(rawValue: value)
    case "n": number = Int(value)
    case "part": dayPart = DayPart(rawValue: value)
    case "mod": mod = TimexMod(rawValue: value)
    case "day": day = CivilDay(iso: value)
    case "weekday": weekday = Int(value).flatMap { Weekday(rawValue: $0) }
    case "shift":
      guard let days = Int(value) else { return false }
      dayShift = days
      return true
    case "genre":
      isForNarrative = value == TextGenre.narrative.rawValue
      return isForNarrative
    case "half":
      plusHalf = value == "yes"
      return plusHalf
    case "grain":
      keepsGrain = value == "anchor"
      return keepsGrain
    default: return false
    }
    switch name {
    case "unit": return unit != nil
    case "n": return number != nil
    case "part": return dayPart != nil
    case "mod": return mod != nil
    case "day": return day != nil
    default: return weekday != nil
    }
  }
}
