import GRDB
import Timeline

/// Turns events into drafts of entries, names into numbers.
struct DraftMaker {
  private var codes: CodeTables

  init(_ database: Database) { codes = CodeTables(database) }

  /// The numbers of an article's actors, with their names made known.
  mutating func numbers(of actors: [Actor]) throws -> [ActorID: Int64] { try codes.actors(actors) }

  /// An event as one article tells it.
  mutating func draft(
    of event: Event, in annotated: AnnotatedArticle, actors: [ActorID: Int64]
  ) throws -> EntryDraft {
    let entry = TimelineEntry(event, in: annotated.article, actors: annotated.actors, id: 0)
    return EntryDraft(
      entry: entry, profile: JoinProfile(event), type: try codes.type(event.type),
      place: try event.place.map { try codes.place($0) },
      parts: try entry.actors.map {
        StoredParticipant(actor: try actors[$0.id] ?? codes.actor(unnamed: $0.id), role: $0.role)
      },
      cast: event.actorIDs.compactMap { actors[$0] }, outlets: try entry.outlets.map { try codes.outlet($0) })
  }

  /// The draft as a person corrects it.
  mutating func apply(_ correction: Correction, to draft: inout EntryDraft) throws {
    draft.entry.isCorrected = true
    switch correction {
    case .date(let date):
      draft.entry.date = date.withoutSteps
      draft.entry.key = TimelineKey(date: date, id: draft.entry.key.id)
      draft.profile.date = date
    case .type(let type):
      draft.entry.type = type
      draft.profile.type = type
      draft.type = try codes.type(type)
    case .status(let status):
      draft.entry.status = status
      draft.profile.status = status
    case .hide, .split, .join, .note, .tag, .bookmark: break
    }
  }
}
