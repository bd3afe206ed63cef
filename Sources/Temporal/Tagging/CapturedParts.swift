/// The values of a match's words, by what they are.
struct CapturedParts {
  var weekdays: [Weekday] = []
  var days: [Int] = []
  var months: [Int] = []
  var years: [Int] = []
  var hasShortYear = false
  var hasNumericMonth = false
  var hours: [Int] = []
  var minutes: [Int] = []
  var counts: [Int] = []
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
  var damage: String?
  var isDoubtfulAlone = false

  init(_ captures: [PatternMatcher.Capture], _ lexicon: Lexicon) {
    for capture in captures { if let wordClass = capture.wordClass { add(capture.lexeme, wordClass, lexicon) } }
  }

  private mutating func add(_ lexeme: Lexeme, _ wordClass: WordClass, _ lexicon: Lexicon) {
    let number = Int(lexeme.value)
    if lexeme.isMisspelt { damage = wordClass == .month ? "typo-month" : "typo-weekday" }
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
    case .count, .number: counts.append(number)
    case .decadeNumber: decade = lexeme.digits == 2 ? 1900 + number : number
    default: if let sense = lexicon.sense(lexeme.entry, wordClass) { add(sense) }
    }
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
    case .decadeNumber: decade = value
    case .fraction: hasHalf = true
    default: break
    }
  }

  /// The number of units that the words count: nil where they do not tell.
  var count: Int? { isOne ? 1 : isMany || isVague ? nil : counts.first ?? (hasHalf ? 0 : 1) }

  /// The date that the parts at `index` make.
  func fields(_ index: Int = 0) -> DateFields {
    var fields = DateFields()
    fields.weekday = index < weekdays.count ? weekdays[index] : nil
    fields.day = index < days.count ? days[index] : nil
    fields.month = index < months.count ? months[index] : nil
    fields.year = index < years.count ? years[index] : nil
    fields.isShortYear = hasShortYear
    fields.isNumeric = hasNumericMonth
    fields.direction = direction
    return fields
  }

  /// The time of day at `index`; nil where none is written or the clock has no such time.
  func clock(_ index: Int = 0) -> ClockTime? {
    guard index < hours.count else { return nil }
    var hour = hours[index]
    if let isAfternoon { hour = isAfternoon ? (hour < 12 ? hour + 12 : hour) : (hour == 12 ? 0 : hour) }
    if let dayPart, isAfternoon == nil { hour = dayPart.hour(hour) }
    if hour == 24 { hour = 0 }
    return ClockTime(hour: hour, minute: index < minutes.count ? minutes[index] : 0, offset: zone)
  }
}
