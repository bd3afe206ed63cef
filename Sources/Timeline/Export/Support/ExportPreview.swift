/// What a file would look like, for a dialog: its first lines, and what it would leave out.
///
/// It is a function of the format, the head and the first entries alone; whoever shows it reads those beforehand.
///
/// ```swift
/// let survey = try export.survey()
/// let first = try source.details(of: source.entries(query, from: nil, .forward, limit: ExportPreview.entries))
/// let preview = ExportPreview(format: markdown, context: context, survey: survey, first: first, lines: 12)
/// preview.lines    // ["# Timeline", "", …]
/// preview.report.summary  // "11 events; left out: 3 without a date"
/// ```
public struct ExportPreview: Sendable, Equatable {
  /// The first lines of the file; of a page of HTML the first of its body.
  public let lines: [String]
  /// What would be written and what would not.
  public let report: ExportReport
  /// Entries of the filter that are worth reading for a preview.
  public static let entries = 20
  /// A line longer than this is cut.
  static let longestLine = 400

  /// A preview.
  ///
  /// - Parameters:
  ///   - survey: what the whole timeline holds.
  ///   - first: its first entries, in order.
  ///   - lines: how many lines to show at most.
  public init(
    format: ExportFormat, context: ExportContext, survey: ExportSurvey, first: [EntryDetail], lines: Int
  ) {
    var context = context
    context.survey = survey
    var report = ExportReport()
    report.leftOut = survey.leftOut(by: format)
    report.written = report.leftOut.values.reduce(survey.entries, -)
    self.report = report
    var exporter = format.makeExporter(context)
    var text = ""
    exporter.begin(&text)
    for detail in first where format.reasonToLeaveOut(detail) == nil { exporter.add(detail, to: &text) }
    if survey.entries <= first.count { exporter.end(report, &text) }
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // What a page of HTML holds, not its style.
    let start = all.firstIndex(of: "<body>").map { $0 + 1 } ?? 0
    self.lines = all.dropFirst(start).prefix(max(0, lines)).map { String($0.prefix(Self.longestLine)) }
  }
}
