import ArgumentParser
import Library
import Temporal
import Timeline

/// `edit write`: an event that no article tells.
struct EditWriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Writes an event by hand, with its source.",
    discussion: """
      Example: linimasa edit write 'Shells fall on the harbor' --type attack --date 'kemarin' --published 2024-10-25 \
      --actor subject:M23 --url https://example.org/a --evidence 'Shells fell on the harbor yesterday.'
      """)
  @Argument(help: "One line that tells it.") var summary: String
  @Option(help: "The type's code: attack, deploy, statement, …") var type: String
  @Option(help: "When, in digits or in words, which count from the publication day.") var date = "none"
  @Option(help: "happened, claimed, planned or statement.") var status = EventStatus.happened
  @Option(help: "ROLE:NAME, for each who takes part: subject:NATO.") var actor: [String] = []
  @Option(help: "Where.") var place: String?
  @Option(help: "The source's address.") var url: String?
  @Option(help: "The source's title.") var title: String?
  @Option(help: "Who published it.") var outlet: String?
  @Option(help: "When it was published, YYYY-MM-DD.") var published: CivilDay?
  @Option(help: "The words of the source that prove it.") var evidence: String?
  @OptionGroup var options: EditOptions

  func validate() throws {
    if url == nil, evidence == nil { throw ValidationError("name the source: --url, or its words with --evidence") }
    if SearchText.words(of: summary).isEmpty { throw ValidationError("say in one line what happened") }
  }

  func run() throws {
    let file = try options.file()
    let actors = try actor.map { text in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let role = Role(rawValue: parts[0]) else {
        throw ValidationError("\"\(text)\": write ROLE:NAME with speaker, subject, target or recipient")
      }
      return try EditAddActorCommand.named(parts[1], role, options, file)
    }
    let event = WrittenEvent(
      type: try EditTypeCommand.type(type, options), status: status, date: try options.date(date, from: published),
      summary: summary, actors: actors, place: place, url: url, title: title, outlet: outlet, published: published,
      evidence: evidence ?? "")
    // As it reads back, so that it is the same wherever it is applied.
    guard let kept = WrittenEvent(text: event.text) else { throw ValidationError("the event cannot be written down") }
    try options.make(.write(kept), of: .event(kept.reference), in: file)
  }
}
