/// Units counted from an anchor.
extension Normalizer {
  func shift(_ shift: Shift, _ mention: Mention, _ context: NormalizationContext) -> Resolution? {
    if context.isNarrative, context.spoken == nil, shift.anchor == .publication, shift.unit == .day, shift.count == 0,
      mention.time == nil, mention.mod == nil
    {
      return Resolution("PRESENT_REF", grain: .unknown, basis: .relative, why: "a history's today is its writer's")
    }
    guard let anchor = anchor(of: shift, context) else {
      return Resolution("XXXX", grain: .unknown, basis: .none, why: "nothing to count from")
    }
    guard let count = shift.count else { return unknownCount(shift, anchor) }
    guard abs(count) <= 100_000 else { return nil }
    if shift.unit <= .hour { return hours(shift, count, anchor) }
    guard let day = Self.add(count, shift.unit, to: anchor.days.first) else { return nil }
    if let weekday = shift.weekday { return self.weekday(weekday, of: shift, count, day, anchor.days.first, context) }
    if let fields = shift.fields { return within(fields, day, context) }
    let reason = why(shift)
    if shift.keepsGrain || keepsGrain(shift, anchor) { return kept(shift, day, anchor, reason) }
    return Resolution(shift.unit, holding: day, .relative, why: reason)
  }

  private func why(_ shift: Shift) -> String {
    switch shift.anchor {
    case .publication: "counted from the anchor, the publication day or the day of speaking"
    case .text: "counted from the date before it in the text"
    case .date: "counted from the date that it names"
    }
  }

  private func anchor(of shift: Shift, _ context: NormalizationContext) -> NormalizationContext.Anchored? {
    switch shift.anchor {
    case .publication where context.isNarrative && shift.unit > .day: return context.running
    case .publication: return context.anchor.map { NormalizationContext.Anchored(days: DateSpan($0), grain: .day) }
    case .text: return looksBack(shift, context) ?? context.running(for: shift.unit)
    case .date(let fields):
      guard let named = date(fields, context), let days = named.days else { return nil }
      return NormalizationContext.Anchored(days: days, grain: named.grain)
    }
  }

  /// `Talks are due on Friday. The day before, a drone had struck …`: in news what lies behind does not count from a day
  /// to come.
  private func looksBack(_ shift: Shift, _ context: NormalizationContext) -> NormalizationContext.Anchored? {
    guard !context.isNarrative, !context.isFuture, let count = shift.count, count < 0, let text = context.text,
      let published = context.published, text.days.first > published
    else { return nil }
    return NormalizationContext.Anchored(days: DateSpan(published), grain: .day)
  }

  /// An anchor that is an explicit day keeps its grain: a week after 3 May is 10 May.
  private func keepsGrain(_ shift: Shift, _ anchor: NormalizationContext.Anchored) -> Bool {
    guard case .date = shift.anchor else { return false }
    return anchor.grain <= .day
  }

  private func kept(_ shift: Shift, _ day: CivilDay, _ anchor: NormalizationContext.Anchored, _ reason: String)
    -> Resolution
  {
    switch anchor.grain {
    case .month: Resolution(.month, holding: day, .relative, why: reason)
    case .year: Resolution(.year, holding: day, .relative, why: reason)
    default: Resolution(day, .relative, why: reason)
    }
  }

  private func unknownCount(_ shift: Shift, _ anchor: NormalizationContext.Anchored) -> Resolution {
    let year = TimexValue.year(anchor.days.first.year)
    let value =
      switch shift.unit {
      case .second, .minute, .hour: TimexValue.day(anchor.days.first) + "TXX"
      case .month: year + "-XX"
      case .week: year + "-WXX"
      case .year, .decade, .century: "XXXX"
      default: year + "-XX-XX"
      }
    return Resolution(value, grain: .unknown, basis: .relative, why: "an unknown number of units from the anchor")
  }

  private func hours(_ shift: Shift, _ count: Int, _ anchor: NormalizationContext.Anchored) -> Resolution {
    var resolution = Resolution(anchor.days.first, .relative, why: "hours or minutes from the anchor: its day")
    if shift.unit == .hour, abs(count) >= 24, count % 24 == 0 {
      return Resolution(anchor.days.first + count / 24, .relative, why: "whole days from the anchor, told in hours")
    }
    resolution.value += "TXX"
    resolution.type = .time
    return resolution
  }

  /// A weekday of the week that is meant. On a Sunday the week just ending is "last week".
  private func weekday(
    _ weekday: Weekday, of shift: Shift, _ count: Int, _ day: CivilDay, _ anchor: CivilDay,
    _ context: NormalizationContext
  ) -> Resolution {
    var monday = day.monday
    if shift.anchor == .text, count == 0, let published = context.published, monday + weekday.index > published {
      monday = monday - 7
    }
    if anchor.weekday == .sunday, count == -1, shift.unit == .week, weekday != .sunday { monday = anchor.monday }
    return Resolution(monday + weekday.index, .relative, why: "that weekday of the week counted from the anchor")
  }

  /// A date within the year or month that was counted to.
  private func within(_ fields: DateFields, _ day: CivilDay, _ context: NormalizationContext) -> Resolution? {
    var fields = fields
    let (year, month, _) = day.parts
    fields.year = year
    if fields.month == nil { fields.month = month }
    guard var resolution = date(fields, context) else { return nil }
    resolution.basis = .relative
    return resolution
  }

  /// The day `count` units away; a day that its month does not have becomes the last one.
  static func add(_ count: Int, _ unit: CalendarUnit, to day: CivilDay) -> CivilDay? {
    func months(_ count: Int) -> CivilDay? {
      let (year, month, dayOfMonth) = day.parts
      let total = year * 12 + month - 1 + count
      guard abs(total) < 9999 * 12 else { return nil }
      let newMonth = (total % 12 + 12) % 12 + 1
      let newYear = (total - newMonth + 1) / 12
      return CivilDay(
        year: newYear, month: newMonth, day: min(dayOfMonth, CivilDay.days(inMonth: newMonth, of: newYear)))
    }
    switch unit {
    case .second, .minute, .hour, .unknown: return day
    case .day: return day + count
    case .week, .weekend: return day + 7 * count
    case .month: return months(count)
    case .quarter: return months(3 * count)
    case .half: return months(6 * count)
    case .year: return months(12 * count)
    case .decade: return months(120 * count)
    case .century: return months(1200 * count)
    }
  }
}

extension CalendarUnit: Comparable {
  /// Shorter first.
  public static func < (a: CalendarUnit, b: CalendarUnit) -> Bool { a.index < b.index }
}
