import GRDB
import Timeline

/// Turns events into drafts of entries, names into numbers.
struct DraftMaker {
  private var codes: CodeTables

  init(_ database: Database) { codes = CodeTables(database) }

  /// The numbers of an article's actors, with their names made known.
  mutating func numbers(of actors: [Actor]) throws -> [ActorID: Int64] { try codes.actors(actors) }

  /// The numbers of actors as a person sees them. Only what articles call them is made known as their names, so that a
  /// correction that is taken back leaves none behind.
  mutating func numbers(ofCorrected actors: [Actor]) throws -> [ActorID: Int64] {
    try Dictionary(actors.map { ($0.id, try codes.number(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

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
    draft.entry.remarks.take(correction)
    guard correction.changesTimeline else { return }
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
    case .addActor(let actor): try add(actor, to: &draft)
    case .removeActor(let id): try remove(id, from: &draft)
    case .role(let id, let role):
      guard let known = draft.entry.actors.first(where: { $0.id == id }) else { return }
      try remove(id, from: &draft)
      try add(NamedActor(id: id, role: role, name: known.name), to: &draft)
    default: break
    }
  }

  private mutating func add(_ actor: NamedActor, to draft: inout EntryDraft) throws {
    if draft.entry.actors.contains(where: { $0.id == actor.id && $0.role == actor.role }) { return }
    let number = try codes.number(of: Actor(id: actor.id, kind: ActorKind(prefixOf: actor.id), name: actor.name))
    // Speakers come first, as in what is read.
    let place = actor.role == .speaker ? 0 : draft.entry.actors.count
    draft.entry.actors.insert(actor, at: place)
    draft.parts.insert(StoredParticipant(actor: number, role: actor.role), at: place)
    if !draft.cast.contains(number) { draft.cast.append(number) }
  }

  private mutating func remove(_ id: ActorID, from draft: inout EntryDraft) throws {
    let number = try codes.actor(unnamed: id)
    draft.entry.actors.removeAll { $0.id == id }
    draft.parts.removeAll { $0.actor == number }
    draft.cast.removeAll { $0 == number }
  }
}
