import Foundation
import Library
import Reader
import Temporal
import Text
import Timeline

/// Makes the corrections that the reader asks for, in the library that it shows.
struct EditDesk: Sendable {
  private let library: LibraryFile?
  private let dates: LateDateReader
  private let words: Phrasebook

  /// Corrections that the history shows.
  private static let historyLength = 500

  /// Why a correction was not made.
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// - Parameter timeline: what is shown; corrections are kept where it is a library.
  init(_ timeline: any TimelineSource, dates: LateDateReader, words: Phrasebook) {
    library = timeline as? LibraryFile
    self.dates = dates
    self.words = words
  }

  /// The last corrections, the newest first.
  func history() throws -> [CorrectionLine] { try library?.history(limit: Self.historyLength) ?? [] }

  /// Does what is asked.
  func run(_ request: EditRequest) throws -> CorrectionLine? {
    guard let library else { throw Failure(description: words["edit.noLibrary"]) }
    let record: CorrectionRecord?
    switch request {
    case .undo(let id): record = try library.undo(id)
    case .redo(let id): record = try library.redo(id)
    default:
      let (correction, target) = try meaning(of: request, library)
      record = try library.correct(target, correction, author: Author.name, made: Author.now)
    }
    return try record.map(library.line)
  }

  /// The correction that is asked for, its words read.
  private func meaning(of request: EditRequest, _ library: LibraryFile) throws -> (Correction, CorrectionTarget) {
    switch request {
    case .make(let correction, let target): return (correction, target)
    case .date(let words, let event):
      let day = try library.mention(of: event).article.publication.day
      return (.date(try date(words, from: day)), .event(event))
    case .addActor(let name, let role, let event): return (.addActor(try actor(name, role, library)), .event(event))
    case .join(let event, let entry):
      guard let mention = try library.detail(of: entry)?.mentions.first else {
        throw CorrectionError.unknownEvent(event)
      }
      return (.join(EventReference(mention.event, in: mention.article)), .event(event))
    case .write(let type, let summary, let date, let source):
      let isAddress = source.hasPrefix("http://") || source.hasPrefix("https://")
      let event = WrittenEvent(
        type: type, date: try self.date(date, from: CivilDay(iso: String(Author.now.prefix(10)))), summary: summary,
        url: isAddress ? source : nil,
        evidence: isAddress ? "" : source)
      guard let kept = WrittenEvent(text: event.text) else { throw Failure(description: summary) }
      return (.write(kept), .event(kept.reference))
    case .undo, .redo: throw Failure(description: words["edit.nothingToUndo"])
    }
  }

  private func date(_ text: String, from day: CivilDay?) throws -> EventDate {
    if let date = EventDate(byHand: text) { return date }
    if let date = dates.date(text, from: day) { return date }
    throw Failure(description: words.text("notice.noDate", ["words": text]))
  }

  private func actor(_ name: String, _ role: Role, _ library: LibraryFile) throws -> NamedActor {
    let known = try library.actors(named: name).first
    return NamedActor(
      id: known?.id ?? ActorID(rawValue: "oth.").sibling(called: name), role: role, name: known?.name ?? name)
  }
}
