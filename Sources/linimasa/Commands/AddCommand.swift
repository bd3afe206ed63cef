import ArgumentParser
import Foundation
import Library
import Text
import Timeline

/// `linimasa add`: articles into the library.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Reads articles into the library.",
    discussion: "Example: linimasa add articles/ more.jsonl")

  @OptionGroup var sources: SourceOptions

  /// Articles written in one transaction.
  private static let batch = 512

  func validate() throws {
    if sources.sources.isEmpty { throw ValidationError("name what to add: files, folders, or - for standard input") }
  }

  func run() throws {
    let intake = try ArticleIntake(resources: sources.resourceOptions.folder())
    let library = try LibraryFile(path: sources.libraryPath)
    let cancellation = Cancellation()
    let writer = LibraryIntake(library, annotate: intake.annotate)
    var line = IntakeLine()
    var hasFailures = true
    do {
      hasFailures = try intake.read(sources.sources, largest: Self.batch, isKnown: library.holds) { batch in
        try writer.add(batch)
        let report = writer.report
        line.show(batch.progress, articles: report.added + report.known)
        return !cancellation.isRequested
      }
      try writer.finish()
    } catch {
      line.end()
      // What was kept before stays, and is said, so that nobody has to guess.
      try? writer.finish()
      try? say(writer, end: "; ended before the rest")
      throw error
    }
    line.end()
    try say(writer, end: cancellation.isRequested ? "; ended before the rest: add it again to go on" : "")
    if cancellation.isRequested { throw ExitCode(130) }
    if hasFailures { throw ExitCode(1) }
  }

  private func say(_ writer: LibraryIntake, end: String) throws {
    let report = writer.report
    let redated = writer.redated > 0 ? ", \(writer.redated) of them dated by another copy" : ""
    let retold = report.retold > 0 ? "; \(report.retold) tell a story again\(redated)" : ""
    try StandardOutput.write(
      Array(
        ("added \(report.added) articles with \(report.events) events; \(report.known) were there already"
          + "\(retold)\(end)\n").utf8))
  }
}
