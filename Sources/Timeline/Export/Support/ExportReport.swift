/// What was written and what was not.
public struct ExportReport: Sendable, Equatable {
  /// Entries written.
  public var written = 0
  /// Entries left out, by reason.
  public var leftOut: [LeftOut: Int] = [:]
  /// Whether the timeline changed between counting and writing, so that the numbers at the head of the file are older than
  /// its entries.
  public var hasChanged = false

  /// Nothing yet.
  public init() {}

  /// One line for people: `214 events; left out: 3 without a date`.
  public var summary: String {
    let events = written == 1 ? "1 event" : "\(written) events"
    let changed = hasChanged ? "; the timeline changed meanwhile, the numbers at the head of the file are older" : ""
    return (leftOut.isEmpty ? events : events + "; left out: " + Self.words(leftOut)) + changed
  }

  /// Reasons with their numbers: `3 without a date, 1 only known to be before or after a day`.
  static func words(_ leftOut: [LeftOut: Int]) -> String {
    LeftOut.allCases.compactMap { reason in leftOut[reason].map { "\($0) \(reason.rawValue)" } }.joined(separator: ", ")
  }
}
