import ArgumentParser
import Library
import Text
import Timeline

/// `edit list`.
struct EditListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists events with the references by which they are corrected.",
    discussion: "Example: linimasa edit list --filter 'is:unread type:attack'")
  @OptionGroup var options: EditOptions
  @OptionGroup var filter: FilterOptions

  private static let page = 256

  func run() throws {
    let file = try options.file()
    let query = try filter.query(types: EventTypeTable(resources: options.resources.folder()).entries.map(\.type))
    var key: TimelineKey?
    while case let page = try file.entries(query, from: key, .forward, limit: Self.page), !page.isEmpty {
      for detail in try file.details(of: page) {
        for mention in detail.mentions { try show(mention, of: detail.entry) }
      }
      key = page.last?.key
    }
  }

  private func show(_ mention: EventMention, of entry: TimelineEntry) throws {
    let columns = [
      EventReference(mention.event, in: mention.article).description, DateLabel(entry.date).edtf ?? "undated",
      entry.type.rawValue, entry.status.rawValue, mention.article.outlet ?? mention.article.id, mention.event.summary,
    ]
    try StandardOutput.write(Array("\(columns.map { VisibleText.line($0) }.joined(separator: "\t"))\n".utf8))
  }
}

/// `edit undo`.
struct EditUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes the last correction back, or one by its number in the history.",
    discussion: "Example: linimasa edit undo")
  @Argument(help: "The correction's number; none: the last one that holds.") var number: Int64?
  @OptionGroup var options: EditOptions

  func run() throws {
    let file = try options.file()
    if let record = try file.undo(number) { return try EditOptions.show(file.line(of: record)) }
    Diagnostics.note(number.map { "no correction \($0) holds" } ?? "there is nothing to undo")
    if number != nil { throw ExitCode(1) }
  }
}

/// `edit redo`.
struct EditRedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Makes a correction again that was taken back.",
    discussion: "Example: linimasa edit redo")
  @Argument(help: "The correction's number; none: the one that was last taken back.") var number: Int64?
  @OptionGroup var options: EditOptions

  func run() throws {
    let file = try options.file()
    if let record = try file.redo(number) { return try EditOptions.show(file.line(of: record)) }
    Diagnostics.note(number.map { "no correction \($0) was taken back" } ?? "there is nothing to redo")
    if number != nil { throw ExitCode(1) }
  }
}

/// `edit history`.
struct EditHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists every correction: number, time, who, whether it holds, what.",
    discussion: "Example: linimasa edit history")
  @OptionGroup var options: EditOptions

  func run() throws { for line in try options.file().history().reversed() { try EditOptions.show(line) } }
}
