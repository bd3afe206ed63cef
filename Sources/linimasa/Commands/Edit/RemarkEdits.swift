import ArgumentParser
import Library
import Timeline

/// `edit note`.
struct EditNoteCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Keeps words with it; no words take them away.",
    discussion: "Example: linimasa edit note 9f86d081 'two sources needed'")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "The words.") var note: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .note(note) }
}

/// `edit tag`.
struct EditTagCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Gives it a word to find it by: --filter tag:WORD.",
    discussion: "Example: linimasa edit tag 9f86d081 harbor")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "One word.") var tag: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    guard let correction = Correction(kind: "tag", value: tag) else { throw ValidationError("a tag is one word") }
    return correction
  }
}

/// `edit untag`.
struct EditUntagCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Takes a tag away.", discussion: "Example: linimasa edit untag 9f86d081 harbor")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Argument(help: "The word.") var tag: String
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) throws -> Correction {
    guard let correction = Correction(kind: "untag", value: tag) else { throw ValidationError("a tag is one word") }
    return correction
  }
}

/// `edit bookmark`.
struct EditBookmarkCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "bookmark", abstract: "Says that it is worth coming back to: --filter is:bookmarked.",
    discussion: "Example: linimasa edit bookmark 9f86d081")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Flag(help: "Take the bookmark away.") var off = false
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .bookmark(!off) }
}

/// `edit read`.
struct EditReadCommand: EventEdit {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Says that it has been read: --filter is:unread leaves it out.",
    discussion: "Example: linimasa edit read 9f86d081")
  @Argument(help: "The event's reference, or its beginning.") var event: String
  @Flag(help: "Say that it has not.") var off = false
  @OptionGroup var options: EditOptions

  func correction(of mention: EventMention, in file: LibraryFile) -> Correction { .read(!off) }
}
