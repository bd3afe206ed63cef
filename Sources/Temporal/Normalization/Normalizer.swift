import Text

/// Says which days an expression means.
///
/// The anchor is the publication day; inside quotation marks the day of speaking; after `kemudian` and its like the last
/// date of the text; in a history the running date.
struct Normalizer {
  let pack: LanguagePack
  let hijri: HijriCalendar
  let repairer: Repairer
  /// The first days of wars whose days are counted.
  let wars: [CivilDay]

  /// Reads a mention; nil where its words turn out to be no date.
  func resolve(_ mention: Mention, _ damaged: DamagedDate?, _ context: NormalizationContext) -> Resolution? {
    guard var resolution = base(mention, damaged, context) else { return nil }
    if let time = mention.time { apply(time, mention, context, to: &resolution) }
    if let mod = mention.mod, let days = resolution.days, resolution.grain > .day {
      resolution.days = clipped(days.part(mod), mod, mention, context)
    }
    if let kind = mention.wordDamage, resolution.repair == nil {
      let damage = pack.lexicon.damageNames[Int(kind.index)]
      resolution.repair = damage
      resolution.basis = .repaired
      resolution.why.append(Why("a damaged word, read as the nearest one", weight: nil))
      resolution.confidence = min(resolution.confidence, repairer.damage.confidence(damage))
    }
    return resolution
  }

  private func base(_ mention: Mention, _ damaged: DamagedDate?, _ context: NormalizationContext) -> Resolution? {
    if let damaged {
      return repairer.resolve(damaged, context) ?? undamaged(mention, context).map { unread($0) }
    }
    return undamaged(mention, context)
  }

  /// What the sound part of a date says whose pieces make no day: doubtful, since they meant something.
  private func unread(_ resolution: Resolution) -> Resolution {
    var doubtful = resolution
    doubtful.repair = "unread"
    doubtful.confidence = repairer.damage.confidence("unread")
    doubtful.why.append(Why("the numbers behind it make no date"))
    return doubtful
  }

  private func undamaged(_ mention: Mention, _ context: NormalizationContext) -> Resolution? {
    switch mention.expression {
    case .date(let fields): return date(fields, context)
    case .range(let first, let last): return range(first, last, context)
    case .shift(let shift): return self.shift(shift, mention, context)
    case .duration(let amount):
      var resolution = Resolution(TimexValue.duration(amount), grain: amount.unit.grain, basis: .none)
      resolution.type = .duration
      resolution.why = [Why("a length of time")]
      return resolution
    case .recurring(let recurrence): return recurring(recurrence, context)
    case .reference(let reference):
      let value = [TimeReference.past: "PAST_REF", .present: "PRESENT_REF", .future: "FUTURE_REF"][reference]
      return Resolution(value ?? "PRESENT_REF", grain: .unknown, basis: .relative, why: "no day is named")
    case .period(let period): return self.period(period, context)
    case .holiday(let index, let year, let direction, let offset):
      return holiday(index, year, direction, offset, context)
    case .hijri(let day, let month, let year): return hijriDate(day, month, year, context)
    case .countedDay(let number): return countedDay(number, context)
    case .eventDay(let days):
      guard let event = context.event ?? context.anchor else { return nil }
      return Resolution(event + days, .relative, why: "counted from the event that the sentence dates")
    case .fixed(let day): return Resolution(day, .explicit, why: "the name of an event that has its day")
    case .time:
      guard let day = context.spoken ?? context.event ?? newsDay(mention, context) ?? context.anchor
      else {
        return Resolution("XXXX-XX-XX", grain: .day, basis: .none, why: "a time of day with no day")
      }
      return Resolution(
        day, .relative, why: "a time of day: its day is that of the sentence, of the news, or of the publication")
    }
  }

  /// Adds the time of day to a day.
  private func apply(
    _ time: TimeOfDay, _ mention: Mention, _ context: NormalizationContext, to resolution: inout Resolution
  ) {
    if time.dayShift != 0, let day = resolution.days?.first, resolution.grain == .day {
      let shifted = Resolution(day + time.dayShift, resolution.basis)
      resolution.value = shifted.value
      resolution.days = shifted.days
      resolution.why.append(Why("the night before that day"))
    }
    if resolution.type == .set || resolution.type == .duration { return }
    guard resolution.grain <= .day || resolution.value.hasPrefix("X") else { return }
    let day = resolution.value
    resolution.type = .time
    if let clock = time.clock {
      resolution.value = day + "T" + clock.description
      if let until = time.until { resolution.value += "/" + day + "T" + until.description }
      resolution.grain = .minute
    } else if let part = time.part {
      resolution.value = day + "T" + part.rawValue
      resolution.grain = .dayPart
    }
  }

  /// What is still to come of a part that reaches past the anchor: `akhir tahun ini` begins today at the earliest.
  private func clipped(_ days: DateSpan, _ mod: TimexMod, _ mention: Mention, _ context: NormalizationContext)
    -> DateSpan
  {
    guard mod == .end, mention.isFuture, let anchor = context.anchor, days.contains(anchor) else { return days }
    return DateSpan(anchor, days.last)
  }

