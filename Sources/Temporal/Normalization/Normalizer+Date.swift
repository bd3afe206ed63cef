/// Calendar dates and their ranges.
extension Normalizer {
  func date(_ fields: DateFields, _ context: NormalizationContext) -> Resolution? {
    var fields = fields
    if let year = fields.year, fields.isShortYear {
      fields.year = complete(year, context)
      fields.isShortYear = false
    }
    if fields.day == nil, fields.month == nil {
      if let weekday = fields.weekday { return self.weekday(weekday, fields, context) }
      guard let year = fields.year, let day = CivilDay(year: year, month: 1, day: 1) else { return nil }
      return Resolution(.year, holding: day, .explicit, why: "a year")
    }
    if let month = fields.month, fields.day == nil { return self.month(month, fields, context) }
    return day(fields, context)
  }

  /// A weekday with nothing more: the last one up to the anchor, with a future marker the next one.
  private func weekday(_ weekday: Weekday, _ fields: DateFields, _ context: NormalizationContext) -> Resolution? {
    guard let anchor = context.anchor else {
      return Resolution(
        "XXXX-WXX-\(weekday.rawValue)", grain: .day, basis: .none, why: "a weekday with no day to count from")
    }
    if let start = context.rangeStart {
      return Resolution(
        start + (weekday.index - start.weekday.index + 7) % 7, .weekday,
        why: "the end of a range: the first such weekday from the one that it begins with")
    }
    let back = (anchor.weekday.index - weekday.index + 7) % 7
    let ahead = (7 - back) % 7
    switch fields.direction {
    case .some(-1):
      return Resolution(anchor - (back == 0 ? 7 : back), .weekday, why: "the last such weekday before the anchor")
    case .some(1):
      return Resolution(anchor + (ahead == 0 ? 7 : ahead), .weekday, why: "the next such weekday after the anchor")
    case .some: return Resolution(anchor.monday + weekday.index, .weekday, why: "that weekday of the anchor's week")
    case nil:
      if context.isNarrative {
        return Resolution(anchor + ahead, .weekday, why: "the weekday that follows the running date")
      }
      if context.isFuture {
        return Resolution(
          anchor + ahead, .weekday, why: "the sentence speaks of what is to come: the next such weekday")
      }
      return Resolution(anchor - back, .weekday, why: "a bare weekday: the last one up to the anchor")
    }
  }

  private func month(_ month: Int, _ fields: DateFields, _ context: NormalizationContext) -> Resolution? {
    guard (1...12).contains(month) else { return nil }
    if let year = fields.year {
      guard let day = CivilDay(year: year, month: month, day: 1) else { return nil }
      return Resolution(.month, holding: day, .explicit, why: "a month and its year")
    }
    guard let anchor = context.isNarrative ? context.running?.days.first : context.anchor else {
      return Resolution(
        "XXXX-" + TimexValue.month(0, month).suffix(2), grain: .month, basis: .none, why: "a month with no year")
    }
    let (year, now, _) = anchor.parts
    let chosen: Int
    switch fields.direction {
    case .some(-1): chosen = month < now ? year : year - 1
    case .some(1): chosen = month > now ? year : year + 1
    case .some: chosen = year
    case nil:
      chosen =
        context.isNarrative
        ? context.runningYear(ofMonth: month) ?? year : yearOfMonth(month, now: now, year, context)
    }
    guard let day = CivilDay(year: chosen, month: month, day: 1) else { return nil }
    return Resolution(.month, holding: day, .partial, why: "a month without a year, completed from the anchor")
  }

  private func yearOfMonth(_ month: Int, now: Int, _ year: Int, _ context: NormalizationContext) -> Int {
    if context.isFuture { return month >= now ? year : year + 1 }
    // What reaches to a month rather reaches ahead by a quarter than back by most of a year.
    if context.isBound, (1...3).contains((month - now + 12) % 12) { return month > now ? year : year + 1 }
    return month <= now ? year : year - 1
  }

  /// A day of the month, with or without month, year and weekday.
  private func day(_ fields: DateFields, _ context: NormalizationContext) -> Resolution? {
    guard let day = fields.day else { return nil }
    if fields.isComplete, let month = fields.month, let year = fields.year {
      return complete(fields, year, month, day, context)
    }
    guard let anchor = context.isNarrative ? context.running?.days.first : context.anchor else {
      return withoutAnchor(fields, day)
    }
    guard let month = fields.month else { return dayOnly(day, fields, anchor, context) }
    return withoutYear(fields, month, day, anchor, context)
  }

  private func withoutAnchor(_ fields: DateFields, _ day: Int) -> Resolution? {
    guard (1...31).contains(day) else { return nil }
    let month = fields.month.map { String(TimexValue.month(0, $0).suffix(2)) } ?? "XX"
    return Resolution(
      "XXXX-" + month + "-" + TimexValue.month(0, day).suffix(2), grain: .day, basis: .none, why: "a day with no year")
  }

  /// A complete date stands as it is written if it exists, its weekday agrees or is absent, and it is not to come
  /// without a word that says so; else its readings are weighed.
  private func complete(
    _ fields: DateFields, _ year: Int, _ month: Int, _ day: Int, _ context: NormalizationContext
  ) -> Resolution? {
    guard let written = CivilDay(year: year, month: month, day: day),
      fields.weekday == nil || fields.weekday == written.weekday
    else { return repairer.resolve(DamagedDate(fields), context) }
    guard !context.isNarrative, let published = context.published else { return kept(written, fields) }
    let exchanged = fields.isNumeric && fields.weekday != nil ? exchanged(written, published) : nil
    if written <= published { return kept(written, fields, or: exchanged) }
    if context.isFuture { return kept(written, fields) }
    // To come with no word that says so: a weekday vouches for it within a year, but not for 2061.
    let isLikely = fields.weekday != nil ? exchanged == nil && written <= published + 366 : !fields.isNumeric
    return isLikely ? kept(written, fields) : repairer.resolve(DamagedDate(fields), context)
  }

