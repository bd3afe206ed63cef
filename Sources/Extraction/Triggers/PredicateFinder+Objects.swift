import Text
import Timeline

/// Whether a verb that tells by its object has the object that it wants.
extension PredicateFinder {
  /// How many words away a thing of one of these classes stands, on the side of the verb where its object stands; nil
  /// where there is none.
  func objectDistance(_ row: TriggerRow, _ hit: Hit, _ form: TriggerForm) -> Int? {
    let objects = row.objects
    switch form {
    case .passive: return objectBefore(objects, hit) ?? objectAfter(objects, hit)
    default: return objectAfter(objects, hit) ?? (movesItself(hit, row) ? objectBefore(objects, hit) : nil)
    }
  }

  /// `entered a sixth day`, `memasuki bulan ketiga`: what is entered is a time, not a place.
  func entersTime(_ hit: Hit) -> Bool {
    for index in hit.end..<min(hit.end + 3, sentence.upperBound) {
      if scan.tokens[index].casing == .capitalized { return false }
      if (scan.hit(at: index)?.objects ?? 0) & tables.periodClass != 0 { return true }
    }
    return false
  }

  private static let reach = 9

  private func objectAfter(_ objects: UInt64, _ hit: Hit) -> Int? {
    var index = hit.end
    while index < min(hit.end + Self.reach, sentence.upperBound) {
      if isNamed(index, objects & ~tables.troopsClass) { return index - hit.end }
      guard let other = scan.hit(at: index) else {
        index += 1
        continue
      }
      if other.objects & objects != 0 { return index - hit.end }
      let isJoined = scan.hit(at: index - 1)?.has(.and) == true
      let isAttribute = index == hit.end && scan.hit(at: other.end).map { $0.objects & objects != 0 } == true
      if other.is(.trigger), other.objects == 0, !isJoined, !isAttribute { return nil }
      if other.has(.who) || other.has(.that) { return nil }
      index = other.end
    }
    return nil
  }

  /// Whether a named person, place or force begins here, and the row wants one.
  private func isNamed(_ index: Int, _ objects: UInt64) -> Bool {
    if let hit = scan.hit(at: index), hit.is(.place) || hit.is(.metonym), objects & tables.placeClass != 0 {
      return true
    }
    guard let kind = mentions.first(where: { $0.tokens.contains(index) })?.kind else { return false }
    switch kind {
    case .person: return objects & tables.personClass != 0
    case .armedGroup, .force: return objects & tables.troopsClass != 0
    default: return false
    }
  }

  private func objectBefore(_ objects: UInt64, _ hit: Hit) -> Int? {
    var index = hit.start - 1
    while index >= max(hit.start - Self.reach, sentence.lowerBound) {
      if isNamed(index, objects) { return hit.start - 1 - index }
      guard let other = scan.hit(at: index) else {
        index -= 1
        continue
      }
      if other.objects & objects != 0 { return hit.start - 1 - index }
      if other.is(.trigger), other.objects == 0 { return nil }
      index = other.start - 1
    }
    return nil
  }

  /// Phrases of several words such as `memasuki wilayah` or `crossed into` move their own subject.
  private func movesItself(_ hit: Hit, _ row: TriggerRow) -> Bool {
    row.subtype == "advance" || row.type == EventType(rawValue: "retreat") || hit.end - hit.start > 1
      || scan.hit(at: hit.end)?.has(.to) == true
  }
}