  private func recurring(_ recurrence: Recurrence, _ context: NormalizationContext) -> Resolution {
    let value: String
    var grain = Grain.day
    switch recurrence {
    case .weekday(let weekday, let part):
      value = "XXXX-WXX-\(weekday.rawValue)" + (part.map { "T" + $0.rawValue } ?? "")
      if part != nil { grain = .dayPart }
    case .date(let fields):
      let month = fields.month.map { String(TimexValue.month(0, $0).suffix(2)) } ?? "XX"
      value = "XXXX-" + month + (fields.day.map { "-" + TimexValue.month(0, $0).suffix(2) } ?? "")
      grain = fields.grain
    case .season(let number):
      value = "XXXX-" + (TimexValue.seasons.indices.contains(number) ? TimexValue.seasons[number] : "XX")
      grain = .season
    case .dayPart(let part):
      value = "XXXX-XX-XXT\(part.rawValue)"
      grain = .dayPart
    case .every(let amount):
      value = TimexValue.duration(amount)
      grain = amount.unit.grain
    case .unit(let unit):
      // A history writes the slot (TIMEX2), news the rate.
      value = context.isNarrative ? Self.slot(unit) : TimexValue.duration(Amount(count: 1, unit: unit))
      grain = unit.grain
    }
    var resolution = Resolution(value, grain: grain, basis: .none, why: "it recurs")
    resolution.type = .set
    return resolution
  }

  private static func slot(_ unit: CalendarUnit) -> String {
    switch unit {
    case .day: "XXXX-XX-XX"
    case .month: "XXXX-XX"
    case .year: "XXXX"
    case .week: "XXXX-WXX"
    default: TimexValue.duration(Amount(count: 1, unit: unit))
    }
  }

  /// The day of a bare clock time that tells of the news; opening hours, `08.00-20.00`, and what is to come have none.
  private func newsDay(_ mention: Mention, _ context: NormalizationContext) -> CivilDay? {
    context.isFuture || mention.time?.until != nil ? nil : context.newsDay
  }

  /// Days between a counted day and the publication: what lies further belongs to a count that is not known.
  private static let reachOfCount = 7

  /// Day n of the war whose day n lies nearest to the publication.
  private func countedDay(_ number: Int, _ context: NormalizationContext) -> Resolution? {
    guard number >= 1, number <= 20_000, let anchor = context.anchor else { return nil }
    let days = wars.map { $0 + (number - 1) }
    guard let day = days.min(by: { abs($0 - anchor) < abs($1 - anchor) }), abs(day - anchor) <= Self.reachOfCount else {
      return nil
    }
    return Resolution(day, .relative, why: "day \(number), counted from \(day - (number - 1)) as day 1")
  }

  private func holiday(_ index: Int, _ year: Int?, _ direction: Int?, _ offset: Int, _ context: NormalizationContext)
    -> Resolution?
  {
    let rule = pack.holidays.rules[index]
    let name = pack.holidays.names[index]
    if let year, year > 100 {
      return rule.day(ofWrittenYear: year, hijri).map {
        Resolution($0 + offset, .explicit, why: "a holiday and its year")
      }
    }
    guard let anchor = context.anchor else {
      return Resolution("XXXX", grain: .year, basis: .none, why: "a holiday with no year: \(name)")
    }
    let days = (-1...1).compactMap { rule.day(in: anchor.year + $0, hijri) }
    let chosen: CivilDay?
    switch direction {
    case .some(-1): chosen = days.last { $0 < anchor }
    case .some(1): chosen = days.first { $0 > anchor }
    case .some: chosen = days.first { $0.year == anchor.year }
    case nil: chosen = days.min { abs($0 - anchor) < abs($1 - anchor) }
    }
    return chosen.map { Resolution($0 + offset, .partial, why: "a holiday: the nearest to the anchor") }
  }

  private func hijriDate(_ day: Int?, _ month: Int, _ year: Int?, _ context: NormalizationContext) -> Resolution? {
    guard let day else {
      guard let year = year ?? context.anchor.map({ $0.year }) else { return nil }
      let hijriYear = year > 1700 ? year - 579 : year
      guard let first = hijri.day(year: hijriYear, month: month, day: 1) else { return nil }
      return Resolution(
        TimexValue.unit(.month, first), days: DateSpan(first, first + 29), grain: .month, basis: .partial,
        why: "a month of the Hijri calendar")
    }
    if let year, year < 1700 {
      return hijri.day(year: year, month: month, day: day).map {
        Resolution($0, .explicit, why: "a day of the Hijri calendar")
      }
    }
    guard let gregorian = year ?? context.anchor?.year else { return nil }
    let found = HolidayRule.hijri(month: month, day: day).day(in: gregorian, hijri)
    guard let found else { return nil }
    var resolution = Resolution(found, year == nil ? .partial : .repaired, why: "a day of the Hijri calendar")
    if year != nil {
      resolution.repair = "calendar-mix"
      resolution.confidence = repairer.damage.confidence("calendar-mix")
      resolution.why.append(Why("its year is of the Gregorian calendar"))
    }
    return resolution
  }

