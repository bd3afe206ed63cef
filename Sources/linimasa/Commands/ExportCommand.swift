import ArgumentParser
import Foundation
import Text
import Timeline

/// `linimasa export`: a timeline view as a file.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a timeline in a format for other programs.",
    discussion: "Example: linimasa export --format markdown -o timeline.md articles/")

  @Option(help: "The format: \(ExportFormat.all.map(\.name).joined(separator: ", ")).")
  var format: String
  @Option(name: [.customShort("o"), .long], help: "The file to write; none: standard output.")
  var output: String?
  @Flag(help: "Replace the file where there is one.")
  var force = false
  @Option(help: "The title of the file; none: one that says the filter.")
  var title: String?
  @OptionGroup var sources: SourceOptions
  @OptionGroup var filter: FilterOptions

  func validate() throws { _ = try ExportRun.format(format) }

  func run() throws {
    if let output, output != "-" { try OutputFile.check(output, replacing: force) }
    try Self.withTimeline(sources, filter) { source, query, origins, resources in
      let run = try ExportRun(
        of: source, format: format, query: query, origins: origins, resources: resources, title: title)
      var line = ProgressLine(format)
      defer { line.end() }
      let report =
        if let output, output != "-" {
          try run.write(to: output, replacing: force) { line.show($0) }
        } else {
          try run.print { progress in if isatty(STDOUT_FILENO) == 0 { line.show(progress) } }
        }
      line.end()
      Diagnostics.note(report.summary)
      if let warning = ExportFormat.named(format)?.warning(report.written) { Diagnostics.note(warning) }
    }
  }

  /// Opens the sources and hands on their timeline and the filter.
  ///
  /// - Throws: `ExitCode(1)` at the end where a source could not be read.
  static func withTimeline(
    _ sources: SourceOptions, _ filter: FilterOptions,
    _ body: (any TimelineSource, TimelineQuery, [String], ResourceFolder) throws -> Void
  ) throws {
    let resources = try sources.resourceOptions.folder()
    let query = try filter.query(types: EventTypeTable(resources: resources).entries.map(\.type))
    let opened = try sources.open()
    if opened.isSample { Diagnostics.note("this is the built-in sample; name articles, or add some to the library") }
    try body(opened.timeline, query, opened.origins, resources)
    if opened.hasFailures { throw ExitCode(1) }
  }
}
