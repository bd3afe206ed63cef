import ArgumentParser
import Library
import Timeline

/// `edit add-actor`.
struct EditAddActorCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "add-actor", abstract: "Says that one more actor takes part.",
    discussion: "Example: linimasa edit add-actor 9f86d081 target 'Korea Utara'")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "speaker, subject, target or recipient.") var role: Role
  @Argument(help: "The actor's name or id; a name that nobody has makes a new actor.") var actor: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    .addActor(try Self.named(actor, role, options, file))
  }

  /// An actor of the library, else of the gazetteer, else a new one with that name.
  static func named(_ name: String, _ role: Role, _ options: EditOptions, _ file: LibraryFile) throws -> NamedActor {
    if SearchText.words(of: name).isEmpty { throw ValidationError("an actor needs a name") }
    let known = try options.actor(name, in: file) ?? options.readActor(name)
    return NamedActor(
      id: known?.id ?? ActorID(rawValue: "oth.").sibling(called: name), role: role, name: known?.name ?? name)
  }
}

/// `edit remove-actor`.
struct EditRemoveActorCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "remove-actor", abstract: "Says that an actor takes no part.",
    discussion: "Example: linimasa edit remove-actor 9f86d081 NATO")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "The actor's name or id.") var actor: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    .removeActor(try options.knownActor(actor, in: file).id)
  }
}

/// `edit role`.
struct EditRoleCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Sets the part that an actor plays.",
    discussion: "Example: linimasa edit role 9f86d081 speaker NATO")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "speaker, subject, target or recipient.") var role: Role
  @Argument(help: "The actor's name or id.") var actor: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    .role(try options.knownActor(actor, in: file).id, role)
  }
}

/// `edit merge`.
struct EditMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Says that two actors are one, in all events.",
    discussion: "Example: linimasa edit merge 'Mark Root' 'Mark Rutte'")
  @Argument(help: "The name or id of the actor that is the same as the other.") var actor: String
  @Argument(help: "The other's, by which both are called from then on.") var into: String
  @OptionGroup var options: EditOptions

  func run() throws {
    let file = try options.file()
    let actor = try options.knownActor(actor, in: file)
    try options.make(.merge(options.knownActor(into, in: file).id), of: .actor(actor.id), in: file)
  }
}

/// `edit split-name`.
struct EditSplitNameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split-name", abstract: "Says that some words that name an actor mean another one.",
    discussion: "Example: linimasa edit split-name per.mark-rutte 'Mark Root'")
  @Argument(help: "The actor's name or id.") var actor: String
  @Argument(help: "The words, as articles write them; the other actor is called so.") var words: String
  @OptionGroup var options: EditOptions

  func run() throws {
    let file = try options.file()
    let actor = try options.knownActor(actor, in: file)
    guard try file.actors(named: words).contains(where: { $0.id == actor.id }) else {
      throw ValidationError("no article calls \(actor.name) \"\(words)\"; linimasa actors lists the names")
    }
    try options.make(.splitName(words), of: .actor(actor.id), in: file)
  }
}
