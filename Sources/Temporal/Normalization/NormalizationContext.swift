/// What is known when an expression is normalized: the anchors, and what the sentence says.
struct NormalizationContext {
  /// The publication day, given or inferred.
  var published: CivilDay?
  /// The last dated expression before this one.
  var text: Anchored?
  /// The last expression before this one that is fine to the day.
  var textDay: CivilDay?
  /// The last past day before this one that lies within a week of the publication: what the news is about.
  var newsDay: CivilDay?
  /// The day on which the quotation is spoken.
  var spoken: CivilDay?
  /// The day of the event that the sentence dates, for H-2.
  var event: CivilDay?
  /// The first day of the expression before this one.
  var last: CivilDay?
  /// The day that a range begins with, for its end.
  var rangeStart: CivilDay?
  var isFuture = false
  /// Whether the expression says how far something reaches: `hingga Maret`.
  var isBound = false
  /// Whether the text is a history that carries its own time along.
  var isNarrative = false

  /// An expression that later ones may count from.
  struct Anchored {
    var days: DateSpan
    var grain: Grain
  }

  /// Where `kemarin` and a bare weekday count from.
  var anchor: CivilDay? {
    if let spoken { return spoken }
    return isNarrative ? textDay ?? text?.days.first ?? published : published
  }

  /// Months ahead in which a history goes on into the next year: `December … in March`. What lies further ahead is
  /// rather a step back in the same year.
  private static let monthsAhead = 6

  /// The year of a month that a history names without one.
  func runningYear(ofMonth month: Int) -> Int? {
    guard let running else { return nil }
    let (year, now, _) = running.days.first.parts
    guard running.grain < .year, month < now, month + 12 - now <= Self.monthsAhead else { return year }
    return year + 1
  }

  /// Where `dua hari kemudian` counts from.
  var running: Anchored? { text ?? anchor.map { Anchored(days: DateSpan($0), grain: .day) } }

  /// Where `malam harinya` counts from: a year tells no day to count days from, so in news the day of the news stands in.
  func running(for unit: CalendarUnit) -> Anchored? {
    guard !isNarrative, unit <= .day, let text, text.grain > .month else { return running }
    return (newsDay ?? published).map { Anchored(days: DateSpan($0), grain: .day) } ?? running
  }
}
