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
  private static let batch = 64

  func validate() throws {
    if sources.sources.isEmpty { throw ValidationError("name what to add: files, folders, or - for standard input") }
  }

  func run() throws {
    let intake = try ArticleIntake(resources: sources.resourceOptions.folder())
    let library = try LibraryFile(path: sources.libraryPath)
    var total = AddReport()
    var pending: [AnnotatedArticle] = []
    func write() throws {
      let report = try library.add(pending)
      total.added += report.added
      total.known += report.known
      total.events += report.events
      pending.removeAll(keepingCapacity: true)
    }
    let hasFailures = try intake.read(sources.sources) { article in
      pending.append(article)
      if pending.count == Self.batch { try write() }
    }
    try write()
    try StandardOutput.write(
      Array("added \(total.added) articles with \(total.events) events; \(total.known) were there already\n".utf8))
    if hasFailures { throw ExitCode(1) }
  }
}
