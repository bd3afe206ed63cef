import Text
import Timeline

/// Whom words mean that name nobody.
extension RoleFinder {
  /// `mendesak kedua pihak`, `urged him to`, `accused the group`: whom a word right behind the verb means.
  func meantAfter(_ predicate: Predicate, _ end: Int) -> [MentionGroup] {
    let first = predicate.tokens.upperBound
    for index in first..<min(first + 3, max(end, first)) {
      guard let hit = scan.hit(at: index), scan.tokens[index].kind != .mark else { return [] }
      let isPair = hit.has(.both) || hit.has(.bothPersons)
      if hit.has(.he), tables.triggers[predicate.row].type == EventType(rawValue: "statement"),
        !tellsSomebody(predicate)
      {
        return []
      }
      let isObject = (hit.has(.he) || isThem(index)) && index == first || hit.has(.group) || hit.has(.body)
      guard isPair || isObject, let actors = isPair || !hit.has(.he) ? pronoun(at: index) : otherPerson(predicate)
      else {
        if hit.has(.determiner) { continue }
        return []
      }
      return [MentionGroup(actors: actors, mentions: 0..<0, preposition: nil, start: index, end: index + 1)]
    }
    return []
  }

  private func isThem(_ index: Int) -> Bool { scan.tokens[index].key == Self.them }
  private static let them = Tokenizer.key(of: "them")

  /// `him` right behind a verb: the last person named who is not the one that acts.
  private func otherPerson(_ predicate: Predicate) -> [Int]? {
    let named = sentence.mentions.filter { $0.kind == .person && $0.tokens.upperBound <= predicate.tokens.lowerBound }
    if Set(named.map(\.actor)).count > 1 { return named.last?.actor.map { [$0] } }
    if let actor = named.last?.actor, suffers(actor, before: predicate) { return [actor] }
    return known(context.person.filter { actor in !named.contains { $0.actor == actor } })
  }

  /// `imposed sanctions on Dagalo, accusing his forces`: whether something has been done to them earlier in the sentence.
  private func suffers(_ actor: Int, before predicate: Predicate) -> Bool {
    sentence.predicates.indices.suffix(Self.reach).contains { earlier in
      let other = sentence.predicates[earlier]
      guard other.tokens.upperBound <= predicate.tokens.lowerBound, !followsPronoun(other.tokens.lowerBound) else {
        return false
      }
      return parts(of: earlier).sufferers.contains(actor)
    }
  }

  /// `Russia withdrew, and its forces struck`: the subject of the last verb before in the sentence that has one of its
  /// own, where it can be meant.
  private func subjectBefore(_ predicate: Int, _ hit: Hit?) -> [Int]? {
    guard let hit, hit.has(.it) || hit.has(.he), sentence.predicates[predicate].governor == nil else { return nil }
    let last = sentence.predicates[..<predicate].suffix(Self.reach).lastIndex { earlier in
      !earlier.isNoun && !earlier.isRelative && earlier.governor == nil && !earlier.hasClitic
        && !followsPronoun(earlier.tokens.lowerBound)
    }
    let doers = last.map { parts(of: $0).doers.filter { (cast.members[$0].kind == .person) == hit.has(.he) } } ?? []
    return known(doers)
  }

  /// `The group fired missiles, its media office said`: whose office it is stands in what it reports.
  private func reporter(_ predicate: Int, its index: Int) -> [Int]? {
    guard sentence.predicates[predicate].isFinal, scan.tokens[index].key == Self.its,
      let told = sentence.predicates[..<predicate].firstIndex(where: {
        !$0.isNoun && !$0.isFinal && !$0.hasClitic && !followsPronoun($0.tokens.lowerBound)
      })
    else { return nil }
    return known(parts(of: told).doers)
  }

  private static let its = Tokenizer.key(of: "its")

  /// How many verbs are looked back at.
  private static var reach: Int { 4 }

  /// Whether the subject of a verb here is a word that names nobody: looking for whom it means would not end.
  private func followsPronoun(_ begin: Int) -> Bool {
    (max(begin - 3, sentence.tokens.lowerBound)..<begin).contains { index in
      scan.hit(at: index).map { $0.has(.it) || $0.has(.he) } ?? false
    }
  }

  func pronoun(before begin: Int, _ predicate: Int) -> [Int]? {
    var index = begin - 1
    var steps = 0
    while index >= sentence.tokens.lowerBound, steps < 3 {
      if scan.tokens[index].kind == .mark { return nil }
      if let actors = reporter(predicate, its: index) ?? subjectBefore(predicate, scan.hit(at: index))
        ?? pronoun(at: index)
      {
        return actors
      }
      if let hit = scan.hit(at: index), hit.is(.actor) || hit.is(.trigger) || hit.is(.description) { return nil }
      if sentence.mentions.contains(where: { $0.tokens.contains(index) }) { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  func pronoun(from index: Int) -> [Int]? {
    index < sentence.tokens.upperBound ? pronoun(at: index) : nil
  }

  private func pronoun(at index: Int) -> [Int]? {
    guard let hit = scan.hit(at: index) else { return nil }
    if hit.has(.group) { return named(before: index, [.armedGroup, .force]) ?? known(context.group) }
    if hit.has(.body) { return named(before: index, [.igo, .ngo, .agency, .coalition]) ?? known(context.organization) }
    if hit.has(.both) || hit.has(.bothPersons) { return pair(hit, before: index) }
    if hit.has(.he) { return known(context.person) ?? known(context.speaker) }
    if hit.has(.it) { return known(context.body) ?? known(context.speaker) }
    if hit.has(.we) { return context.quoted.isEmpty ? context.speaker : context.quoted }
    return nil
  }

  private func known(_ actors: [Int]) -> [Int]? { actors.isEmpty ? nil : actors }

  /// The two sides that a word means: those of the same sentence, of the last event that had two, or of the article.
  private func pair(_ hit: Hit, before index: Int) -> [Int]? {
    let parents = context.personPair.compactMap { cast.members[$0].parent.flatMap { cast.index(of: $0) } }
    let states = Set(parents).count > 1 ? parents : []
    if hit.has(.bothPersons) { return known(context.personPair) ?? known(context.pair) }
    var named: [Int] = []
    for mention in sentence.mentions where mention.tokens.upperBound <= index && mention.kind == .state {
      if let actor = mention.actor, !named.contains(actor) { named.append(actor) }
    }
    if named.count == 2 { return named }
    return known(context.pair) ?? known(states) ?? known(context.leadingPair) ?? known(context.personPair)
  }

  /// The last actor of these kinds that the sentence itself names before a word.
  private func named(before index: Int, _ kinds: Set<ActorKind>) -> [Int]? {
    let mention = sentence.mentions.last { mention in
      mention.tokens.upperBound <= index && !mention.isDescription
        && mention.actor.map { kinds.contains(cast.members[$0].kind) } ?? false
    }
    return mention?.actor.map { [$0] }
  }
}
