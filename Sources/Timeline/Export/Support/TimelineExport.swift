/// Writes the entries of a filter in some format, page by page.
///
/// ```swift
/// let export = TimelineExport(source: timeline, format: markdown, context: ExportContext(query: query))
/// let report = try export.write { try file.write(contentsOf: Array($0.utf8)) }
/// ```
public struct TimelineExport: Sendable {
  /// The timeline.
  public let source: any TimelineSource
  /// The format.
  public let format: ExportFormat
  /// Where the file comes from; its query says which entries.
  public let context: ExportContext
  /// Entries read at a time.
  public let pageSize: Int

  /// An export.
  public init(source: any TimelineSource, format: ExportFormat, context: ExportContext, pageSize: Int = 256) {
    self.source = source
    self.format = format
    self.context = context
    self.pageSize = max(1, pageSize)
  }

  /// Writes everything.
  ///
  /// - Parameters:
  ///   - progress: told after every page how many entries have been seen; what it throws ends the export.
  ///   - sink: takes the file's text piece by piece.
  /// - Returns: what was written and what was left out.
  /// - Throws: what the source, `progress` or `sink` throw.
  public func write(progress: (Int) throws -> Void = { _ in }, to sink: (String) throws -> Void) throws -> ExportReport
  {
    var exporter = format.makeExporter(context)
    var report = ExportReport()
    var output = ""
    exporter.begin(&output)
    var key: TimelineKey?
    var seen = 0
    while true {
      let page = try source.entries(context.query, from: key, .forward, limit: pageSize)
      for detail in try source.details(of: page) {
        if let reason = exporter.add(detail, to: &output) {
          report.leftOut[reason, default: 0] += 1
        } else {
          report.written += 1
        }
      }
      try sink(output)
      output.removeAll(keepingCapacity: true)
      seen += page.count
      try progress(seen)
      guard let last = page.last else { break }
      key = last.key
    }
    exporter.end(report, &output)
    try sink(output)
    return report
  }

  /// The whole export as one string, for a preview or a test.
  public func string() throws -> String {
    var text = ""
    _ = try write { text += $0 }
    return text
  }
}
