/// Writes a timeline in one format. An exporter sees one entry at a time and keeps nothing of it, so that a timeline of
/// any length is written in flat memory.
///
/// To add a format: one file here with a type that conforms, one line in `ExportFormat.all`, one test with a program that
/// reads the format.
public protocol TimelineExporter: SendableMetatype {
  /// An exporter for one file.
  init(_ context: ExportContext)
  /// Writes what stands before the first entry.
  mutating func begin(_ output: inout String)
  /// Writes an entry.
  ///
  /// - Returns: why it was left out, where the format cannot hold it; nil where it was written.
  mutating func add(_ detail: EntryDetail, to output: inout String) -> LeftOut?
  /// Writes what stands behind the last entry.
  mutating func end(_ report: ExportReport, _ output: inout String)
}

/// Why a format cannot hold an entry, in words that follow a number: `3 without a date`.
public enum LeftOut: String, Sendable, Hashable, CaseIterable {
  /// The format asks for a date and none is known.
  case undated = "without a date"
  /// The format asks for a first and a last day and one is not known.
  case open = "before or after a day, with no other bound"
}

/// What was written and what was not.
public struct ExportReport: Sendable, Equatable {
  /// Entries written.
  public var written = 0
  /// Entries left out, by reason.
  public var leftOut: [LeftOut: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// One line for people: `214 events; left out: 3 without a date`.
  public var summary: String {
    let reasons = LeftOut.allCases.compactMap { reason in leftOut[reason].map { "\($0) \(reason.rawValue)" } }
    let events = written == 1 ? "1 event" : "\(written) events"
    return reasons.isEmpty ? events : events + "; left out: " + reasons.joined(separator: ", ")
  }
}
