import ArgumentParser
import Foundation
import Text

/// `linimasa doctor`: what the program sees of its surroundings.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says what the program sees: library, tables, terminal, tools, feeds in trouble.",
    discussion: """
      Changes nothing. Exit status 1 where anything is in trouble.

      Example: linimasa doctor
      """)

  @Option(help: "The library's file (or LINIMASA_LIBRARY).")
  var library: String?
  @OptionGroup var resourceOptions: ResourceOptions
  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    var sources = SourceOptions()
    sources.library = library
    let findings = Surroundings(
      environment: ProcessInfo.processInfo.environment, libraryPath: sources.libraryPath,
      resources: try? resourceOptions.folder(), settings: Settings()
    )
    .findings()
    try StandardOutput.write(Array((json ? Finding.json(findings) : Finding.text(findings)).utf8))
    if findings.contains(where: { $0.trouble != nil }) { throw ExitCode(1) }
  }
}
