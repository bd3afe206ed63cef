import Temporal

/// Finds the entries that may tell the same event as a report, by keys: type, day and an actor or, without actors, the
/// place. No report is compared with all others.
struct JoinIndex: Sendable {
  private struct Key: Hashable {
    var type: EventType
    var day: CivilDay
    var name: String
  }

  private var buckets: [Key: [Int]] = [:]

  /// Files an entry under its keys.
  mutating func insert(_ profile: JoinProfile, entry: Int) {
    guard let day = profile.joinDay else { return }
    for name in Self.names(profile) {
      let key = Key(type: profile.type, day: day, name: name)
      let bucket = buckets[key, default: []]
      if bucket.count < EventJoiner.candidateLimit, !bucket.contains(entry) { buckets[key, default: []].append(entry) }
    }
  }

  /// The entries that share a key with a report, lowest first.
  func candidates(_ profile: JoinProfile) -> [Int] {
    var found: Set<Int> = []
    for day in profile.joinDays {
      for name in Self.names(profile) {
        found.formUnion(buckets[Key(type: profile.type, day: day, name: name)] ?? [])
      }
    }
    return found.sorted()
  }

  private static func names(_ profile: JoinProfile) -> Set<String> {
    let actors = Set(profile.participants.map(\.actor.rawValue))
    return actors.isEmpty ? Set([profile.place].compactMap { $0 }) : actors
  }
}
