import ArgumentParser
import Foundation
import Timeline

/// `linimasa [SOURCE…]`: the reader, or where standard output is no terminal, the timeline as text.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the reader on sources and saves nothing.",
    discussion: "Example: linimasa open articles/")

  @OptionGroup var sources: SourceOptions
  @OptionGroup var filter: FilterOptions

  func run() throws {
    try TimelineCommand.printTimeline(sources, filter)
  }
}
