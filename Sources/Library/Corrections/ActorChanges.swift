import GRDB
import Timeline

/// Who a person says is who, as it stands: what of the corrections of actors was not taken back, in order.
struct ActorChanges {
  /// The changes, to be made one after the other.
  let all: [ActorChange]
  /// The numbers of the actors that they name.
  private let numbers: [ActorID: Int64]

  init(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT target, kind, value FROM correction INDEXED BY correctionTarget
        WHERE target > 'actor/' AND target < 'actor0' AND NOT undone ORDER BY id
        """)
    var all: [ActorChange] = []
    var numbers: [ActorID: Int64] = [:]
    func actor(_ id: ActorID) throws -> Actor? {
      let statement = try database.cachedStatement(sql: "SELECT id, kind, name FROM actor WHERE code = ?")
      guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
      numbers[id] = row[0]
      return Actor(id: id, kind: ActorKind(packedCode: row[1]) ?? .other, name: row[2])
    }
    for row in try Row.fetchAll(statement) {
      guard case .actor(let id)? = CorrectionTarget(row[0] as String), let old = try actor(id) else { continue }
      switch Correction(kind: row[1], value: row[2]) {
      case .merge(let other)?: if let heir = try actor(other) { all.append(.merge(id, into: heir)) }
      case .splitName(let words)?:
        let change = ActorChange.split(words, from: id, kind: old.kind)
        // Its number is given when the first entry is written with it.
        _ = try actor(change.successor.id)
        all.append(change)
      default: break
      }
    }
    self.all = all
    self.numbers = numbers
  }

  /// Who a name stands for.
  ///
  /// - Parameters:
  ///   - name: the folded name.
  ///   - actors: the numbers of the actors that are called so in the articles.
  func holders(of name: String, among actors: [Int64]) -> [Int64] {
    var holders = Set(actors)
    for change in all {
      guard let old = numbers[change.actor], let new = numbers[change.successor.id], holders.contains(old) else {
        continue
      }
      if let words = change.words, SearchText.name(words) != name { continue }
      holders.remove(old)
      holders.insert(new)
    }
    return holders.sorted()
  }

  /// The other names of every actor, those that came to it by hand with that as their reason.
  func aliases(_ read: [Int64: [ActorAlias]], names: [Int64: String]) -> [Int64: [ActorAlias]] {
    var aliases = read
    for change in all {
      guard let old = numbers[change.actor], let new = numbers[change.successor.id] else { continue }
      if let words = change.words {
        aliases[old]?.removeAll { SearchText.name($0.text) == SearchText.name(words) }
        continue
      }
      let name = names[old].map { [ActorAlias(text: $0, reason: ActorChange.reason)] } ?? []
      let moved = (aliases.removeValue(forKey: old) ?? []).map {
        ActorAlias(text: $0.text, reason: $0.reason ?? ActorChange.reason)
      }
      aliases[new, default: []] += name + moved
    }
    return aliases
  }

  /// Every actor that a chain of changes joins with one, those that were taken back too.
  static func relatives(of actor: ActorID, _ database: Database) throws -> Set<ActorID> {
    let rows = try Row.fetchAll(
      database, sql: "SELECT target, kind, value FROM correction WHERE target > 'actor/' AND target < 'actor0'")
    let pairs = rows.compactMap { row -> (ActorID, ActorID)? in
      guard case .actor(let id)? = CorrectionTarget(row[0] as String) else { return nil }
      switch Correction(kind: row[1], value: row[2]) {
      case .merge(let other)?: return (id, other)
      case .splitName(let words)?: return (id, id.sibling(called: words))
      default: return nil
      }
    }
    var known: Set<ActorID> = [actor]
    var count = 0
    while known.count > count {
      count = known.count
      for (one, other) in pairs where known.contains(one) || known.contains(other) { known.formUnion([one, other]) }
    }
    return known
  }
}
