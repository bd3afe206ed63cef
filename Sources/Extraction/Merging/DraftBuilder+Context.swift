import Text
import Timeline

/// What one sentence brings to mind for the words of the next that name nobody.
extension DraftBuilder {
  mutating func updateContext(_ sentence: SentenceReading, _ known: [Int: Int]) {
    let indexes = known.sorted { $0.key < $1.key }.map(\.value)
    if let said = indexes.last(where: { drafts[$0].isSpeech && drafts[$0].governor == nil }) {
      context.remember(drafts[said].doers, cast)
    } else if let did = indexes.first(where: { !drafts[$0].doers.isEmpty }) {
      context.remember(drafts[did].doers, cast)
    }
    let persons = Set(sentence.mentions.filter { $0.kind == .person && !$0.isModifier }.compactMap(\.actor))
    if persons.count == 2 { context.personPair = persons.sorted() }
    for index in indexes { rememberPair(drafts[index]) }
    if sentence.mentions.contains(where: \.isDescription) {
      context.bound.merge(
        GroupFinder(scan: scan, sentence: sentence, bound: [:], timexOfToken: timexOfToken).bindings()
      ) { $1 }
    }
    context.remember(sentence.mentions)
  }

  /// `the army`, `the junta`: those of the state whose army or rulers were named last, else of the state that is named
  /// more than any other.
  mutating func bindOrgans(_ sentence: SentenceReading) {
    for mention in sentence.mentions {
      guard let actor = mention.actor, mention.kind == .state, isOwner(mention) else { continue }
      context.owner = actor
    }
    guard sentence.mentions.contains(where: \.isOrgan), let owner = context.owner ?? leadingState(sentence) else {
      return
    }
    for mention in sentence.mentions where mention.isOrgan {
      if let actor = mention.actor { context.bound[actor] = [home(before: mention, sentence) ?? owner] }
    }
  }

  /// `Hun Sen meminta tentaranya menahan diri`: the state whose person is named before words that end in `-nya`.
  private func home(before organ: Mention, _ sentence: SentenceReading) -> Int? {
    guard language == .indonesian, Clitic.stemKey(of: scan.tokens[organ.tokens.upperBound - 1], in: scan.text) != nil
    else { return nil }
    let person = sentence.mentions.last { $0.kind == .person && $0.tokens.upperBound <= organ.tokens.lowerBound }
    let state = person?.actor.flatMap { cast.members[$0].parent }.flatMap { cast.index(of: $0) }
    return state.flatMap { cast.members[$0].kind == .state ? $0 : nil }
  }

  /// `militer Sudan`, `Nigerian soldiers`, `Myanmar's junta`, `the junta in Niger`.
  private func isOwner(_ mention: Mention) -> Bool {
    let after = mention.tokens.upperBound
    let isPossessive = scan.isMark(after, "'") || scan.isMark(after, "’")
    let isLocated = scan.hit(at: mention.tokens.lowerBound - 1)?.has(.in) == true
    let near = [mention.tokens.lowerBound - (isLocated ? 2 : 1), isPossessive ? after + 2 : after]
    return near.contains { index in
      guard let hit = scan.hit(at: index) else { return false }
      return hit.objects & tables.armyClass != 0 || hit.row(.description).map { tables.organs[$0] } == true
    }
  }

  /// The state that the article names more than any other, its places with it; where it names none, the one that its
  /// persons belong to.
  private func leadingState(_ sentence: SentenceReading) -> Int? {
    let weights = context.states.isEmpty ? homes(sentence) : context.states
    let ranked = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, ranked.count == 1 || ranked[1].value < first.value else { return nil }
    return first.key
  }

  /// Counts what a whole article names.
  mutating func weigh(_ mentions: [Mention]) {
    for mention in mentions {
      let country = mention.place.flatMap { tables.places.records[$0].country }.flatMap { cast.index(of: $0) }
      guard let state = mention.kind == .state ? mention.actor : country else { continue }
      context.states[state, default: 0] += 1
    }
  }

  /// The states that the persons of the article so far belong to, where it has named none.
  private func homes(_ sentence: SentenceReading) -> [Int: Int] {
    let persons = context.person + sentence.mentions.filter { $0.kind == .person }.compactMap(\.actor)
    let states = persons.compactMap { cast.members[$0].parent.flatMap { cast.index(of: $0) } }
    return Dictionary(states.filter { cast.members[$0].kind == .state }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// Types of events that have two sides.
  private static let twoSided: Set<String> = [
    "attack", "territory", "consult", "agree", "accuse", "threaten", "sanction", "retreat",
  ]

  /// The two sides of an event, both persons, or neither.
  private mutating func rememberPair(_ draft: Draft) {
    guard Self.twoSided.contains(draft.type.rawValue) else { return }
    let others = draft.sufferers + draft.receivers
    let all = draft.doers + others.filter { !draft.doers.contains($0) }
    guard all.count > 1, draft.doers.count > 1 || !others.isEmpty,
      all.allSatisfy({ cast.members[$0].kind != .population && cast.members[$0].kind != .media })
    else { return }
    let persons = all.filter { cast.members[$0].kind == .person }
    if persons.count == all.count {
      context.personPair = all
    } else if persons.isEmpty {
      let states = all.filter { cast.members[$0].kind == .state }
      if states.count == all.count || states.isEmpty { context.pair = all }
    }
  }
}
