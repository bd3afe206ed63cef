import ArgumentParser
import Foundation
import Text

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
      OpenCommand.self, AddCommand.self, FeedCommand.self, ArticleCommand.self, TimelineCommand.self,
      ActorsCommand.self, ExportCommand.self,
      EditCommand.self, ImportCommand.self, RereadCommand.self,
      ExtractCommand.self, DatesCommand.self, ExplainCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Options that every command has, and that may stand before it: `linimasa --library a.sqlite timeline`.
  private static let common = ["--library", "--resources"]

  /// Runs what the arguments ask for. What is said about wrong ones holds words of theirs, which may be hostile.
  static func main() {
    do {
      var command = try parseAsRoot(commandFirst(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = VisibleText.lines(fullMessage(for: error))
      let output = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
      if !message.isEmpty { try? output.write(contentsOf: Data((message + "\n").utf8)) }
      Foundation.exit(code.rawValue)
    }
  }

  /// The arguments with the command before the options that every command has.
  static func commandFirst(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count {
      if common.contains(arguments[index]) {
        index += 2
      } else if common.contains(where: { arguments[index].hasPrefix("\($0)=") }) {
        index += 1
      } else {
        break
      }
    }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard index > 0, index < arguments.count, names.contains(arguments[index]) else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}
