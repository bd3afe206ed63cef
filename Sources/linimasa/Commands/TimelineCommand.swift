import ArgumentParser
import Foundation
import Text
import Timeline

/// `linimasa timeline`: the timeline as plain text.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Prints the timeline as plain text.",
    discussion: "Example: linimasa timeline articles/ --actor NATO --after 2024-10")

  @OptionGroup var sources: SourceOptions
  @OptionGroup var filter: FilterOptions

  func run() throws { try Self.printTimeline(sources, filter) }

  /// Prints the text export without its head; the built-in sample says what it is on standard error.
  static func printTimeline(_ sources: SourceOptions, _ filter: FilterOptions) throws {
    try ExportCommand.withTimeline(sources, filter) { source, query, origins, resources in
      let run = try ExportRun(
        of: source, format: "text", query: query, origins: origins, resources: resources, isSigned: false)
      _ = try run.print()
    }
  }
}
