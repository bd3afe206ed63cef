import GRDB
import Temporal
import Timeline

/// Reads entries inside one transaction, each name once.
final class EntryReader {
  /// The columns from which an entry is read.
  static let columns = "e.day, e.rank, e.id, e.type, e.status, e.place, e.row"

  let database: Database
  private var actors: [Int64: (code: ActorID, name: String)] = [:]
  private var names: [String: [Int64: String]] = [:]

  init(_ database: Database) { self.database = database }

  /// An entry from a row of those columns.
  func entry(_ row: Row) throws -> TimelineEntry { try read(row).entry }

  /// The entry of an id; nil where it is gone.
  func entry(id: Int64) throws -> TimelineEntry? {
    let statement = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM entry e WHERE e.id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(entry)
  }

  /// The entry of an id as it was written; nil where it is gone.
  func draft(id: Int64) throws -> EntryDraft? {
    let statement = try database.cachedStatement(sql: "SELECT \(Self.columns), e.actors FROM entry e WHERE e.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let (entry, stored) = try read(row)
    let place: Int64? = row[5]
    let mention = try place.map { place in
      let code = try name("code", of: place, in: "place")
      return PlaceMention(id: code.isEmpty ? nil : code, name: try name("name", of: place, in: "place"))
    }
    let profile = JoinProfile(
      type: entry.type, subtype: stored.subtype, status: entry.status, date: entry.date,
      participants: entry.actors.map { Participant($0.id, $0.role) }, place: mention, figures: stored.figures,
      summary: entry.summary)
    var cast = Unpacker((row[7] as Stored).bytes)
    return EntryDraft(
      entry: entry, profile: profile, type: row[3], place: place, parts: stored.actors, cast: try cast.rest(),
      outlets: stored.outlets)
  }

  private func read(_ row: Row) throws -> (entry: TimelineEntry, stored: StoredEntry) {
    let day: Int32 = row[0]
    let rank: Int16 = row[1]
    let place: Int64? = row[5]
    var unpacker = Unpacker((row[6] as Stored).bytes)
    let stored: StoredEntry = try unpacker.value()
    guard let status = EventStatus(packedCode: row[4]) else { throw PackingError() }
    let entry = TimelineEntry(
      key: TimelineKey(day: CivilDay(number: day), rank: rank, id: row[2]),
      type: EventType(rawValue: try name("code", of: row[3], in: "eventType")), status: status, date: stored.date,
      summary: stored.summary, actors: try stored.actors.map(actor),
      place: try place.map { try name("name", of: $0, in: "place") },
      outlets: try stored.outlets.map { try name("name", of: $0, in: "outlet") }, sourceCount: stored.sourceCount,
      sourcesDisagree: stored.sourcesDisagree, isDenied: stored.isDenied, isCorrected: stored.isCorrected,
      remarks: stored.remarks)
    return (entry, stored)
  }

  private func actor(_ participant: StoredParticipant) throws -> NamedActor {
    let id = participant.actor
    if let known = actors[id] { return NamedActor(id: known.code, role: participant.role, name: known.name) }
    let statement = try database.cachedStatement(sql: "SELECT code, name FROM actor WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw PackingError() }
    let found = (code: ActorID(rawValue: row[0]), name: row[1] as String)
    actors[id] = found
    return NamedActor(id: found.code, role: participant.role, name: found.name)
  }

  private func name(_ column: String, of id: Int64, in table: String) throws -> String {
    if let known = names[table + column]?[id] { return known }
    let statement = try database.cachedStatement(sql: "SELECT \(column) FROM \(table) WHERE id = ?")
    guard let name = try String.fetchOne(statement, arguments: [id]) else { throw PackingError() }
    names[table + column, default: [:]][id] = name
    return name
  }
}
