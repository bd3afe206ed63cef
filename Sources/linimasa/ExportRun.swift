import ArgumentParser
import Foundation
import Temporal
import Text
import Timeline

/// One export, from the command line or from the reader: the same file either way.
struct ExportRun {
  private let export: TimelineExport

  /// An export of a filter.
  ///
  /// - Parameters:
  ///   - title: the file's title; nil for one that says the filter.
  ///   - isSigned: whether the file says where it comes from.
  ///   - created: when it is written.
  /// - Throws: `ValidationError` where no format has that name, `TableError` where a table cannot be read.
  init(
    of source: any TimelineSource, format name: String, query: TimelineQuery, origins: [String],
    resources: ResourceFolder, title: String? = nil, isSigned: Bool = true, created: String? = Self.now
  ) throws {
    let format = try Self.format(name)
    let named = query.terms.isEmpty ? "Timeline" : "Timeline: \(query.description)"
    var context = ExportContext(title: title ?? named, generator: "", query: query)
    if isSigned {
      context.generator = ProgramVersion.generator
      context.resources = ProgramVersion.fingerprint(of: resources)
      context.created = created
      context.sources = origins.map(Self.withoutFolders)
    }
    if format.drawsMaps { context.coordinates = try PlaceCoordinates(resources: resources) }
    if format.namesTypes { context.types = try EventTypeTable(resources: resources) }
    export = TimelineExport(source: source, format: format, context: context)
  }

  /// The format of that name.
  ///
  /// - Throws: `ValidationError` that names the formats there are.
  static func format(_ name: String) throws -> ExportFormat {
    if let format = ExportFormat.named(name) { return format }
    let names = ExportFormat.all.map(\.name).joined(separator: ", ")
    throw ValidationError("no format is called \"\(name)\"; there are \(names)")
  }

  /// Writes a file, whole or not at all.
  func write(
    to path: String, replacing: Bool = false, progress: (TimelineExport.Progress) throws -> Void = { _ in }
  ) throws -> ExportReport {
    try OutputFile.write(to: path, replacing: replacing) { try export.write(progress: progress, to: $0) }
  }

  /// What the file would look like.
  func preview(lines: Int, check: () throws -> Void) throws -> ExportPreview {
    let survey = try export.survey { _ in try check() }
    let query = export.context.query
    let first = try export.source.details(
      of: export.source.entries(query, from: nil, .forward, limit: ExportPreview.entries))
    return ExportPreview(format: export.format, context: export.context, survey: survey, first: first, lines: lines)
  }

  /// Writes to whoever takes it.
  func write(to write: (String) throws -> Void) throws {
    _ = try export.write(progress: { _ in }, to: write)
  }

  /// Writes to standard output; on a terminal with what it would act on made visible.
  func print(progress: (TimelineExport.Progress) throws -> Void = { _ in }) throws -> ExportReport {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return try export.write(progress: progress) { text in
      try StandardOutput.write(Array((isTerminal ? VisibleText.lines(text) : text).utf8))
    }
  }

  /// The time of writing in UTC (RFC 3339). `SOURCE_DATE_EPOCH` sets it, for files that must come out the same again
  /// (reproducible-builds.org).
  static var now: String {
    let given = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    let seconds = max(0, min(given ?? time(nil), 253_402_300_799))
    let clock = seconds % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let day = CivilDay(number: Int32(clamping: seconds / 86_400))
    return "\(day)T\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))Z"
  }

  /// A file that is handed on does not tell how the folders of this machine are called.
  private static func withoutFolders(_ origin: String) -> String {
    guard origin.hasPrefix("/") || origin.hasPrefix("~") else { return origin }
    return origin.split(separator: "/").last.map(String.init) ?? origin
  }
}
