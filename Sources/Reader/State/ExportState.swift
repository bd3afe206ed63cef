import Timeline

/// What the export dialog remembers.
struct ExportState: Sendable, Hashable {
  /// The formats, in the order of the dialog.
  static let formats = ExportFormat.all
  /// The selected format.
  var cursor = ListCursor()
  /// What the file would look like, and of which filter and format that is.
  var preview: ExportGlance?
}

/// The first lines of a file that may be written, and what it would hold and leave out.
public struct ExportGlance: Sendable, Hashable {
  /// The filter.
  public var query: TimelineQuery
  /// The format.
  public var format: String
  /// The first lines.
  public var lines: [String]
  /// How much would be written, and what would be left out.
  public var summary: String

  /// A glance.
  public init(query: TimelineQuery, format: String, lines: [String], summary: String) {
    self.query = query
    self.format = format
    self.lines = lines
    self.summary = summary
  }
}
