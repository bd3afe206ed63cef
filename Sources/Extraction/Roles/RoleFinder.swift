import Text
import Timeline

/// Says who plays what part in a predicate, by the order of words, voice and prepositions.
struct RoleFinder {
  let scan: Scan
  let tables: ExtractionTables
  let sentence: SentenceReading
  /// Who `he`, `the group` and `we` are before the sentence begins.
  let context: DiscourseContext
  /// Whether the owner stands before the noun, as in English.
  let isOwnerBefore: Bool

  /// Mentions that share one part, with the preposition before them.
  struct Group {
    var actors: [Int]
    var mentions: Range<Int>
    var preposition: Cue?
    var start: Int
    var end: Int
  }

  /// The parts in one predicate.
  struct Parts {
    var doers: [Int] = []
    var sufferers: [Int] = []
    var receivers: [Int] = []
  }

  func parts(of index: Int) -> Parts {
    let predicate = sentence.predicates[index]
    let row = tables.triggers[predicate.row]
    var parts = Parts()
    if predicate.isNoun {
      readNoun(predicate, row, &parts)
    } else if predicate.form == .postposed || predicate.hasClitic {
      readPostposed(predicate, &parts)
    } else {
      readVerb(predicate, index, row, &parts)
    }
    parts.sufferers.removeAll { parts.doers.contains($0) && row.frame.sufferer != .subject }
    parts.receivers.removeAll { parts.doers.contains($0) }
    return parts
  }

  // MARK: Verbs

  private func readVerb(_ predicate: Predicate, _ index: Int, _ row: TriggerRow, _ parts: inout Parts) {
    let subject = subject(of: predicate, index)
    var doers: [Int] = []
    var sufferers: [Int] = []
    if predicate.form == .passive, !movesItself(row) { sufferers = subject } else { doers = subject }
    var sawDirect = false
    for group in groups(after: predicate, index) {
      switch (group.preposition, predicate.form) {
      case (.by, _): doers += group.actors
      case (nil, _) where !sawDirect && predicate.form != .passive:
        sawDirect = true
        if group.start - predicate.tokens.upperBound <= 8 { sufferers += group.actors }
      case (.to, _), (.with, _):
        if row.frame.sufferer == .recipient || row.frame.doer == .speaker {
          parts.receivers += group.actors
        } else {
          sufferers += group.actors
        }
      case (.against, _), (.between, _): sufferers += group.actors
      case (.in, _) where row.frame.sufferer == .target && row.frame.doer == .subject && sufferers.isEmpty:
        sufferers += group.actors
      case (.from, _) where isLoss(row) && sufferers.isEmpty: sufferers += group.actors
      default: break
      }
    }
    parts.doers += doers
    place(sufferers, row, &parts)
  }

  /// Where troops are sent, the owner of the troops acts, whichever voice the verb has.
  private func movesItself(_ row: TriggerRow) -> Bool {
    row.type == EventType(rawValue: "deploy") || row.type == EventType(rawValue: "retreat") && row.subtype == "withdraw"
  }

  private func isLoss(_ row: TriggerRow) -> Bool {
    row.type == EventType(rawValue: "territory") || row.type == EventType(rawValue: "retreat")
  }

  private func place(_ sufferers: [Int], _ row: TriggerRow, _ parts: inout Parts) {
    if row.frame.sufferer == .recipient {
      parts.receivers += sufferers.filter { !movesItself(row) || !parts.doers.isEmpty && !parts.doers.contains($0) }
      if movesItself(row), parts.doers.isEmpty { parts.doers += sufferers }
    } else {
      parts.sufferers += sufferers
    }
  }

  /// The nearest actor before the verb that no preposition governs, with all that is joined to it; else the subject of
  /// the verb that it is joined to; else whom a pronoun means.
  private func subject(of predicate: Predicate, _ index: Int) -> [Int] {
    let begin = predicate.tokens.lowerBound
    if let pronoun = pronoun(before: begin) {
      if let governor = predicate.governor, !sentence.predicates[governor].isFinal { return parts(of: governor).doers }
      return pronoun
    }
    if index > 0, isJoined(predicate, to: sentence.predicates[index - 1]),
      groups(before: begin, after: sentence.predicates[index - 1].tokens.upperBound).allSatisfy({
        $0.preposition != nil || !isAfterAnd($0)
      })
    {
      return subject(of: sentence.predicates[index - 1], index - 1)
    }
    var floor = sentence.tokens.lowerBound
    if let governor = predicate.governor, !sentence.predicates[governor].isFinal {
      floor = sentence.predicates[governor].tokens.upperBound
    }
    if predicate.isFinal, let comma = breakBefore(begin) { floor = comma }
    let found = groups(before: begin, after: floor)
    if let direct = found.last(where: { $0.preposition == nil && !isExample($0) })
      ?? found.last(where: { $0.preposition == nil })
    {
      let through = found.last { $0.preposition == .through && $0.start >= direct.end }
      return spokesperson(direct, begin) + (through?.actors ?? [])
    }
    if let source = found.last(where: { $0.preposition == .from || $0.preposition == .through }) {
      return source.actors
    }
    if floor > sentence.tokens.lowerBound, let governor = predicate.governor, !predicate.isFinal {
      return parts(of: governor).doers
    }
    return []
  }

