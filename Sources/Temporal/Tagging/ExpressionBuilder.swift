/// Makes what a match says from its words.
enum ExpressionBuilder {
  /// The expression of a match; nil where its words make none, such as `31:70`.
  static func mention(_ parts: CapturedParts, _ meaning: PatternMeaning, _ mention: inout Mention) -> Bool {
    guard let expression = expression(parts, meaning) else { return false }
    mention.expression = expression
    mention.mod = meaning.mod ?? parts.partMod ?? parts.about
    mention.wordDamage = parts.damage
    if !parts.hours.isEmpty || meaning.kind == .time && !parts.counts.isEmpty {
      guard let clock = parts.clock() ?? parts.militaryClock else { return false }
      mention.time = TimeOfDay(clock: clock)
      mention.time?.until = parts.clock(1)
    } else if let part = meaning.dayPart ?? parts.dayPart {
      mention.time = TimeOfDay(part: part)
      mention.time?.dayShift = meaning.dayShift
      if let mod = parts.dayPartMod { mention.mod = mention.mod ?? mod }
    }
    return true
  }

  private static func expression(_ parts: CapturedParts, _ meaning: PatternMeaning) -> TemporalExpression? {
    switch meaning.kind {
    case .date:
      var fields = parts.fields()
      if let direction = meaning.number { fields.direction = direction }
      return .date(fields)
    case .range: return range(parts)
    case .shift, .same, .ago, .ahead, .after, .before: return shift(parts, meaning)
    case .duration: return .duration(amount(parts, meaning))
    case .every: return recurring(parts, meaning)
    case .reference:
      return (parts.reference ?? meaning.number.flatMap { TimeReference(rawValue: $0) }).map { .reference($0) }
    case .time: return .time
    case .decade: return parts.decade.map { .period(Period(.decade($0))) }
    case .year: return year(parts, meaning).map { .period(Period(.year($0))) }
    case .century: return (parts.ordinal ?? parts.counts.first).map { .period(Period(.century($0 * (parts.era ?? 1)))) }
    case .quarter, .half:
      guard let ordinal = parts.ordinal ?? parts.counts.first ?? meaning.number, ordinal >= 1 else { return nil }
      guard ordinal <= (meaning.kind == .half ? 2 : 4) else { return nil }
      let kind: Period.Kind = meaning.kind == .half ? .half(ordinal) : .quarter(ordinal)
      return .period(Period(kind, year: parts.years.first, direction: parts.direction ?? deicticYear(parts)))
    case .season:
      guard let season = parts.season else { return nil }
      var period = Period(.season(season), year: parts.year(), direction: parts.direction ?? deicticYear(parts))
      period.follows = meaning.number == 1
      period.isNearest = !period.follows && parts.deictic == nil && meaning.unit == nil
      return .period(period)
    case .fiscal: return .period(Period(.fiscalYear, year: parts.years.first, direction: parts.direction))
    case .holiday:
      guard let holiday = parts.holiday else { return nil }
      guard let offset = offset(parts, meaning) else { return nil }
      return .holiday(
        holiday, year: parts.years.first, direction: parts.direction ?? deicticYear(parts), offset: offset)
    case .hijri:
      guard let month = parts.hijriMonth else { return nil }
      return .hijri(day: parts.days.first, month: month, year: parts.years.first)
    case .counted: return parts.counts.first.map { .countedDay($0) }
    case .event: return parts.counts.first.map { .eventDay($0 * (meaning.number ?? 1)) }
    case .fixed: return meaning.day.map { .fixed($0) }
    case .nothing: return nil
    }
  }

  /// A year that its era names, 1 to 9999, negative before Christ; without an era only three digits, or four beyond those
  /// that stand for a year by themselves.
  private static func year(_ parts: CapturedParts, _ meaning: PatternMeaning) -> Int? {
    guard let number = parts.counts.first, (1...9999).contains(number) else { return nil }
    if let era = parts.era ?? meaning.number { return number * era }
    return (100...999).contains(number) || number > LexemeReader.years.upperBound ? number : nil
  }

