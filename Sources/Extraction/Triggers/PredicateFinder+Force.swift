import Text
import Timeline

/// How each trigger is told: asserted, planned or not at all, and as background or not.
extension PredicateFinder {
  func judge(_ predicate: inout Predicate, _ index: Int, among all: [Predicate]) {
    var position = predicate.tokens.lowerBound - 1
    var steps = 0
    var isBehindAnd = false
    let floor = index > 0 ? max(sentence.lowerBound, all[index - 1].tokens.upperBound) : sentence.lowerBound
    while position >= floor {
      if scan.isMark(position, ",") || Quotation.isMark(scan.tokens[position]) { break }
      if let hit = scan.hit(at: position) {
        // `could not be accepted and attacked`: what is denied before `and` is another verb, not this one.
        if !(isBehindAnd && (hit.has(.negation) || hit.has(.ability))) { apply(hit, &predicate, steps) }
        if hit.has(.and) { isBehindAnd = true }
        position = hit.start - 1
      } else {
        position -= 1
      }
      steps += 1
    }
    if let governor = predicate.governor, scope(all[governor]) == .irrealis, !predicate.isPrior, !predicate.isFinal,
      !all[governor].isFinal, !(predicate.isNoun && type(all[governor]) == EventType(rawValue: "agree"))
    {
      predicate.force = .unasserted
    }
    if !predicate.isBackground { predicate.isBackground = isBackground(predicate) }
    if predicate.isNoun, scan.hit(at: predicate.tokens.lowerBound - 1)?.has(.every) == true {
      predicate.force = .unasserted
    }
    if predicate.isNoun, predicate.force == .asserted, !isSpecific(predicate, all) { predicate.force = .unasserted }
  }

  private func apply(_ hit: Hit, _ predicate: inout Predicate, _ steps: Int) {
    if hit.has(.ignore) { return }
    for (cue, days) in [(Cue.after, nil), (.sameDay, 0), (.dayAfter, 1), (.weekAfter, 7)] where hit.has(cue) {
      predicate.isPrior = true
      predicate.daysPrior = days
    }
    if hit.has(.background) { predicate.isBackground = true }
    if hit.has(.negation), steps <= 4 { predicate.force = .unasserted }
    if hit.has(.condition) { predicate.force = .unasserted }
    guard predicate.force == .asserted else { return }
    if hit.has(.ability), steps <= 3, !isReporting(predicate.row) {
      predicate.force = .planned
    } else if hit.has(.future), steps <= 4 {
      predicate.force = .planned
    } else if hit.has(.infinitive), steps == 0, !predicate.isNoun {
      predicate.force = .unasserted
    } else if hit.has(.purpose), steps <= 5, !predicate.isNoun {
      predicate.force = .unasserted
    } else if hit.has(.obligation), steps <= 2 {
      predicate.force = .unasserted
    }
  }

  /// Whether `which` or `yang` stands between the predicate before, or the comma, and this one.
  func isRelative(_ predicate: Predicate, _ floor: Int) -> Bool {
    var position = predicate.tokens.lowerBound - 1
    while position >= floor {
      if scan.tokens[position].kind == .mark { return false }
      if let hit = scan.hit(at: position) {
        if hit.has(.who), !hit.has(.that) || position > floor && isVerbal(position + 1..<predicate.tokens.lowerBound) {
          return true
        }
        position = hit.start - 1
      } else {
        position -= 1
      }
    }
    return false
  }

  /// Whether nothing but `was`, `had` and the like stands there: `a town that was retaken`.
  private func isVerbal(_ range: Range<Int>) -> Bool {
    range.allSatisfy { scan.hit(at: $0).map { $0.has(.be) || $0.has(.perfect) } ?? false }
  }

