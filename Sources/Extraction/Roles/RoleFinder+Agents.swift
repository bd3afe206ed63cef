import Text
import Timeline

/// Agents that no preposition names, and subjects without a name.
extension RoleFinder {
  /// `was brokered by Qatar and signed by Hamas`: a participle joined to a passive one, with its own agent behind it.
  func continuesPassive(_ predicate: Predicate, _ index: Int) -> Bool {
    guard isOwnerBefore, index > 0, predicate.form == .active else { return false }
    let previous = sentence.predicates[index - 1]
    return previous.form == .passive && isJoined(predicate, to: previous)
      && groups(after: predicate, index).contains { $0.preposition == .by }
  }

  /// `dibunuh tentara Israel`, `tewas dalam serangan Israel`: the agent right behind an Indonesian passive needs no
  /// `oleh`; `tewas` alone has none.
  func isBareAgent(_ group: MentionGroup, of predicate: Predicate) -> Bool {
    guard !isOwnerBefore, (0...2).contains(group.start - predicate.tokens.upperBound),
      (predicate.tokens.upperBound..<group.start).allSatisfy({ scan.hit(at: $0)?.objects ?? 0 != 0 })
    else { return false }
    let span = scan.tokens[predicate.tokens.lowerBound].span
    return predicate.tokens.count > 1 || scan.text.bytes[span.start..<span.end].starts(with: "di".utf8)
  }

  /// `in an Israeli strike`: who stands before the noun has made the strike.
  func ownsNoun(_ group: MentionGroup) -> Bool {
    sentence.predicates.contains { $0.isNoun && (0...2).contains($0.tokens.lowerBound - group.end) }
  }

  /// `setelah ranjau melukai`, `after a mine wounded`: where the clause of the verb begins, if a thing without a name is
  /// its subject.
  func unnamedSubject(before begin: Int, after floor: Int) -> Int? {
    guard begin - 1 > floor, scan.hit(at: begin - 1)?.objects ?? 0 != 0 else { return nil }
    return (max(floor, begin - 4)..<begin - 1).last { index in
      scan.hit(at: index).map { $0.has(.after) || $0.has(.clause) } ?? false
    }
  }

  /// `menyebut tiga prajurit tewas`: people, or planes, without a name stand right before the verb.
  func hasUnnamedSubject(_ predicate: Predicate) -> Bool {
    var before = predicate.tokens.lowerBound - 1
    while before > sentence.tokens.lowerBound, let word = scan.hit(at: before), word.has(.be) || word.has(.perfect) {
      before = word.start - 1
    }
    guard before > sentence.tokens.lowerBound else { return false }
    if predicate.form == .passive { return scan.hit(at: before)?.objects ?? 0 != 0 }
    return !isOwnerBefore && isAttack(predicate) && Clitic.stemKey(of: scan.tokens[before], in: scan.text) == nil
      && (before - 1...before).contains { scan.hit(at: $0)?.objects ?? 0 != 0 }
  }

  /// `an attack by the militia killed`, `serangan oleh Israel menewaskan`: whoever made the attack has killed.
  func agentOfNoun(_ found: [MentionGroup], _ predicate: Predicate) -> [Int]? {
    guard predicate.form == .active, isAttack(predicate), let agent = found.last, agent.preposition == .by else {
      return nil
    }
    return agent.actors
  }

  /// `serangan terhadap wisatawan yang menewaskan 26 orang`: what an attack did, whoever made the attack did.
  func makerOfAttack(_ predicate: Predicate, _ found: [MentionGroup]) -> [Int]? {
    guard let noun = predicate.describedAttack else { return nil }
    let behind = found.filter { $0.start > noun }
    if let maker = behind.first(where: { $0.preposition == .by || $0.preposition == nil && $0.start - noun <= 2 }) {
      return maker.actors
    }
    guard isOwnerBefore, let owner = found.last(where: { $0.end <= noun }), noun - owner.end <= 2 else { return [] }
    return owner.actors
  }

  func isAttack(_ predicate: Predicate) -> Bool {
    tables.triggers[predicate.row].type == EventType(rawValue: "attack")
  }
}
