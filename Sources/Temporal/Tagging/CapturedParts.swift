/// The values of a match's words, by what they are.
struct CapturedParts {
  var weekdays = Few<Weekday>()
  var days = Few<Int>()
  var months = Few<Int>()
  var years = Few<Int>()
  var hasShortYear = false
  var hasNumericMonth = false
  var hours = Few<Int>()
  var minutes = Few<Int>()
  var counts = Few<Int>()
  var hasHalf = false
  var isVague = false
  var unit: CalendarUnit?
  var isOne = false
  var isMany = false
  var deictic: WordSense?
  var direction: Int?
  var partMod: TimexMod?
  var about: TimexMod?
  var dayPart: DayPart?
  var dayPartMod: TimexMod?
  var isAfternoon: Bool?
  var zone: Int?
  var ordinal: Int?
  var season: Int?
  var holiday: Int?
  var reference: TimeReference?
  var hijriMonth: Int?
  var decade: Int?
  /// -1 before Christ, 1 after.
  var era: Int?
  var damage: DamageName?
  var isDoubtfulAlone = false
  /// Where the last number ends.
  private var countEnd: Int32 = -2

  init(_ matcher: borrowing PatternMatcher, _ lexicon: Lexicon) {
    for index in 0..<matcher.captureCount {
      let capture = matcher.capture(index)
      if let wordClass = capture.wordClass { add(capture.lexeme, wordClass, lexicon) }
    }
  }

  private mutating func add(_ lexeme: Lexeme, _ wordClass: WordClass, _ lexicon: Lexicon) {
    let number = Int(lexeme.value)
    if lexeme.isMisspelt { damage = wordClass == .month ? .misspeltMonth : .misspeltWeekday }
    switch wordClass {
    case .day: days.append(lexeme.kind == .number ? number : value(lexeme, wordClass, lexicon))
    case .small: days.append(number)
    case .monthNumber:
      months.append(number)
      hasNumericMonth = true
    case .year: years.append(number)
    case .shortYear:
      years.append(number)
      hasShortYear = true
    case .hour: hours.append(number)
    case .minute: minutes.append(number)
    case .count, .number: addCount(number, lexeme)
    case .decadeNumber: decade = lexeme.digits == 2 ? 1900 + number : number
    default: if let sense = lexicon.sense(lexeme.entry, wordClass) { add(sense) }
    }
  }

  /// Three digits behind a point belong to the number before it: `1.000`.
  private mutating func addCount(_ number: Int, _ lexeme: Lexeme) {
    if lexeme.digits == 3, lexeme.start == countEnd &+ 1, let thousands = counts.last {
      counts.replaceLast(thousands &* 1000 &+ number)
    } else {
      counts.append(number)
    }
    countEnd = lexeme.end
  }

  private func value(_ lexeme: Lexeme, _ wordClass: WordClass, _ lexicon: Lexicon) -> Int {
    Int(lexicon.sense(lexeme.entry, wordClass)?.value ?? 0)
  }

  private mutating func add(_ sense: WordSense) {
    if let kind = sense.damage { damage = kind }
    let value = Int(sense.value)
    if sense.isDoubtfulAlone { isDoubtfulAlone = true }
    switch sense.wordClass {
    case .weekday: if let weekday = Weekday(rawValue: value) { weekdays.append(weekday) }
    case .month: months.append(value)
    case .unit, .single: unit = sense.unit
    case .one:
      unit = sense.unit
      isOne = true
    case .many:
      unit = sense.unit
      isMany = true
    case .several: isVague = true
    case .deictic:
      deictic = sense
      if let part = sense.dayPart { dayPart = part }
      if let mod = sense.mod { dayPartMod = mod }
    case .direction: direction = value
    case .part: partMod = sense.mod
    case .about: about = sense.mod
    case .dayPart:
      dayPart = sense.dayPart
      dayPartMod = sense.mod
    case .meridiem: isAfternoon = value == 12
    case .zone: zone = value
    case .ordinal: ordinal = value
    case .season, .fall: season = value
    case .holiday: holiday = value
    case .reference: reference = TimeReference(rawValue: value)
    case .hijri: hijriMonth = value
    case .era: era = value
    case .decadeNumber: decade = value
    case .fraction: hasHalf = true
    default: break
    }
  }

  /// The number of units that the words count: nil where they do not tell.
  var count: Int? { isOne ? 1 : isMany || isVague ? nil : counts.first ?? (hasHalf ? 0 : 1) }

  /// The year at `index`. Before Christ years run as astronomers count them, since 1 BC comes right before AD 1: 218 BC
  /// is -217.
  func year(_ index: Int = 0) -> Int? {
    guard let era, let number = counts[index] else { return years[index] }
    return era < 0 ? 1 - number : number
  }

  /// The date that the parts at `index` make.
  func fields(_ index: Int = 0) -> DateFields {
    var fields = DateFields()
    fields.weekday = weekdays[index]
    fields.day = days[index]
    fields.month = months[index]
    fields.year = year(index)
    fields.isShortYear = hasShortYear
    fields.isNumeric = hasNumericMonth
    fields.direction = direction
    return fields
  }

  /// The clock time that one number writes: `0315 GMT`.
  var militaryClock: ClockTime? {
    guard hours.isEmpty, let number = counts.first, number >= 100 else { return nil }
    return ClockTime(hour: number / 100 == 24 ? 0 : number / 100, minute: number % 100, offset: zone)
  }

  /// The time of day at `index`; nil where none is written or the clock has no such time.
  func clock(_ index: Int = 0) -> ClockTime? {
    guard var hour = hours[index] else { return nil }
    if let isAfternoon { hour = isAfternoon ? (hour < 12 ? hour + 12 : hour) : (hour == 12 ? 0 : hour) }
    if let dayPart, isAfternoon == nil { hour = dayPart.hour(hour) }
    if hour == 24 { hour = 0 }
    return ClockTime(hour: hour, minute: minutes[index] ?? 0, offset: zone)
  }
}

/// At most four values, kept in place: no pattern captures more of one kind.
struct Few<Value: BitwiseCopyable & Sendable>: Sendable {
  private var values: (Value?, Value?, Value?, Value?) = (nil, nil, nil, nil)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  var first: Value? { values.0 }

  /// The value at a place; nil behind the last.
  subscript(_ index: Int) -> Value? {
    switch index {
    case 0: values.0
    case 1: values.1
    case 2: values.2
    case 3: values.3
    default: nil
    }
  }

  var last: Value? { count > 0 ? self[count - 1] : nil }

  mutating func replaceLast(_ value: Value) {
    guard count > 0 else { return }
    count -= 1
    append(value)
  }

  /// Appends a value; a fifth is dropped.
  mutating func append(_ value: Value) {
    switch count {
    case 0: values.0 = value
    case 1: values.1 = value
    case 2: values.2 = value
    case 3: values.3 = value
    default: return
    }
    count += 1
  }
}