  /// `after an attack on tourists that killed 26`: the attack that a relative clause describes is as early as its noun.
  func describeAttack(_ predicate: inout Predicate, behind previous: Predicate?) {
    let attack = EventType(rawValue: "attack")
    guard type(predicate) == attack, predicate.form == .active, predicate.tokens.lowerBound > sentence.lowerBound,
      let word = scan.hit(at: predicate.tokens.lowerBound - 1), word.has(.who) || word.has(.that)
    else { return }
    let floor = previous?.tokens.upperBound ?? sentence.lowerBound
    let named = (floor..<predicate.tokens.lowerBound).last {
      (scan.hit(at: $0)?.objects ?? 0) & tables.attackClass != 0
    }
    let told = previous.flatMap { $0.isNoun && type($0) == attack ? $0.tokens.lowerBound : nil }
    guard let noun = named ?? told else { return }
    predicate.describedAttack = noun
    if (max(noun - 3, sentence.lowerBound)..<noun).contains(where: { scan.hit(at: $0)?.has(.after) == true }) {
      predicate.isPrior = true
    }
  }

  private func isBackground(_ predicate: Predicate) -> Bool {
    let head = sentence.lowerBound..<min(sentence.lowerBound + 3, sentence.upperBound)
    return predicate.governor == nil && head.contains { scan.hit(at: $0)?.has(.background) == true }
  }

  /// Whether a noun tells of one thing that took place, and not of its kind: somebody's own, at a time, between two,
  /// or the subject of a verb that says that it took place.
  private func isSpecific(_ predicate: Predicate, _ all: [Predicate]) -> Bool {
    let next = predicate.tokens.upperBound
    if let hit = scan.hit(at: next), hit.has(.anaphor), next < sentence.upperBound { return false }
    if isCalledOff(predicate, all) || isOnlyProposed(predicate, all) { return false }
    if isDated(predicate) { return true }
    var position = next
    while position < min(next + 8, sentence.upperBound) {
      guard let hit = scan.hit(at: position) else {
        if scan.isMark(position, ",") { break }
        position += 1
        continue
      }
      if hit.has(.between) { return true }
      if hit.has(.happen), hit.start > next - 1 { return true }
      if hit.is(.trigger) || hit.has(.who) { break }
      position = hit.end
    }
    if predicate.isPrior { return hasActor(beside: predicate) }
    if let before = scan.hit(at: predicate.tokens.lowerBound - 1), predicate.tokens.lowerBound > sentence.lowerBound {
      if before.has(.one) { return hasActor(beside: predicate) }
      if before.is(.demonym) || before.is(.actor) {
        return scan.hit(at: before.start - 1)?.has(.one) == true
      }
    }
    return false
  }

  /// `talks … were called off`, `gencatan senjata gagal`: the verb behind the noun says that it did not take place.
  private func isCalledOff(_ predicate: Predicate, _ all: [Predicate]) -> Bool {
    let next = all.first { $0.tokens.lowerBound >= predicate.tokens.upperBound && !$0.isNoun }?.tokens.lowerBound
    let end = min(predicate.tokens.upperBound + 14, next ?? sentence.upperBound, sentence.upperBound)
    return (predicate.tokens.upperBound..<max(end, predicate.tokens.upperBound)).contains {
      scan.hit(at: $0)?.has(.callOff) == true
    }
  }

  /// `a ceasefire proposed by Washington`: what is only wanted has not taken place.
  private func isOnlyProposed(_ predicate: Predicate, _ all: [Predicate]) -> Bool {
    all.contains { $0.tokens.lowerBound == predicate.tokens.upperBound && $0.isRelative && scope($0) == .irrealis }
  }

  /// Whether a date or a length of time stands beside the noun: `meeting on Monday`, `two days of talks`.
  private func isDated(_ predicate: Predicate) -> Bool {
    var end = predicate.tokens.upperBound
    while end < min(predicate.tokens.upperBound + 5, sentence.upperBound), scan.hit(at: end)?.is(.trigger) != true {
      end += 1
    }
    let behind = predicate.tokens.upperBound..<end
    let before = max(predicate.tokens.lowerBound - 2, sentence.lowerBound)..<predicate.tokens.lowerBound
    return behind.contains { timexOfToken[$0] } || before.contains { timexOfToken[$0] }
  }

  private func hasActor(beside predicate: Predicate) -> Bool {
    let near =
      max(
        predicate.tokens.lowerBound - 3, sentence.lowerBound)..<min(
        predicate.tokens.upperBound + 4, sentence.upperBound)
    return mentions.contains { near.overlaps($0.tokens) }
  }
}
