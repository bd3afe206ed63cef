import ArgumentParser
import Extraction
import Foundation
import Temporal
import Text
import Timeline

/// `linimasa extract`: a pure filter, one line in, one line out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Finds the events of articles: JSON Lines in, JSON Lines out.",
    discussion: "Example: linimasa extract articles.jsonl --jobs 4 > events.jsonl")

  @Argument(help: "A file of JSON Lines, or - for standard input.")
  var file = "-"
  @Option(help: "Articles to read at once.")
  var jobs = 1
  @Flag(help: "Exit with 1 where a line could not be read.")
  var strict = false
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let folder = try resources.folder()
    let dates = try DateReader(resources: folder)
    let extractor = try EventExtractor(resources: folder, dates: dates)
    let decoder = try ArticleDecoder(resources: folder, dates: dates)
    let filter = ExtractFilter(
      extractor: extractor, decoder: decoder, program: ProgramVersion.number,
      resources: ProgramVersion.fingerprint(of: folder))
    let isClean = try filter.run(from: file, jobs: jobs)
    if strict && !isClean { throw ExitCode(1) }
  }
}
