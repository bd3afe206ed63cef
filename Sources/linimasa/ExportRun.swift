import ArgumentParser
import Foundation
import Text
import Timeline

/// One export, from the command line or from the reader: the same file either way.
struct ExportRun {
  private let export: TimelineExport

  /// An export of a filter.
  ///
  /// - Throws: `ValidationError` where no format has that name.
  init(
    of source: any TimelineSource, format name: String, query: TimelineQuery, origins: [String],
    resources: ResourceFolder
  ) throws {
    guard let format = ExportFormat.named(name) else {
      let names = ExportFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no format is called \"\(name)\"; there are \(names)")
    }
    let context = ExportContext(
      generator: ProgramVersion.generator, resources: ProgramVersion.fingerprint(of: resources), query: query,
      sources: origins)
    export = TimelineExport(source: source, format: format, context: context)
  }

  /// Writes a file, whole or not at all.
  func write(to path: String) throws -> ExportReport {
    try OutputFile.write(to: path) { file in try export.write { try file.write(contentsOf: Data($0.utf8)) } }
  }

  /// Writes to standard output.
  func print() throws -> ExportReport { try export.write { try StandardOutput.write(Array($0.utf8)) } }
}
