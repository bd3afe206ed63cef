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
  @OptionGroup var sources: SourceOptions
  @OptionGroup var filter: FilterOptions

  func run() throws { try Self.write(format: format, to: output, sources, filter) }

  /// Writes the filtered timeline of the sources, and on standard error what was left out.
  static func write(
    format: String, to path: String?, _ sources: SourceOptions, _ filter: FilterOptions
  ) throws {
    let resources = try sources.resourceOptions.folder()
    let query = try filter.query(types: EventTypeTable(resources: resources).entries.map(\.type))
    let opened = try sources.open()
    if opened.isSample { Diagnostics.note("this is the built-in sample; name articles, or add some to the library") }
    let run = try ExportRun(
      of: opened.timeline, format: format, query: query, origins: opened.origins, resources: resources)
    let report = try path.map(run.write(to:)) ?? run.print()
    if !report.leftOut.isEmpty || path != nil { Diagnostics.note(report.summary) }
    if opened.hasFailures { throw ExitCode(1) }
  }
}
