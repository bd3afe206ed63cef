import Temporal

/// What a timeline holds, counted before it is written, so that a file says at its head what is in it, what is not, and
/// how sure its dates are.
///
/// It keeps counts, not entries: its size does not grow with the timeline.
public struct ExportSurvey: Sendable {
  /// How much of a date is known.
  enum Exactness: String, CaseIterable {
    case day = "to the day"
    case range = "over several days"
    case vague = "only to a month, a year or a part of one"
    case open = "only before or after a day"
    case none = "without a date"

    /// The kind as a key of JSON.
    var name: String { String(describing: self) }
  }

  /// Entries of the filter.
  public private(set) var entries = 0
  /// Entries whose date the evidence leaves in doubt.
  public private(set) var uncertain = 0
  /// The first and the last day that an event may touch; nil where nothing is dated.
  public private(set) var days: ClosedRange<CivilDay>?
  private(set) var exactness: [Exactness: Int] = [:]
  /// Entries that a format with such needs leaves out.
  private(set) var special: [LeftOut: Int] = [:]
  /// Entries by type and time, for a drawing.
  private(set) var lanes = LaneCounts()
  /// Outlets, while they are few enough to be named.
  private(set) var outlets: Set<String> = []
  private static let mostOutlets = 1000

  /// Nothing counted yet.
  public init() {}

  /// Counts an entry.
  public mutating func add(_ entry: TimelineEntry) {
    let date = entry.date
    entries += 1
    if date.isUncertain { uncertain += 1 }
    exactness[Self.exactness(of: date), default: 0] += 1
    if let reason = LeftOut(date) { special[reason, default: 0] += 1 }
    if outlets.count < Self.mostOutlets { outlets.formUnion(entry.outlets) }
    lanes.add(entry)
    guard let bounds = date.bounds, let first = bounds.first ?? bounds.last, let last = bounds.last ?? bounds.first
    else { return }
    days = min(days?.lowerBound ?? first, first)...max(days?.upperBound ?? last, last)
  }

  /// Entries that a format leaves out, by reason.
  public func leftOut(by format: ExportFormat) -> [LeftOut: Int] {
    special.filter { format.leavesOut.contains($0.key) }
  }

  /// How much is known of the dates: `12 to the day, 3 without a date; 2 of them in doubt`.
  public var dates: String {
    let parts = Exactness.allCases.compactMap { kind in exactness[kind].map { "\($0) \(kind.rawValue)" } }
    return parts.joined(separator: ", ") + (uncertain == 0 ? "" : "; \(uncertain) of them in doubt")
  }

  private static func exactness(of date: EventDate) -> Exactness {
    switch date.precision {
    case .day: .day
    case .range: .range
    case .period, .month, .year: .vague
    case .before, .after: .open
    case .none: .none
    }
  }
}
