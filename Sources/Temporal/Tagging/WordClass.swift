/// A class of words, by its name in `words.tsv` and between braces in `patterns.tsv`.
///
/// A table may use any name: the classes below are those whose words carry a value that a date is computed from. The
/// others only say which words may stand where.
struct WordClass: Hashable, Sendable, BitwiseCopyable {
  /// Position in a `ClassSet`, below 128.
  let index: UInt8

  /// Classes with a meaning, in the order of their positions.
  static let known = [
    "day", "month#", "year", "yy", "hour", "minute", "number", "count", "month", "weekday", "unit", "direction",
    "part", "daypart", "meridiem", "zone", "ordinal", "season", "holiday", "about", "deictic", "one", "many", "several",
    "reference", "hijri", "future", "past", "counted", "in", "decade#", "small", "attribution", "common",
    "list", "dash", "fraction", "link", "until", "single",
    "fall", "since", "bound", "era", "timelink", "passive",
  ]

  static let day = WordClass(index: 0)
  static let monthNumber = WordClass(index: 1)
  static let year = WordClass(index: 2)
  static let shortYear = WordClass(index: 3)
  static let hour = WordClass(index: 4)
  static let minute = WordClass(index: 5)
  static let number = WordClass(index: 6)
  static let count = WordClass(index: 7)
  static let month = WordClass(index: 8)
  static let weekday = WordClass(index: 9)
  static let unit = WordClass(index: 10)
  static let direction = WordClass(index: 11)
  static let part = WordClass(index: 12)
  static let dayPart = WordClass(index: 13)
  static let meridiem = WordClass(index: 14)
  static let zone = WordClass(index: 15)
  static let ordinal = WordClass(index: 16)
  static let season = WordClass(index: 17)
  static let holiday = WordClass(index: 18)
  static let about = WordClass(index: 19)
  static let deictic = WordClass(index: 20)
  static let one = WordClass(index: 21)
  static let many = WordClass(index: 22)
  static let several = WordClass(index: 23)
  static let reference = WordClass(index: 24)
  static let hijri = WordClass(index: 25)
  static let future = WordClass(index: 26)
  static let past = WordClass(index: 27)
  static let counted = WordClass(index: 28)
  static let preposition = WordClass(index: 29)
  static let decadeNumber = WordClass(index: 30)
  static let small = WordClass(index: 31)
  static let attribution = WordClass(index: 32)
  static let common = WordClass(index: 33)
  static let list = WordClass(index: 34)
  static let dash = WordClass(index: 35)
  static let fraction = WordClass(index: 36)
  static let link = WordClass(index: 37)
  static let until = WordClass(index: 38)
  static let single = WordClass(index: 39)
  static let fall = WordClass(index: 40)
  static let since = WordClass(index: 41)
  static let bound = WordClass(index: 42)
  static let era = WordClass(index: 43)
  static let timeLink = WordClass(index: 44)
  static let passive = WordClass(index: 45)
}

/// A set of word classes.
struct ClassSet: Hashable, Sendable, BitwiseCopyable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}
  init(_ classes: WordClass...) { for one in classes { insert(one) } }

  var isEmpty: Bool { low | high == 0 }

  func contains(_ one: WordClass) -> Bool {
    one.index < 64 ? low >> UInt64(one.index) & 1 != 0 : high >> UInt64(one.index & 63) & 1 != 0
  }
  mutating func insert(_ one: WordClass) {
    if one.index < 64 { low |= 1 << UInt64(one.index) } else { high |= 1 << UInt64(one.index & 63) }
  }
  /// Takes the first class out, by position; nil where none is left.
  mutating func popFirst() -> WordClass? {
    if low != 0 {
      let index = low.trailingZeroBitCount
      low &= low &- 1
      return WordClass(index: UInt8(truncatingIfNeeded: index))
    }
    guard high != 0 else { return nil }
    let index = 64 + high.trailingZeroBitCount
    high &= high &- 1
    return WordClass(index: UInt8(truncatingIfNeeded: index))
  }
  func isDisjoint(with other: ClassSet) -> Bool { low & other.low | high & other.high == 0 }
  func intersection(_ other: ClassSet) -> ClassSet {
    var result = self
    result.low &= other.low
    result.high &= other.high
    return result
  }
  func union(_ other: ClassSet) -> ClassSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }
}
