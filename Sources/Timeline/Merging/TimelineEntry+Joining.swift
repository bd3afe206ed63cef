import Temporal

extension TimelineEntry {
  /// Whether a report of the event rests on better grounds than what is shown, or on the same in words that can be read.
  /// What a person has corrected yields to none.
  public func yields(to report: TimelineEntry) -> Bool {
    if isCorrected || EventJoiner.isBetter(date, than: report.date) { return false }
    return EventJoiner.isBetter(report.date, than: date)
      || CopySoundness.isUnreadable(summary) && !CopySoundness.isUnreadable(report.summary)
  }

  /// The entry with one more report of its event. What it shows comes from the better source; both sources' actors and
  /// outlets are named, and a disagreement is flagged, never averaged.
  ///
  /// - Parameter disagrees: whether the report contradicts what is shown, as `EventJoiner.disagree` tells.
  public func joined(by report: TimelineEntry, disagrees: Bool) -> TimelineEntry {
    let isBetter = yields(to: report)
    var entry = isBetter ? report : self
    let other = isBetter ? self : report
    entry.key = TimelineKey(date: entry.date, id: key.id)
    entry.place = entry.place ?? other.place
    for actor in other.actors where !entry.actors.contains(where: { $0.id == actor.id && $0.role == actor.role }) {
      entry.actors.append(actor)
    }
    entry.outlets = outlets + report.outlets.filter { !outlets.contains($0) }
    entry.sourceCount = sourceCount + report.sourceCount
    entry.sourcesDisagree = sourcesDisagree || report.sourcesDisagree || disagrees
    entry.isDenied = isDenied || report.isDenied
    entry.isCorrected = isCorrected || report.isCorrected
    entry.remarks = remarks.isEmpty ? report.remarks : remarks
    return entry
  }
}

extension EventJoiner {
  /// Whether one date rests on better grounds than another: its words first, then how fine it is, then its confidence.
  public static func isBetter(_ a: EventDate, than b: EventDate) -> Bool {
    (basisRank(a.basis), precisionRank(a.precision), a.confidence)
      > (basisRank(b.basis), precisionRank(b.precision), b.confidence)
  }

  /// Whether two reports of one event contradict each other: on the day, or on a number of the same thing.
  public static func disagree(_ a: JoinProfile, _ b: JoinProfile) -> Bool {
    if let ours = a.date.bounds, let theirs = b.date.bounds {
      if let first = ours.first, let last = theirs.last, last < first { return true }
      if let first = theirs.first, let last = ours.last, last < first { return true }
    }
    return a.figures.contains { figure in
      let same = b.figures.filter { $0.unit == figure.unit }
      return !same.isEmpty && !same.contains(figure)
    }
  }

  private static func basisRank(_ basis: Basis) -> Int {
    switch basis {
    case .explicit: 4
    case .partial, .weekday, .relative: 3
    case .repaired: 2
    case .carry, .publication, .inferred: 1
    case .none: 0
    }
  }

  private static func precisionRank(_ precision: Precision) -> Int {
    switch precision {
    case .day: 3
    case .range: 2
    case .month, .period: 1
    case .year, .before, .after, .none: 0
    }
  }
}