  /// Whether the group stands in a list of examples: `termasuk pejabat intelijen`.
  private func isExample(_ group: Group) -> Bool {
    (max(group.start - 6, sentence.tokens.lowerBound)..<group.start).contains {
      scan.hit(at: $0)?.has(.including) == true
    }
  }

  /// A spokesperson speaks for the body that the title names as well.
  private func spokesperson(_ group: Group, _ begin: Int) -> [Int] {
    guard let last = group.mentions.last, sentence.mentions[last].isSpokesperson else { return group.actors }
    let body = sentence.mentions[..<last].last { !$0.isDescription && $0.actor != nil }
    return group.actors + [body?.actor].compactMap { $0 }.filter { !group.actors.contains($0) }
  }

  private func isJoined(_ predicate: Predicate, to previous: Predicate) -> Bool {
    guard let hit = scan.hit(at: predicate.tokens.lowerBound - 1) ?? scan.hit(at: predicate.tokens.lowerBound - 2)
    else { return false }
    if previous.isNoun || previous.isFinal { return false }
    if hit.has(.and) { return true }
    return hit.has(.perfect) && scan.hit(at: hit.start - 1)?.has(.and) == true
  }

  private func isAfterAnd(_ group: Group) -> Bool {
    scan.hit(at: group.start - 1)?.has(.and) == true || scan.hit(at: group.start - 2)?.has(.and) == true
  }

  private func breakBefore(_ begin: Int) -> Int? {
    (sentence.tokens.lowerBound..<begin).last { scan.isMark($0, ",") || Quotation.isMark(scan.tokens[$0]) }
  }

  // MARK: Reporting verbs behind the report

  private func readPostposed(_ predicate: Predicate, _ parts: inout Parts) {
    if predicate.hasClitic {
      parts.doers = context.speaker
    } else {
      let end = min(predicate.tokens.upperBound + 14, sentence.tokens.upperBound)
      let found = groups(in: predicate.tokens.upperBound..<end, stopAtClause: false)
      if let pronoun = pronoun(from: predicate.tokens.upperBound) {
        parts.doers = pronoun
      } else if let first = found.first(where: { $0.preposition == nil }) {
        parts.doers = spokesperson(first, predicate.tokens.upperBound)
      }
    }
    for group in groups(in: predicate.tokens.upperBound..<sentence.tokens.upperBound, stopAtClause: true)
    where group.preposition == .to { parts.receivers += group.actors }
  }

  // MARK: Nouns

  private func readNoun(_ predicate: Predicate, _ row: TriggerRow, _ parts: inout Parts) {
    let begin = predicate.tokens.lowerBound
    let before = sentence.mentions.last { $0.tokens.upperBound <= begin && begin - $0.tokens.upperBound <= 2 }
    if let owner = before, let actor = owner.actor, !owner.isModifier, isOwner(owner.tokens.upperBound..<begin) {
      parts.doers.append(actor)
    }
    var sufferers: [Int] = []
    for group in groups(after: predicate, nil) {
      switch group.preposition {
      case nil: if parts.doers.isEmpty, group.start - predicate.tokens.upperBound <= 2 { parts.doers += group.actors }
      case .between: parts.doers += group.actors
      case .by: parts.doers += group.actors
      case .with:
        if row.frame.sufferer == .recipient { parts.receivers += group.actors } else { sufferers += group.actors }
      case .to, .against, .in: sufferers += group.actors
      default: break
      }
    }
    place(sufferers, row, &parts)
  }

  /// English: an adjective, or a possessive, before the noun.
  private func isOwner(_ between: Range<Int>) -> Bool {
    guard isOwnerBefore else { return false }
    return between.allSatisfy { index in
      scan.isMark(index, "'") || scan.isMark(index, "’") || scan.tokens[index].span.length == 1
        || scan.hit(at: index)?.has(.determiner) == true
    }
  }

  // MARK: Groups of mentions

  private func groups(after predicate: Predicate, _ index: Int?) -> [Group] {
    let next = sentence.predicates.first {
      $0.tokens.lowerBound >= predicate.tokens.upperBound && !($0.isNoun && $0.force == .unasserted)
    }
    let end = next?.tokens.lowerBound ?? sentence.tokens.upperBound
    var found = groups(in: predicate.tokens.upperBound..<end, stopAtClause: true)
    if let next, !next.isNoun, let last = found.last, last.preposition == nil, found.count > 1,
      last.end + 3 >= next.tokens.lowerBound
    {
      found.removeLast()
    }
    return found
  }