  /// The day with day and month exchanged, where it has the same weekday and is over.
  private func exchanged(_ day: CivilDay, _ published: CivilDay) -> CivilDay? {
    let (year, month, number) = day.parts
    guard number <= 12, number != month, let other = CivilDay(year: year, month: number, day: month) else { return nil }
    return other.weekday == day.weekday && other <= published ? other : nil
  }

  /// How likely the order of day and month is the language's where both orders name a past day of that weekday.
  private static let shareOfOrder = 0.75

  /// The day as it is written; where its day and month may be exchanged, both readings, the written one first.
  private func kept(_ day: CivilDay, _ fields: DateFields, or exchanged: CivilDay? = nil) -> Resolution {
    var resolution = Resolution(
      day, .explicit,
      why: fields.weekday == nil
        ? "day, month and year are written" : "day, month and year are written, and the weekday agrees")
    guard let exchanged else { return resolution }
    resolution.why.append(Why("day and month exchanged would be a \(exchanged.weekday.englishName) as well"))
    resolution.confidence = Self.shareOfOrder
    resolution.readings = [(day, Self.shareOfOrder), (exchanged, 1 - Self.shareOfOrder)].map {
      Reading(value: TimexValue.day($0.0), days: DateSpan($0.0), weight: $0.1)
    }
    return resolution
  }

  /// Days that a history steps back within a month; a day further back is one of the month to come.
  private static let backstep = 15

  private func dayOnly(_ day: Int, _ fields: DateFields, _ anchor: CivilDay, _ context: NormalizationContext)
    -> Resolution?
  {
    var (year, month, _) = anchor.parts
    if context.isNarrative {
      if context.text?.grain ?? .year <= .day, anchor.day - day > Self.backstep {
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      }
      guard let found = CivilDay(year: year, month: month, day: day) else { return nil }
      return Resolution(found, .partial, why: "a day of the running month, or of the next one")
    }
    for _ in 0..<3 {
      if let found = CivilDay(year: year, month: month, day: day), context.isFuture ? found >= anchor : found <= anchor
      {
        return Resolution(found, .partial, why: "a day of the month, the nearest to the anchor")
      }
      month += context.isFuture ? 1 : -1
      if month == 0 { (year, month) = (year - 1, 12) }
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    return nil
  }

  /// Days ahead in which a date without a year is rather to come than gone by for eleven months, for which a writer
  /// would name the year.
  private static let nearFuture = 30

  /// Day and month: the last such date up to the anchor, with a future marker the next; a weekday may choose another
  /// year, and where it fits none the readings are weighed.
  private func withoutYear(
    _ fields: DateFields, _ month: Int, _ day: Int, _ anchor: CivilDay, _ context: NormalizationContext
  ) -> Resolution? {
    if context.isNarrative {
      let year = context.runningYear(ofMonth: month) ?? anchor.year
      return CivilDay(year: year, month: month, day: day).map {
        Resolution($0, .partial, why: "day and month, in the running year")
      }
    }
    let candidates = (-1...1).compactMap { CivilDay(year: anchor.year + $0, month: month, day: day) }
    guard !candidates.isEmpty, (1...12).contains(month) else {
      return repairer.resolve(DamagedDate(fields), context)
    }
    let chosen: CivilDay?
    switch fields.direction {
    case .some(-1): chosen = candidates.last { $0 < anchor }
    case .some(1): chosen = candidates.first { $0 > anchor }
    case _ where context.isFuture: chosen = candidates.first { $0 >= anchor - 40 }
    default:
      chosen =
        candidates.first { $0 > anchor && $0 <= anchor + (context.isBound ? 3 : 1) * Self.nearFuture }
        ?? candidates.last { $0 <= anchor }
    }
    guard let weekday = fields.weekday else {
      return chosen.map { Resolution($0, .partial, why: "day and month without a year, completed from the anchor") }
    }
    if let chosen, chosen.weekday == weekday, chosen > anchor - 200 {
      return Resolution(
        chosen, .partial, why: "day and month without a year; the weekday agrees with the year of the anchor")
    }
    if let near = candidates.first(where: { $0.weekday == weekday && $0 > anchor - 200 && $0 < anchor + 60 }) {
      return Resolution(near, .partial, why: "day and month without a year; the weekday agrees with this one")
    }
    return repairer.resolve(DamagedDate(fields), context)
  }

  func range(_ first: DateFields, _ last: DateFields, _ context: NormalizationContext) -> Resolution? {
    var context = context
    if last.weekday != nil, last.day == nil { context.rangeStart = date(first, context)?.days?.first }
    guard var to = date(last, context) else { return nil }
    context.rangeStart = nil
    var first = first
    if first.year == nil, let year = to.days?.last.year {
      first.year = year
      if let a = first.month, let b = last.month, a > b { first.year = year - 1 }
    }
    guard let from = date(first, context) else { return nil }
    if let a = from.days?.first, let b = to.days?.last, b < a, last.year == nil {
      var next = last
      next.year = a.year + 1
      to = date(next, context) ?? to
    }
    var resolution = Resolution(from.value + "/" + to.value, grain: max(from.grain, to.grain), basis: to.basis)
    if let a = from.days, let b = to.days { resolution.days = DateSpan(a.first, b.last) }
    resolution.confidence = min(from.confidence, to.confidence)
    resolution.repair = from.repair ?? to.repair
    resolution.why = [Why("from one date to another; what one lacks, the other gives")] + to.why
    return resolution
  }
}
