/// Writes the entries of a filter in some format, page by page: once through to count, once to write.
///
/// ```swift
/// let export = TimelineExport(source: timeline, format: markdown, context: ExportContext(query: query))
/// let report = try export.write { try file.write(contentsOf: Array($0.utf8)) }
/// ```
public struct TimelineExport: Sendable {
  /// How far an export has come.
  public enum Progress: Sendable, Equatable {
    /// Entries counted so far.
    case counting(Int)
    /// Entries seen so far, of how many.
    case writing(Int, of: Int)
  }

  /// The timeline.
  public let source: any TimelineSource
  /// The format.
  public let format: ExportFormat
  /// Where the file comes from; its query says which entries.
  public let context: ExportContext
  /// Entries read at a time.
  public let pageSize: Int

  /// An export.
  public init(source: any TimelineSource, format: ExportFormat, context: ExportContext, pageSize: Int = 512) {
    self.source = source
    self.format = format
    self.context = context
    self.pageSize = max(1, pageSize)
  }

  /// Writes everything.
  ///
  /// - Parameters:
  ///   - progress: told after every page how far it is; what it throws ends the export.
  ///   - sink: takes the file's text piece by piece.
  /// - Returns: what was written and what was left out.
  /// - Throws: what the source, `progress` or `sink` throw.
  public func write(
    progress: (Progress) throws -> Void = { _ in }, to sink: (String) throws -> Void
  ) throws -> ExportReport {
    var context = context
    context.survey = try survey(progress: progress)
    var exporter = format.makeExporter(context)
    var report = ExportReport()
    var output = ""
    var seen = 0
    exporter.begin(&output)
    try eachPage(of: pageSize) { page in
      for detail in try details(of: page) {
        if let reason = format.reasonToLeaveOut(detail) {
          report.leftOut[reason, default: 0] += 1
        } else {
          exporter.add(detail, to: &output)
          report.written += 1
        }
      }
      try sink(output)
      output.removeAll(keepingCapacity: true)
      seen += page.count
      try progress(.writing(seen, of: context.survey.entries))
    }
    report.hasChanged = report.leftOut.values.reduce(report.written, +) != context.survey.entries
    exporter.end(report, &output)
    try sink(output)
    return report
  }

  /// Counts what would be written.
  ///
  /// - Throws: what the source or `progress` throw.
  public func survey(progress: (Progress) throws -> Void = { _ in }) throws -> ExportSurvey {
    var survey = ExportSurvey()
    try eachPage(of: pageSize * 16) { page in
      for entry in page { survey.add(entry) }
      try progress(.counting(survey.entries))
    }
    return survey
  }

  /// The whole export as one string, for a test.
  public func string() throws -> String {
    var text = ""
    _ = try write { text += $0 }
    return text
  }

  private func details(of page: [TimelineEntry]) throws -> [EntryDetail] {
    format.readsMentions ? try source.details(of: page) : page.map { EntryDetail(entry: $0, mentions: []) }
  }

  private func eachPage(of size: Int, _ body: ([TimelineEntry]) throws -> Void) throws {
    var key: TimelineKey?
    while true {
      let page = try source.entries(context.query, from: key, .forward, limit: size)
      guard let last = page.last else { return }
      try body(page)
      key = last.key
    }
  }
}
