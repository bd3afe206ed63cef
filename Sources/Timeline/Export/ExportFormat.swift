/// A format in which a timeline can be handed on.
public struct ExportFormat: Sendable {
  /// The name on the command line: `markdown`.
  public let name: String
  /// What it is for, in a few words.
  public let purpose: String
  /// The usual ending of a file, without the dot.
  public let fileExtension: String
  /// What it cannot hold; such entries are counted and left out.
  public let leavesOut: Set<LeftOut>
  /// Whether it needs to know where places lie.
  public var drawsMaps: Bool { name == "geojson" }
  /// Whether it shows names and marks of types.
  public var namesTypes: Bool { name == "html" }
  /// Whether it writes what the articles say.
  public let readsMentions: Bool
  /// Makes an exporter for one file.
  public let makeExporter: @Sendable (ExportContext) -> any TimelineExporter

  private init(_ name: String, _ fileExtension: String, _ purpose: String, _ exporter: any TimelineExporter.Type) {
    self.name = name
    self.fileExtension = fileExtension
    self.purpose = purpose
    leavesOut = exporter.leavesOut
    readsMentions = exporter.readsMentions
    makeExporter = { exporter.init($0) }
  }

  /// Every format there is.
  public static let all = [
    ExportFormat("text", "txt", "lines for reading and for other programs of the shell", TextExporter.self),
    ExportFormat("markdown", "md", "a document with evidence and sources", MarkdownExporter.self),
    ExportFormat("csv", "csv", "a table for spreadsheets (RFC 4180)", CSVExporter.self),
    ExportFormat("json", "json", "everything, as one JSON document", JSONExporter.self),
    ExportFormat("jsonl", "jsonl", "everything, one JSON object a line", JSONLinesExporter.self),
    ExportFormat("html", "html", "one page with a drawing, a filter and all evidence", HTMLExporter.self),
    ExportFormat("timelinejs", "json", "the slides of TimelineJS 3", TimelineJSExporter.self),
    ExportFormat("icalendar", "ics", "a calendar (RFC 5545)", ICalendarExporter.self),
    ExportFormat("org", "org", "an outline for Emacs", OrgExporter.self),
    ExportFormat("atom", "xml", "a feed (RFC 4287)", AtomExporter.self),
    ExportFormat("geojson", "geojson", "points on a map (RFC 7946)", GeoJSONExporter.self),
  ]

  /// What to say of a file with so many events; nil where nothing need be said.
  public func warning(_ events: Int) -> String? {
    guard name == "html", events > 20_000 else { return nil }
    return
      "a page of \(events) events opens slowly in a browser; a filter makes it smaller, csv and jsonl have no limit"
  }

  /// Why the format cannot hold an entry; nil where it can.
  func reasonToLeaveOut(_ detail: EntryDetail) -> LeftOut? {
    LeftOut(detail.entry.date).flatMap { leavesOut.contains($0) ? $0 : nil }
  }

  /// The format called `name`; nil where there is none.
  public static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }
}
