import ArgumentParser

/// The program: commands, and the reader where none is named.
@main
struct Linimasa: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linimasa",
    abstract: "Reads conflict news and shows it as a timeline of dated events.",
    version: "0.1.0",
    subcommands: [ExtractCommand.self])
}