  private func period(_ period: Period, _ context: NormalizationContext) -> Resolution? {
    func year() -> Int? {
      if let year = period.year { return year }
      guard let anchor = context.isNarrative ? context.running?.days.first : context.anchor else { return nil }
      if period.follows, case .season(let number) = period.kind { return yearOfSeason(number, after: anchor, context) }
      let startsWinter = context.isNarrative && period.kind == .season(3) && anchor.month >= 9
      return anchor.year + (period.direction ?? (startsWinter ? 1 : 0))
    }
    let basis: Basis = period.year == nil ? .partial : .explicit
    switch period.kind {
    case .decade(let first):
      guard let day = CivilDay(year: first, month: 1, day: 1) else { return nil }
      return Resolution(.decade, holding: day, .explicit, why: "a decade")
    case .year(let number):
      guard let day = CivilDay(year: number > 0 ? number : 1 + number, month: 1, day: 1) else { return nil }
      return Resolution(.year, holding: day, .explicit, why: "a year")
    case .century(let ordinal) where ordinal < 0:
      let value = String(TimexValue.year(1 - (-ordinal - 1) * 100).dropLast(2))
      return Resolution(value, grain: .century, basis: .explicit, why: "a century before Christ")
    case .century(let ordinal):
      guard (1...30).contains(ordinal), let day = CivilDay(year: (ordinal - 1) * 100, month: 1, day: 1) else {
        return nil
      }
      return Resolution(.century, holding: day, .explicit, why: "a century: the 20th begins with 1900")
    case .quarter(let number):
      guard let named = year(), let year = begun(named, month: number * 3 - 2, period, context),
        let day = CivilDay(year: year, month: number * 3, day: 1)
      else { return nil }
      return Resolution(.quarter, holding: day, basis, why: "a quarter of a year")
    case .half(let number):
      guard let named = year(), let year = begun(named, month: number * 6 - 5, period, context),
        let day = CivilDay(year: year, month: number * 6, day: 1)
      else { return nil }
      return Resolution(.half, holding: day, basis, why: "half a year")
    case .season(let number):
      return season(number, period, year().map { latest($0, season: number, period, context) }, basis)
    case .fiscalYear:
      guard let year = year() else { return nil }
      return Resolution(
        "FY" + TimexValue.year(year), days: .months(year, 1, 12), grain: .year, basis: basis,
        why: "a fiscal year")
    }
  }

  /// The year of the first such season that begins after `day`.
  private func yearOfSeason(_ number: Int, after day: CivilDay, _ context: NormalizationContext) -> Int? {
    let winterBefore = context.isNarrative && number == 3 ? 1 : 0
    return (day.year...day.year + 2).first { year in
      CivilDay(year: year - winterBefore, month: 3 + 3 * number, day: 1).map { $0 > day } ?? false
    }
  }

  /// The year of a quarter or half with no year: what has not begun yet is last year's, unless it is spoken of as to come.
  private func begun(_ year: Int, month: Int, _ period: Period, _ context: NormalizationContext) -> Int? {
    guard period.year == nil, period.direction == nil, !context.isNarrative, let anchor = context.anchor else {
      return year
    }
    return !context.isFuture && month > anchor.month ? year - 1 : year
  }

  /// The year of `last summer` and `next spring`: the last such season that is over, the next that has not begun.
  private func latest(_ year: Int, season: Int, _ period: Period, _ context: NormalizationContext) -> Int {
    guard period.isNearest, period.year == nil, !context.isNarrative, let anchor = context.anchor,
      let direction = period.direction,
      direction != 0
    else { return year }
    let first = 3 + 3 * season
    if direction < 0 { return season < 3 && first + 2 < anchor.month ? anchor.year : anchor.year - 1 }
    return first > anchor.month ? anchor.year : anchor.year + 1
  }

  /// Northern seasons; winter belongs to the year that is named and ends in it or begins in it as the text may mean.
  private func season(_ number: Int, _ period: Period, _ year: Int?, _ basis: Basis) -> Resolution? {
    guard (0..<4).contains(number) else { return nil }
    guard let year else {
      return Resolution(
        "XXXX-" + TimexValue.seasons[number], grain: .season, basis: .none, why: "a season with no year")
    }
    let days: DateSpan
    if number == 3 {
      days = DateSpan(DateSpan.months(year, 12, 12).first, DateSpan.months(year + 1, 2, 2).last)
    } else {
      days = .months(year, 3 + 3 * number, 5 + 3 * number)
    }
    return Resolution(
      TimexValue.year(year) + "-" + TimexValue.seasons[number], days: days, grain: .season, basis: basis,
      why: "a season of the northern half of the earth")
  }

  /// Two digits of a year: up to the year after the anchor in this century, else in the last.
  func complete(_ year: Int, _ context: NormalizationContext) -> Int {
    guard year < 100 else { return year }
    if context.isNarrative, let running = context.text?.days.last.year {
      let completed = running / 100 * 100 + year
      return completed > running + 1 ? completed - 100 : completed
    }
    let limit = (context.published ?? context.anchor)?.year ?? 2030
    let century = limit / 100 * 100
    return century + year <= limit + 1 ? century + year : century - 100 + year
  }
}
