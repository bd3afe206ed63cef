/// Writes a timeline in one format. An exporter sees one entry at a time and keeps nothing of it, so that a timeline of
/// any length is written in flat memory.
///
/// To add a format: one file here with a type that conforms, one line in `ExportFormat.all`, one test with a program that
/// reads the format.
public protocol TimelineExporter: SendableMetatype {
  /// What the format cannot hold; such entries are counted and not given to `add`.
  static var leavesOut: Set<LeftOut> { get }
  /// Whether it writes what the articles say; one that does not is given details without mentions, which need not be read.
  static var readsMentions: Bool { get }
  /// An exporter for one file.
  init(_ context: ExportContext)
  /// Writes what stands before the first entry.
  mutating func begin(_ output: inout String)
  /// Writes an entry.
  mutating func add(_ detail: EntryDetail, to output: inout String)
  /// Writes what stands behind the last entry.
  mutating func end(_ report: ExportReport, _ output: inout String)
}

extension TimelineExporter {
  /// Nothing: the format holds every entry.
  public static var leavesOut: Set<LeftOut> { [] }
  /// It does.
  public static var readsMentions: Bool { true }
}
