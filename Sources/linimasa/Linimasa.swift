import ArgumentParser

/// The program: commands, and the reader where none is named.
@main
struct Linimasa: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linimasa",
    abstract: "Reads conflict news and shows it as a timeline of dated events.",
    discussion: """
      Without a command it opens the reader on the sources that follow: files, folders, or - for standard input; \
      without any on the library, or where that is empty on the built-in sample.

      Example: linimasa articles/
      """,
    version: ProgramVersion.number,
    subcommands: [
      OpenCommand.self, AddCommand.self, FeedCommand.self, TimelineCommand.self, ActorsCommand.self, ExportCommand.self,
      EditCommand.self, ImportCommand.self, RereadCommand.self,
      ExtractCommand.self, DatesCommand.self, ExplainCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
