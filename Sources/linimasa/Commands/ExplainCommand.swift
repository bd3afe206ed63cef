import ArgumentParser
import Extraction
import Temporal
import Text
import Timeline

/// `linimasa explain`: every step from the words to the day, and the readings that lost.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says how a date expression is read: its fragments, its readings, what speaks for and against each.",
    discussion: "Example: linimasa explain 'Kamis (24/2019). 10/2024' --published 2024-10-28")

  @Argument(help: "The expression, or a text with it; events that name no day of their own are explained too.")
  var expression: String
  @Option(help: "The publication day, YYYY-MM-DD.")
  var published: CivilDay?
  @Option(help: "The language: id, en, another folder of languages, or auto.")
  var language = "auto"
  @Option(help: "news counts from the publication day, narrative from the running date of the text.")
  var genre = TextGenre.auto
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let folder = try resources.folder()
    let reader = try DateReader(resources: folder)
    let text = SourceText(expression)
    let code = language == "auto" ? nil : LanguageCode(rawValue: language)
    let found = reader.read(text, published: published, language: code, genre: genre)
    var article = Article(id: "", text: text)
    article.publication = Publication(day: published, basis: published == nil ? .none : .given)
    article.language = code ?? .undetermined
    let events = try EventExtractor(resources: folder, dates: reader).annotate(article).events
    try StandardOutput.write(Array(DateExplanation.text(found, events: events, of: text).utf8))
    if found.timexes.isEmpty && events.isEmpty { throw ExitCode(1) }
  }
}
