import ArgumentParser
import Library
import Timeline

/// A correction of one event.
protocol EventEdit: ParsableCommand {
  var event: String { get }
  var options: EditOptions { get }
  /// What is said of the event.
  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction
}

extension EventEdit {
  func run() throws {
    let file = try options.file()
    let reference = try options.event(event, in: file)
    let correction = try correction(of: file.mention(of: reference), in: file)
    try options.make(correction, of: .event(reference), in: file)
  }
}

/// `edit date`.
struct EditDateCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "date", abstract: "Sets when it happened; what was read stays and is shown beside it.",
    discussion: """
      Words are read as dates of articles are, and count from the article's publication day. Digits are 2024-10-24, \
      "2024-10-24 14:20", 2024-10, 2024, 2024-10-27..2024-10-28, ..2024-10-28, 2024-10-28.. or none.

      Example: linimasa edit date 9f86d081 'akhir Oktober 2024'
      """)
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "The date, in digits or in words.") var date: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    .date(try options.date(date, from: mention.article.publication.day))
  }
}

/// `edit confirm`.
struct EditConfirmCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Says that the date is right as it was read.",
    discussion: "Example: linimasa edit confirm 9f86d081")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .date(mention.event.date) }
}

/// `edit type`.
struct EditTypeCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "type", abstract: "Sets its type.", discussion: "Example: linimasa edit type 9f86d081 attack")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "The type's code: attack, deploy, statement, …") var type: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    .type(try EditTypeCommand.type(type, options))
  }

  /// The type of a code.
  static func type(_ code: String, _ options: EditOptions) throws -> EventType {
    let types = try EventTypeTable(resources: options.resources.folder()).entries.map(\.type)
    if let type = types.first(where: { $0.rawValue == code }) { return type }
    throw ValidationError(
      "no type is called \"\(code)\"; there are \(types.map(\.rawValue).joined(separator: ", "))")
  }
}

/// `edit status`.
struct EditStatusCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Sets whether it happened, is claimed, planned or a statement.",
    discussion: "Example: linimasa edit status 9f86d081 claimed")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "happened, claimed, planned or statement.") var status: EventStatus
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .status(status) }
}

/// `edit hide`.
struct EditHideCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "hide", abstract: "Says that it is no event: it is shown nowhere but in the history.",
    discussion: "Example: linimasa edit hide 9f86d081")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .hide }
}

/// `edit split`.
struct EditSplitCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Says that this article tells another event than those it was joined with.",
    discussion: "Example: linimasa edit split 9f86d081")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .split }
}

/// `edit join`.
struct EditJoinCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Says that it is the same event as another.",
    discussion: "Example: linimasa edit join 9f86d081 60303ae2")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "The other event's.") var other: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    .join(try options.event(other, in: file))
  }
}

extension EventStatus: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
