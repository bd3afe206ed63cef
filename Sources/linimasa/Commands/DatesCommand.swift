import ArgumentParser
import Extraction
import Foundation
import Temporal
import Text

/// `linimasa dates`: tags the dates of a text.
struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Finds the dates of a text and says which days they mean.",
    discussion: "Example: linimasa dates article.txt --published 2024-10-28")

  /// How the dates are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl, timeml }

  @Argument(help: "A file, or - for standard input.")
  var file = "-"
  @Option(help: "The publication day, YYYY-MM-DD. Without it the day is inferred from the text.")
  var published: CivilDay?
  @Option(help: "The language: id, en, another folder of languages, or auto.")
  var language = "auto"
  @Option(help: "news counts from the publication day, narrative from the running date of the text.")
  var genre = TextGenre.auto
  @Option(help: "text for people, jsonl for programs, timeml for the text with TIMEX3 tags.")
  var format = Format.text
  @Flag(help: "One article a line in, one line out.")
  var jsonl = false
  @Option(help: "With --jsonl, articles to read at once.")
  var jobs = 1
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let folder = try resources.folder()
    let reader = try DateReader(resources: folder)
    if jsonl {
      let decoder = try ArticleDecoder(resources: folder, dates: reader)
      let filter = DatesFilter(reader: reader, decoder: decoder, published: published, language: code, genre: genre)
      return try filter.run(from: file, jobs: jobs)
    }
    let text = SourceText(repairing: try Self.bytes(of: file))
    let found = reader.read(text, published: published, language: code, genre: genre)
    switch format {
    case .text: try StandardOutput.write(Array(DatesReport.text(found, of: text).utf8))
    case .timeml: try StandardOutput.write(Array(TimeML.document(text, found).utf8))
    case .jsonl:
      var json = JSONWriter()
      DatesFilter.write(found, of: text, id: file == "-" ? "" : file, to: &json)
      try StandardOutput.write(json.bytes + [10])
    }
  }

  private var code: LanguageCode? { language == "auto" ? nil : LanguageCode(rawValue: language) }

  /// The bytes of a file or of standard input.
  private static func bytes(of file: String) throws -> [UInt8] {
    if file == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
    do { return Array(try Data(contentsOf: URL(fileURLWithPath: file))) } catch {
      throw ValidationError("\(file) cannot be read: \(error.localizedDescription)")
    }
  }
}

extension CivilDay: ExpressibleByArgument {
  /// A day from an argument `2024-10-28`; a time of day behind it is ignored.
  public init?(argument: String) { self.init(iso: String(argument.prefix(10))) }
}

extension TextGenre: ExpressibleByArgument {}
