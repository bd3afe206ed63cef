import Timeline

/// Who the words that name nobody mean at this point of the article.
struct DiscourseContext: Sendable {
  /// `ujarnya`: the last speaker, else the last doer.
  var speaker: [Int] = []
  /// `he`, `ia`: of the last speaker or doer the persons.
  var person: [Int] = []
  /// `it`, `they`: of the last speaker or doer those that are no persons.
  var body: [Int] = []
  /// `we` inside a quotation: who is quoted in this sentence.
  var quoted: [Int] = []
  /// `the group`: the last armed group.
  var group: [Int] = []
  /// `the ministry`, `the alliance`: the last organization or agency.
  var organization: [Int] = []
  /// `both sides`: the two sides of the last event that had two.
  var pair: [Int] = []
  /// `both leaders`: the two persons of the last event that had two.
  var personPair: [Int] = []
  /// `the mediators`: whom an actor without a name was said to be.
  var bound: [Int: [Int]] = [:]
  /// `the army`, `the junta`: the state whose army or rulers were named last.
  var owner: Int?
  /// How often the article names each state, or a place in it.
  var states: [Int: Int] = [:]
  /// How often each state, group and force was named so far.
  var weights: [Int: Int] = [:]

  /// The two that are named most; none where a third is named as often.
  var leadingPair: [Int] {
    let ranked = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard ranked.count > 1, ranked[1].value > 1, ranked.count == 2 || ranked[2].value < ranked[1].value else {
      return []
    }
    return ranked.prefix(2).map(\.key)
  }

  /// Remembers who spoke, or where nobody did, who acted.
  mutating func remember(_ actors: [Int], _ cast: Cast) {
    speaker = actors
    let persons = actors.filter { cast.members[$0].kind == .person }
    let others = actors.filter { cast.members[$0].kind != .person }
    if !persons.isEmpty { person = persons }
    if !others.isEmpty { body = others }
  }

  /// Remembers whom the names of a sentence bring to mind.
  mutating func remember(_ mentions: ArraySlice<Mention>) {
    for mention in mentions {
      guard let actor = mention.actor, let kind = mention.kind, !mention.isDescription else { continue }
      switch kind {
      case .armedGroup, .force: group = [actor]
      case .igo, .ngo, .agency, .coalition: organization = [actor]
      default: break
      }
      if kind == .state || kind == .armedGroup || kind == .force { weights[actor, default: 0] += 1 }
    }
  }
}
