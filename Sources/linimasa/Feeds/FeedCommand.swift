import ArgumentParser
import Extraction
import Foundation
import Library
import Text

/// `linimasa feed`: subscriptions.
struct FeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Keeps subscriptions to feeds, and reads what is new in them.",
    discussion: "Example: linimasa feed add https://example.org/feed.xml --tag War",
    subcommands: [
      FeedAddCommand.self, FeedListCommand.self, FeedRemoveCommand.self, FeedUpdateCommand.self, FeedImportCommand.self,
      FeedExportCommand.self,
    ])
}

/// Which library holds the subscriptions.
struct LibraryOption: ParsableArguments {
  @Option(help: "The library's file (or LINIMASA_LIBRARY).")
  var library: String?

  /// The library, made where it is missing.
  func open() throws -> LibraryFile {
    var options = SourceOptions()
    options.library = library
    return try LibraryFile(path: options.libraryPath)
  }
}

/// `linimasa feed add`.
struct FeedAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Subscribes to feeds.",
    discussion: "Example: linimasa feed add https://example.org/feed.xml --tag War")

  @Argument(help: "Addresses of feeds: http or https.")
  var addresses: [String]
  @Option(help: "What the feed is called; none: as it calls itself.")
  var title: String?
  @Option(help: "A folder that it is filed under; may be given more than once.")
  var tag: [String] = []
  @OptionGroup var library: LibraryOption

  func validate() throws {
    if title != nil, addresses.count > 1 {
      throw ValidationError("one title cannot name several feeds: add them singly")
    }
  }

  func run() throws {
    let file = try library.open()
    var hasFailures = false
    for address in addresses {
      guard let url = FeedAddress.subscribable(address) else {
        Diagnostics.note("\(address): only http and https addresses are feeds")
        hasFailures = true
        continue
      }
      let isNew = try file.subscribe(Subscription(url: url, title: title, tags: tag))
      try StandardOutput.line(isNew ? "added \(url); linimasa feed update reads it" : "\(url) is there already")
    }
    if hasFailures { throw ExitCode(1) }
  }
}

/// `linimasa feed remove`.
struct FeedRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Ends subscriptions; articles that were read stay.",
    discussion: "Example: linimasa feed remove https://example.org/feed.xml")

  @Argument(help: "Addresses of feeds.")
  var addresses: [String]
  @OptionGroup var library: LibraryOption

  func run() throws {
    let file = try library.open()
    var hasFailures = false
    for address in addresses {
      let url = FeedAddress.subscribable(address) ?? address
      if try file.unsubscribe(url: url) {
        try StandardOutput.line("removed \(url)")
      } else {
        Diagnostics.note("\(address): there is no such subscription; linimasa feed list shows them")
        hasFailures = true
      }
    }
    if hasFailures { throw ExitCode(1) }
  }
}

/// `linimasa feed import`.
struct FeedImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Subscribes to the feeds of OPML files; folders become tags.",
    discussion: "Example: linimasa feed import subscriptions.opml")

  @Argument(help: "OPML files, or - for standard input.")
  var files: [String]
  @OptionGroup var library: LibraryOption
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let reader = try OPMLReader(resources: resources.folder())
    let library = try library.open()
    var hasFailures = false
    for file in files {
      let bytes: [UInt8]
      do throws(LineReader.Failure) {
        bytes = try LineReader.bytes(of: file, atMost: OPMLReader.longest + 1)
      } catch {
        Diagnostics.note(error.description)
        hasFailures = true
        continue
      }
      guard let list = reader.list(bytes) else {
        Diagnostics.note("\(file): this is no OPML, or longer than \(OPMLReader.longest >> 20) MB")
        hasFailures = true
        continue
      }
      for refusal in list.refused { Diagnostics.note("\(file): \(refusal.address) is refused: \(refusal.reason)") }
      if list.isCutOff { Diagnostics.note("\(file): the list ends in the middle; what is there was read") }
      if !list.refused.isEmpty || list.isCutOff { hasFailures = true }
      var added = 0
      for entry in list.entries
      where try library.subscribe(Subscription(url: entry.url, title: entry.title, tags: entry.tags)) { added += 1 }
      let known = list.entries.count - added
      try StandardOutput.line(
        "imported \(added) feeds from \(file); \(known) were there already, \(list.refused.count) refused")
    }
    if hasFailures { throw ExitCode(1) }
  }
}

/// `linimasa feed export`.
struct FeedExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the subscriptions as OPML.",
    discussion: "Example: linimasa feed export -o subscriptions.opml")

  @Option(name: [.short, .long], help: "The file to write; none: standard output.")
  var output: String?
  @OptionGroup var library: LibraryOption

  func run() throws {
    let list = FeedList(
      entries: try library.open().subscriptions().map { .init(url: $0.url, title: $0.title, tags: $0.tags) })
    let document = OPMLWriter.document(list, title: "linimasa")
    guard let output else { return try StandardOutput.write(Array(document.utf8)) }
    try OutputFile.write(to: output) { write in try write(document) }
  }
}