  private func groups(before end: Int, after start: Int) -> [Group] {
    groups(in: start..<max(start, end), stopAtClause: false)
  }

  /// The mentions of a stretch, those joined by `and` together, each group with the preposition that governs it.
  private func groups(in range: Range<Int>, stopAtClause: Bool) -> [Group] {
    var result: [Group] = []
    for index in sentence.mentions.indices {
      let mention = sentence.mentions[index]
      guard mention.tokens.lowerBound >= range.lowerBound, mention.tokens.upperBound <= range.upperBound,
        !mention.isModifier, let actor = mention.actor
      else { continue }
      if stopAtClause, hasClauseStart(range.lowerBound..<mention.phraseStart) { break }
      if let last = result.last, isJoint(last.end..<mention.phraseStart) {
        result[result.count - 1].actors.append(actor)
        result[result.count - 1].mentions = last.mentions.lowerBound..<index + 1
        result[result.count - 1].end = mention.tokens.upperBound
      } else {
        let preposition = preposition(
          before: mention.phraseStart, floor: max(range.lowerBound - 1, sentence.tokens.lowerBound))
        result.append(
          Group(
            actors: [actor], mentions: index..<index + 1, preposition: preposition, start: mention.phraseStart,
            end: mention.tokens.upperBound))
      }
    }
    return result
  }

  /// Whether only `and`, a hyphen, commas or an article stand between two mentions.
  private func isJoint(_ range: Range<Int>) -> Bool {
    guard range.count <= 4 else { return false }
    var isJoined = false
    for index in range {
      if scan.isMark(index, "-") {
        isJoined = true
      } else if scan.isMark(index, ",") || scan.isMark(index, "(") || scan.isMark(index, ")") {
        continue
      } else if let hit = scan.hit(at: index) {
        if hit.has(.and) { isJoined = true } else if !hit.has(.determiner) && !hit.is(.object) { return false }
      } else {
        return false
      }
    }
    return isJoined || range.allSatisfy { scan.isMark($0, "(") || scan.isMark($0, ")") } && !range.isEmpty
  }

  /// The preposition before a noun phrase: over the words of the phrase back to a verb, a comma or another actor.
  private func preposition(before start: Int, floor: Int) -> Cue? {
    var index = start - 1
    var steps = 0
    while index >= floor, steps < 5 {
      if scan.tokens[index].kind == .mark, !scan.isMark(index, "-"), !scan.isMark(index, "(") { return nil }
      if let hit = scan.hit(at: index) {
        if hit.is(.trigger), hit.end <= start, hit.cues == 0 { return nil }
        if hit.is(.actor) || hit.is(.demonym) || hit.has(.and) && steps == 0 { return nil }
        for cue in [Cue.between, .by, .to, .against, .with, .from, .in, .about, .through] where hit.has(cue) {
          return cue
        }
        if hit.has(.clause) || hit.has(.who) || hit.has(.that) { return nil }
        index = hit.start - 1
      } else {
        index -= 1
      }
      steps += 1
    }
    return nil
  }

  private func hasClauseStart(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    return range.contains { index in
      if Quotation.isMark(scan.tokens[index]) { return index > range.lowerBound }
      guard let hit = scan.hit(at: index), hit.start == index else { return false }
      if hit.has(.clause) || hit.has(.condition) || hit.has(.after) { return !Self.isRolePreposition(hit) }
      return hit.has(.that) && index > range.lowerBound
    }
  }

  private static func isRolePreposition(_ hit: Hit) -> Bool {
    hit.has(.with) || hit.has(.against) || hit.has(.to) || hit.has(.by)
  }

  // MARK: Pronouns

  private func pronoun(before begin: Int) -> [Int]? {
    var index = begin - 1
    var steps = 0
    while index >= sentence.tokens.lowerBound, steps < 3 {
      if scan.tokens[index].kind == .mark { return nil }
      if let actors = pronoun(at: index) { return actors }
      if let hit = scan.hit(at: index), hit.is(.actor) || hit.is(.trigger) || hit.is(.description) { return nil }
      if sentence.mentions.contains(where: { $0.tokens.contains(index) }) { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  private func pronoun(from index: Int) -> [Int]? {
    index < sentence.tokens.upperBound ? pronoun(at: index) : nil
  }

  private func pronoun(at index: Int) -> [Int]? {
    guard let hit = scan.hit(at: index) else { return nil }
    if hit.has(.group), !hit.has(.he) { return context.group }
    if hit.has(.body) { return context.body }
    if hit.has(.he) { return context.speaker.isEmpty ? nil : context.speaker }
    if hit.has(.we) { return context.quoted.isEmpty ? context.speaker : context.quoted }
    return nil
  }
}