  /// Days from a holiday, `H-4 Lebaran`, at most a year of them.
  private static func offset(_ parts: CapturedParts, _ meaning: PatternMeaning) -> Int? {
    guard let sign = meaning.number else { return 0 }
    guard let size = [CalendarUnit.day: 1, .week: 7][parts.unit ?? .day], let count = parts.count, count <= 52 else {
      return nil
    }
    return sign * size * count
  }

  private static func deicticYear(_ parts: CapturedParts) -> Int? {
    parts.deictic.flatMap { $0.unit == .year ? Int($0.value) : nil }
  }

  /// Both ends of a range; what one lacks it takes from the other.
  private static func range(_ parts: CapturedParts) -> TemporalExpression {
    var first = parts.fields(0)
    var last = parts.fields(1)
    if last.month == nil, last.day != nil || parts.months.count == 1 { last.month = first.month }
    if last.year == nil { last.year = first.year }
    if parts.years.count == 2, let a = first.year, let b = last.year, b < 100, a > 100 {
      last.year = a / 100 * 100 + b
      first.isShortYear = false
      last.isShortYear = false
    }
    first.direction = nil
    return .range(first, last)
  }

  private static func shift(_ parts: CapturedParts, _ meaning: PatternMeaning) -> TemporalExpression? {
    guard let unit = meaning.unit ?? parts.deictic?.unit ?? parts.unit else { return nil }
    var shift = Shift(unit: unit, count: parts.count)
    shift.plusHalf = parts.hasHalf || meaning.plusHalf
    switch meaning.kind {
    case .ago: shift.count = shift.count.map { -$0 }
    case .after, .before:
      if meaning.kind == .before { shift.count = shift.count.map { -$0 } }
      shift.anchor = .text
    case .same:
      shift.anchor = .text
      shift.count = meaning.number ?? 0
    case .shift: shift.count = meaning.number ?? parts.deictic.map { Int($0.value) } ?? parts.direction ?? 0
    default: break
    }
    shift.keepsGrain = meaning.keepsGrain
    var fields = parts.fields()
    fields.direction = nil
    if meaning.kind == .after || meaning.kind == .before {
      if fields != DateFields() { shift.anchor = .date(fields) }
    } else if unit == .year, fields.month != nil {
      shift.fields = fields
    } else {
      shift.weekday = fields.weekday ?? meaning.weekday
      if fields.day != nil, unit == .month { shift.fields = fields }
    }
    if meaning.kind == .ago || meaning.kind == .ahead || meaning.kind == .after || meaning.kind == .before,
      parts.isVague || parts.isMany
    {
      shift.count = nil
      if meaning.kind == .ago { return .reference(.past) }
      if meaning.kind == .ahead { return .reference(.future) }
    }
    return .shift(shift)
  }

  private static func amount(_ parts: CapturedParts, _ meaning: PatternMeaning) -> Amount {
    Amount(
      count: meaning.number ?? parts.count, plusHalf: parts.hasHalf || meaning.plusHalf,
      unit: meaning.unit ?? parts.unit ?? .unknown)
  }

  private static func recurring(_ parts: CapturedParts, _ meaning: PatternMeaning) -> TemporalExpression? {
    if let weekday = parts.weekdays.first ?? meaning.weekday {
      return .recurring(.weekday(Weekday(index: weekday.index + meaning.dayShift), meaning.dayPart ?? parts.dayPart))
    }
    let fields = parts.fields()
    if fields.day != nil || fields.month != nil { return .recurring(.date(fields)) }
    if let season = parts.season { return .recurring(.season(season)) }
    if let part = meaning.dayPart ?? parts.dayPart { return .recurring(.dayPart(part)) }
    guard let unit = meaning.unit ?? parts.unit else { return nil }
    if parts.counts.isEmpty && !parts.isOne && meaning.number == nil { return .recurring(.unit(unit)) }
    return .recurring(.every(Amount(count: meaning.number ?? parts.count, unit: unit)))
  }
}
