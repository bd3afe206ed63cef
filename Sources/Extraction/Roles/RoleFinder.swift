import Text
import Timeline

/// Says who plays what part in a predicate, by the order of words, voice and prepositions.
struct RoleFinder {
  let scan: Scan
  let tables: ExtractionTables
  let sentence: SentenceReading
  /// Who `he`, `the group` and `we` are before the sentence begins.
  let context: DiscourseContext
  let timexOfToken: [Bool]
  /// Whether the owner stands before the noun, as in English.
  let isOwnerBefore: Bool
  let cast: Cast

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
    let isPassive = predicate.form == .passive || continuesPassive(predicate, index)
    if isPassive, !movesItself(row), !isLaunched(predicate, row) {
      sufferers = subject
    } else {
      doers = subject
    }
    var sawDirect = false
    let found = groups(after: predicate, index)
    if isPassive, found.contains(where: { $0.preposition == .by }), isLaunched(predicate, row) { doers = [] }
    for group in found {
      switch (group.preposition, isPassive ? .passive : predicate.form) {
      case (.by, .passive): doers += group.actors
      case (nil, .passive) where isBareAgent(group, of: predicate): doers += group.actors
      case (.by, _): if row.frame.doer == .speaker { sufferers += group.actors }
      case (nil, _) where !sawDirect && (!isPassive || isLaunched(predicate, row)):
        sawDirect = true
        if row.frame.sufferer == .subject { break }
        if tellsSomebody(predicate), row.type == EventType(rawValue: "statement") {
          parts.receivers += group.actors
        } else if isObject(group, of: predicate), !movesItself(row) || !isOrgan(group) {
          sufferers += group.actors
        }
      case (.to, _), (.with, _):
        if row.frame.doer == .speaker {
          if isAddressed(row), group.preposition == .to { parts.receivers += group.actors }
        } else if row.frame.sufferer == .recipient {
          parts.receivers += group.actors
        } else {
          sufferers += group.actors
        }
      case (.against, _), (.between, _): sufferers += group.actors
      case (.in, _)
      where row.frame.sufferer == .target && row.frame.doer == .subject && sufferers.isEmpty && !ownsNoun(group)
        && !found.contains(where: { $0.preposition == .by && $0.start < group.start }):
        sufferers += group.actors
      case (.from, _) where isLoss(row) && sufferers.isEmpty: sufferers += group.actors
      default: break
      }
    }
    parts.doers += doers
    place(sufferers, row, &parts)
  }

  /// Whether nothing but words of one phrase stands between the verb and the group: no other verb.
  private func isObject(_ group: MentionGroup, of predicate: Predicate) -> Bool {
    let between = predicate.tokens.upperBound..<max(group.start, predicate.tokens.upperBound)
    return between.count <= 8 && !between.contains { isVerb($0) }
  }

  /// `told Erdogan that …`: the object of the verb is whom one speaks to.
  func tellsSomebody(_ predicate: Predicate) -> Bool {
    Self.tellWords.contains(scan.tokens[predicate.tokens.lowerBound].key)
  }

  private static let tellWords = Set(["told", "tells", "telling", "tell"].map { Tokenizer.key(of: $0) })

  private func isOrgan(_ group: MentionGroup) -> Bool {
    sentence.mentions.indices.contains(group.mentions.lowerBound)
      && sentence.mentions[group.mentions.lowerBound].isOrgan
  }

  /// Whether a word that tells nothing looks like a verb: `-ing` in English, `me-` and `ber-` in Indonesian.
  private func isVerb(_ index: Int) -> Bool {
    if isOwnerBefore { return isIng(index) && scan.hit(at: index)?.objects ?? 0 == 0 }
    let span = scan.tokens[index].span
    guard scan.hit(at: index) == nil, scan.tokens[index].casing == .lower, span.length > 6 else { return false }
    let head = scan.text.bytes[span.start..<span.start + 3]
    return ["mem", "men", "ber"].contains { head.elementsEqual($0.utf8) }
  }

  /// A statement is made to somebody; an accusation or a demand is made against them.
  private func isAddressed(_ row: TriggerRow) -> Bool {
    row.type == EventType(rawValue: "statement") || row.type == EventType(rawValue: "reject") && row.subtype == "deny"
  }

  /// Where troops are sent, the owner of the troops acts, whichever voice the verb has.
  private func movesItself(_ row: TriggerRow) -> Bool {
    row.type == EventType(rawValue: "deploy") || row.type == EventType(rawValue: "retreat") && row.subtype == "withdraw"
  }

  /// `missiles were fired at …`: what is launched belongs to who acts, whichever voice the verb has.
  private func isLaunched(_ predicate: Predicate, _ row: TriggerRow) -> Bool {
    guard predicate.form == .passive, row.type == EventType(rawValue: "attack") else { return false }
    let last = scan.tokens[predicate.tokens.upperBound - 1]
    return row.subtype == "drone" || predicate.tokens.count > 1 && Self.atWords.contains(last.key)
  }

  private static let atWords = Set(["at", "on", "upon"].map { Tokenizer.key(of: $0) })

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
    if let pronoun = pronoun(before: begin, index) {
      if let governor = predicate.governor, !sentence.predicates[governor].isFinal { return parts(of: governor).doers }
      return pronoun
    }
    if isParticiple(predicate), let main = sentence.predicates[..<index].lastIndex(where: { !$0.isNoun }) {
      return subject(of: sentence.predicates[main], main)
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
    if let own = unnamedSubject(before: begin, after: floor) { floor = own }
    var found = groups(before: begin, after: floor)
    if let before = beforeApposition(found, begin) { found = [before] }
    if goesOn(begin, found), let first = found.first(where: { $0.preposition == nil }) { found = [first] }
    if found.isEmpty, let accused = accused(index) { return accused }
    if let maker = makerOfAttack(predicate, found) { return maker }
    if let direct = found.last(where: { $0.preposition == nil && !isExample($0) })
      ?? found.last(where: { $0.preposition == nil })
    {
      if let owner = possessor(direct, index) { return owner }
      let through = found.last { $0.preposition == .through && $0.start >= direct.end }
      return spokesperson(direct, begin) + (through?.actors ?? [])
    }
    if let source = found.last(where: { $0.preposition == .from || $0.preposition == .through }) {
      return source.actors
    }
    if let agent = agentOfNoun(found, predicate) { return agent }
    if predicate.isPrior, isIng(predicate.tokens.lowerBound), index + 1 < sentence.predicates.count {
      return subject(of: sentence.predicates[index + 1], index + 1)
    }
    if floor > sentence.tokens.lowerBound, let governor = predicate.governor, !predicate.isFinal,
      !hasUnnamedSubject(predicate)
    {
      return whose(parts(of: governor).doers, floor..<max(floor, begin))
    }
    return []
  }

  /// `thanked Trump and said`, `…, tetapi membantah`: a verb right behind a joining word has the subject of the sentence,
  /// whichever verb stands before it.
  private func goesOn(_ begin: Int, _ found: [MentionGroup]) -> Bool {
    guard let last = found.last else { return false }
    var index = begin - 1
    while index >= max(last.end, begin - 3) {
      if let hit = scan.hit(at: index), hit.has(.and) || hit.has(.clause) { return true }
      guard scan.tokens[index].kind == .word, scan.tokens[index].casing == .lower else { return false }
      index -= 1
    }
    return false
  }

  /// `accused the group of executing people`: whoever is accused has done it.
  private func accused(_ index: Int) -> [Int]? {
    guard let governor = sentence.predicates[index].governor, !sentence.predicates[governor].isFinal,
      tables.triggers[sentence.predicates[governor].row].type == EventType(rawValue: "accuse")
    else { return nil }
    let sufferers = parts(of: governor).sufferers
    return sufferers.isEmpty ? nil : sufferers
  }

  /// `said its fighters had left`: those without a name belong to whom the word before them means.
  private func possessor(_ group: MentionGroup, _ index: Int) -> [Int]? {
    guard sentence.mentions.indices.contains(group.mentions.lowerBound),
      sentence.mentions[group.mentions.lowerBound].isDescription, let hit = scan.hit(at: group.start - 1),
      hit.has(.it) || hit.has(.he)
    else { return nil }
    if let governor = sentence.predicates[index].governor, !sentence.predicates[governor].isFinal {
      return whose(parts(of: governor).doers, group.start - 1..<group.start)
    }
    return pronoun(from: group.start - 1)
  }

  /// `said its troops had seized`: what is `its` belongs to the body that the speakers speak for, not to them.
  private func whose(_ speakers: [Int], _ clause: Range<Int>) -> [Int] {
    guard speakers.allSatisfy({ cast.members[$0].kind == .person }),
      let its = clause.first(where: { scan.hit(at: $0)?.has(.it) == true })
    else { return speakers }
    return pronoun(from: its) ?? speakers
  }

  /// `Abdi, the commander of the SDF, signed`: between two commas before the verb stands what describes the subject.
  private func beforeApposition(_ found: [MentionGroup], _ begin: Int) -> MentionGroup? {
    guard isOwnerBefore, scan.isMark(begin - 1, ",") else { return nil }
    return found.last { group in
      group.preposition == nil && group.end + 1 < begin - 1 && scan.isMark(group.end, ",")
        && scan.hit(at: group.end + 1).map { $0.has(.determiner) || $0.is(.title) } == true
    }
  }

  /// Whether the group stands in a list of examples: `termasuk pejabat intelijen`.
  private func isExample(_ group: MentionGroup) -> Bool {
    (max(group.start - 6, sentence.tokens.lowerBound)..<group.start).contains {
      scan.hit(at: $0)?.has(.including) == true
    }
  }

  /// A spokesperson speaks for the body that the title names as well.
  private func spokesperson(_ group: MentionGroup, _ begin: Int) -> [Int] {
    guard let last = group.mentions.last, sentence.mentions[last].isSpokesperson else { return group.actors }
    let body = sentence.mentions[..<last].last { !$0.isDescription && $0.actor != nil }
    return group.actors + [body?.actor].compactMap { $0 }.filter { !group.actors.contains($0) }
  }

  /// `, saying …`, `, killing …`, `, menewaskan …` go on with the subject of the verb before.
  private func isParticiple(_ predicate: Predicate) -> Bool {
    guard predicate.form == .active, scan.isMark(predicate.tokens.lowerBound - 1, ",") else { return false }
    if !isOwnerBefore { return isAttack(predicate) }
    return isIng(predicate.tokens.upperBound - 1) || isIng(predicate.tokens.lowerBound)
  }

  private func isIng(_ index: Int) -> Bool {
    let span = scan.tokens[index].span
    return isOwnerBefore && span.length > 5 && scan.text.bytes[span.end - 3..<span.end].elementsEqual("ing".utf8)
  }

  func isJoined(_ predicate: Predicate, to previous: Predicate) -> Bool {
    guard let hit = scan.hit(at: predicate.tokens.lowerBound - 1) ?? scan.hit(at: predicate.tokens.lowerBound - 2)
    else { return false }
    if previous.isNoun || previous.isFinal { return false }
    if hit.has(.and) { return true }
    return hit.has(.perfect) && scan.hit(at: hit.start - 1)?.has(.and) == true
  }

  private func isAfterAnd(_ group: MentionGroup) -> Bool {
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

  // MARK: Groups and pronouns

  func groups(after predicate: Predicate, _ index: Int?) -> [MentionGroup] {
    let next = sentence.predicates.first {
      $0.tokens.lowerBound >= predicate.tokens.upperBound && !($0.isNoun && $0.force == .unasserted)
    }
    var end = next?.tokens.lowerBound ?? sentence.tokens.upperBound
    if let next, next.isFinal, let comma = breakBefore(end), comma >= predicate.tokens.upperBound { end = comma }
    var found = groups(in: predicate.tokens.upperBound..<end, stopAtClause: true)
    if let next, !next.isNoun, let last = found.last, last.preposition == nil, found.count > 1,
      last.end + 3 >= next.tokens.lowerBound
    {
      found.removeLast()
    }
    return found.isEmpty ? meantAfter(predicate, end) : found
  }

  private func groups(before end: Int, after start: Int) -> [MentionGroup] {
    groups(in: start..<max(start, end), stopAtClause: false)
  }

  private func groups(in range: Range<Int>, stopAtClause: Bool) -> [MentionGroup] {
    GroupFinder(scan: scan, sentence: sentence, bound: context.bound, timexOfToken: timexOfToken).groups(
      in: range, stopAtClause: stopAtClause)
  }
}
