import ArgumentParser
import Foundation
import Text
import Timeline

/// `linimasa actors`: the actor index.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors", abstract: "Prints who takes part: count, first and last day, name, aliases.",
    discussion: "Example: linimasa actors articles/ --type statement")

  @OptionGroup var sources: SourceOptions
  @OptionGroup var filter: FilterOptions

  func run() throws {
    let resources = try sources.resourceOptions.folder()
    let query = try filter.query(types: EventTypeTable(resources: resources).entries.map(\.type))
    let opened = try sources.open()
    if opened.isSample { Diagnostics.note("this is the built-in sample; name articles, or add some to the library") }
    for actor in try opened.timeline.actors(query) {
      let aliases = actor.aliases.filter { $0.text != actor.name }.map { alias in
        alias.reason.map { "\(alias.text) (\($0))" } ?? alias.text
      }
      let columns = [
        String(actor.count), actor.first?.description ?? "-", actor.last?.description ?? "-", actor.id.rawValue,
        actor.name, aliases.joined(separator: "; "),
      ]
      let line = columns.map { VisibleText.line($0) }.joined(separator: "\t")
      try StandardOutput.write(Array("\(line)\n".utf8))
    }
    if opened.hasFailures { throw ExitCode(1) }
  }
}
