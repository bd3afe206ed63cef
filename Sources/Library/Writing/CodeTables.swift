import GRDB
import Timeline

/// The small numbers under which types, outlets, actors and places are stored, looked up once a transaction.
struct CodeTables {
  private let database: Database
  private var types: [EventType: Int64] = [:]
  private var outlets: [String: Int64] = [:]
  private var actorIDs: [ActorID: Int64] = [:]
  private var aliases: Set<Alias> = []
  private var places: [PlaceMention: Int64] = [:]

  private struct Alias: Hashable {
    var actor: Int64
    var text: String
  }

  init(_ database: Database) { self.database = database }

  /// The number of a type.
  mutating func type(_ type: EventType) throws -> Int64 {
    if let id = types[type] { return id }
    let id = try number(
      select: "SELECT id FROM eventType WHERE code = ?", [type.rawValue],
      insert: "INSERT INTO eventType (code) VALUES (?)", [type.rawValue])
    types[type] = id
    return id
  }

  /// The number of an outlet.
  mutating func outlet(_ name: String) throws -> Int64 {
    if let id = outlets[name] { return id }
    let id = try number(
      select: "SELECT id FROM outlet WHERE name = ?", [name], insert: "INSERT INTO outlet (name) VALUES (?)", [name])
    outlets[name] = id
    return id
  }

  /// The numbers of an article's actors, with their names and aliases made known.
  mutating func actors(_ actors: [Actor]) throws -> [ActorID: Int64] {
    var numbers: [ActorID: Int64] = [:]
    for actor in actors {
      let id = try number(of: actor)
      numbers[actor.id] = id
      for mention in actor.mentions where aliases.insert(Alias(actor: id, text: mention.text)).inserted {
        try addName(mention.text, to: id)
        if mention.text == actor.name { continue }
        let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO actorAlias VALUES (?, ?, ?)")
        try statement.execute(arguments: [id, mention.text, mention.reason])
      }
    }
    return numbers
  }

  /// The number of an actor of which an event knows only the id. The first article that names it gives it its name.
  mutating func actor(unnamed id: ActorID) throws -> Int64 {
    try number(
      select: "SELECT id FROM actor WHERE code = ?", [id.rawValue],
      insert: "INSERT INTO actor (code, kind, name) VALUES (?, ?, ?)",
      [id.rawValue, ActorKind.other.packedCode, id.rawValue])
  }

  /// The number of a place.
  mutating func place(_ mention: PlaceMention) throws -> Int64 {
    let place = PlaceMention(id: mention.id, name: mention.name)
    if let id = places[place] { return id }
    let id = try number(
      select: "SELECT id FROM place WHERE code = ? AND name = ?", [place.id ?? "", place.name],
      insert: "INSERT INTO place (code, name) VALUES (?, ?)", [place.id ?? "", place.name])
    for name in Set([place.id, place.name].compactMap { $0 }.map(SearchText.name)) {
      try database.execute(sql: "INSERT OR IGNORE INTO placeName VALUES (?, ?)", arguments: [name, id])
    }
    places[place] = id
    return id
  }

  /// The number of an actor, with its name made known.
  mutating func number(of actor: Actor) throws -> Int64 {
    if let id = actorIDs[actor.id] { return id }
    let id = try number(
      select: "SELECT id FROM actor WHERE code = ?", [actor.id.rawValue],
      insert: "INSERT INTO actor (code, kind, name) VALUES (?, ?, ?)",
      [actor.id.rawValue, actor.kind.packedCode, actor.name])
    let naming = try database.cachedStatement(
      sql: "UPDATE actor SET kind = ?, name = ? WHERE id = ? AND name = code")
    try naming.execute(arguments: [actor.kind.packedCode, actor.name, id])
    try addName(actor.id.rawValue, to: id)
    try addName(actor.name, to: id)
    actorIDs[actor.id] = id
    return id
  }

  private func addName(_ name: String, to actor: Int64) throws {
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO actorName VALUES (?, ?)")
    try statement.execute(arguments: [SearchText.name(name), actor])
  }

  private func number(
    select: String, _ key: StatementArguments, insert: String, _ values: StatementArguments
  ) throws -> Int64 {
    if let id = try Int64.fetchOne(database.cachedStatement(sql: select), arguments: key) { return id }
    try database.cachedStatement(sql: insert).execute(arguments: values)
    return database.lastInsertedRowID
  }
}
