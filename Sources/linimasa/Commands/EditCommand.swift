import ArgumentParser
import Foundation
import Library
import Text
import Timeline

/// `linimasa edit`: corrections by hand, kept apart from what was read.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Corrects events of the library, with a history and undo.",
    discussion: """
      What an event is called here, its reference, stands in the JSON export. Dates are written 2024-10-24, \
      "2024-10-24 14:20", 2024-10, 2024, 2024-10-27..2024-10-28, ..2024-10-28, 2024-10-28.. or none.

      Example: linimasa edit history
      """)

  /// What can be done.
  enum Action: String, ExpressibleByArgument, CaseIterable {
    case date, type, status, hide, split, join, note, tag, bookmark, undo, redo, history
  }

  @Argument(help: "One of \(Action.allCases.map(\.rawValue).joined(separator: ", ")).")
  var action: Action
  @Argument(help: "The event's reference.")
  var reference: String?
  @Argument(help: "The new date, type, status, note or tag; for join the other event's reference.")
  var value: String?
  @Option(help: "Who says so; none: the user's name.")
  var by: String?
  @Option(help: "The library's file (or LINIMASA_LIBRARY).")
  var library: String?

  func run() throws {
    var options = SourceOptions()
    options.library = library
    let file = try LibraryFile(path: options.libraryPath)
    switch action {
    case .history: for record in try file.corrections() { try show(record) }
    case .undo: try answer(file.undo(), otherwise: "there is nothing to undo")
    case .redo: try answer(file.redo(), otherwise: "there is nothing to redo")
    default: try show(file.correct(target(), correction(), author: author, made: Self.now))
    }
  }

  private func target() throws -> EventReference {
    guard let reference, let target = EventReference(reference) else {
      throw ValidationError("name the event by its reference, as \"linimasa export --format json\" gives it")
    }
    return target
  }

  private func correction() throws -> Correction {
    guard let correction = Correction(kind: action.rawValue, value: value ?? "") else {
      throw ValidationError("\"\(value ?? "")\" is no \(action.rawValue); see linimasa edit --help")
    }
    if value == nil, !correction.value.isEmpty || [.note, .tag, .type].contains(action) {
      throw ValidationError("say what the \(action.rawValue) is")
    }
    return correction
  }

  private var author: String { by ?? ProcessInfo.processInfo.environment["USER"] ?? "unknown" }

  private static var now: String { Date.now.formatted(.iso8601) }

  private func answer(_ record: CorrectionRecord?, otherwise: String) throws {
    guard let record else {
      Diagnostics.note(otherwise)
      return
    }
    try show(record)
  }

  private func show(_ record: CorrectionRecord) throws {
    let columns = [
      String(record.id), record.made, record.author, record.isUndone ? "undone" : "holds", record.correction.kind,
      record.target.description, record.correction.value,
    ]
    let line = columns.map { VisibleText.line($0) }.joined(separator: "\t")
    try StandardOutput.write(Array("\(line)\n".utf8))
  }
}
