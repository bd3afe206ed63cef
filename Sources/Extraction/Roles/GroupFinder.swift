import Text
import Timeline

/// Mentions that share one part, with the preposition before them.
struct MentionGroup {
  var actors: [Int]
  /// Their numbers among the sentence's mentions.
  var mentions: Range<Int>
  var preposition: Cue?
  /// The first token, with the title before a name.
  var start: Int
  /// The token after the last.
  var end: Int
}

/// Gathers the mentions of a sentence that play one part together.
struct GroupFinder {
  let scan: Scan
  let sentence: SentenceReading
  /// Whom actors without a name were said to be in earlier sentences.
  let bound: [Int: [Int]]
  let timexOfToken: [Bool]

  /// Whom actors without a name are said to be here: `mediators from Egypt and Qatar`.
  func bindings() -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    let groups = joinLists(separate(in: sentence.tokens, stopAtClause: false))
    for (group, next) in zip(groups, groups.dropFirst()) where isSource(next, of: group) {
      for actor in group.actors { result[actor] = next.actors }
    }
    return result
  }

  /// The mentions of a stretch, those joined by `and` together, each group with the preposition that governs it.
  func groups(in range: Range<Int>, stopAtClause: Bool) -> [MentionGroup] {
    bindSources(joinLists(separate(in: range, stopAtClause: stopAtClause)))
  }

  private func separate(in range: Range<Int>, stopAtClause: Bool) -> [MentionGroup] {
    var result: [MentionGroup] = []
    for index in sentence.mentions.indices {
      let mention = sentence.mentions[index]
      guard mention.tokens.lowerBound >= range.lowerBound, mention.tokens.upperBound <= range.upperBound,
        !mention.isModifier, let actor = mention.actor
      else { continue }
      if stopAtClause, hasClauseStart(range.lowerBound..<mention.phraseStart) { break }
      if let last = result.last,
        isJoint(last.end..<mention.phraseStart) || mention.isOrgan && isOwned(mention, by: last)
      {
        if !last.actors.contains(actor) { result[result.count - 1].actors.append(actor) }
        result[result.count - 1].mentions = last.mentions.lowerBound..<index + 1
        result[result.count - 1].end = mention.tokens.upperBound
      } else {
        let preposition = preposition(
          before: mention.phraseStart, floor: max(range.lowerBound - 1, sentence.tokens.lowerBound))
        result.append(
          MentionGroup(
            actors: [actor], mentions: index..<index + 1, preposition: preposition, start: mention.phraseStart,
            end: mention.tokens.upperBound))
      }
    }
    return result
  }

  /// `Egypt, Qatar and the United States`: what a comma puts before a joined pair belongs to it.
  private func joinLists(_ groups: [MentionGroup]) -> [MentionGroup] {
    var result: [MentionGroup] = []
    for group in groups {
      if let last = result.last, Set(group.actors).count > 1, last.end + 1 == group.start, scan.isMark(last.end, ",") {
        result[result.count - 1].actors += group.actors
        result[result.count - 1].mentions = last.mentions.lowerBound..<group.mentions.upperBound
        result[result.count - 1].end = group.end
      } else {
        result.append(group)
      }
    }
    return result
  }

  /// `mediators from Egypt`: those without a name are the ones that they come from.
  private func bindSources(_ groups: [MentionGroup]) -> [MentionGroup] {
    var result: [MentionGroup] = []
    for group in groups {
      if let last = result.last, isSource(group, of: last) {
        result[result.count - 1] = group
        result[result.count - 1].preposition = last.preposition
      } else {
        result.append(group)
      }
    }
    for index in result.indices where sentence.mentions[result[index].mentions.lowerBound].isDescription {
      result[index].actors = result[index].actors.flatMap { bound[$0] ?? [$0] }
    }
    return result
  }

  private func isSource(_ group: MentionGroup, of last: MentionGroup) -> Bool {
    group.preposition == .from && sentence.mentions[last.mentions.lowerBound].isDescription
      && group.start - last.end <= 2
  }

  /// `Sudan's army`: one phrase.
  private func isOwned(_ mention: Mention, by last: MentionGroup) -> Bool {
    let between = last.end..<mention.phraseStart
    return between.count == 2 && scan.tokens[last.end].kind == .mark && scan.tokens[last.end + 1].span.length == 1
  }

  /// Whether only `and`, a hyphen, commas or an article stand between two mentions.
  private func isJoint(_ range: Range<Int>) -> Bool {
    guard range.count <= 7 else { return false }
    var isJoined = false
    for index in range {
      if scan.isMark(index, "-") {
        isJoined = true
      } else if scan.isMark(index, "'") || scan.isMark(index, "’") || scan.tokens[index].span.length == 1
        || isJoined && scan.tokens[index].kind == .number
      {
        continue
      } else if scan.isMark(index, ",") || scan.isMark(index, "(") || scan.isMark(index, ")") {
        continue
      } else if let hit = scan.hit(at: index) {
        if hit.has(.and) {
          isJoined = true
        } else if !hit.has(.determiner), !hit.is(.object), !hit.has(.it) || !isJoined,
          !isJoined || !hit.has(.group) || hit.end < range.upperBound
        {
          return false
        }
      } else if scan.tokens[index].casing != .capitalized {
        // `and the paramilitary RSF`: one word that describes the one that follows.
        // `the Syrian government and Turkey`: one that follows the one before.
        guard isJoined ? index + 1 == range.upperBound : index == range.lowerBound, scan.tokens[index].kind == .word
        else { return false }
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
      if timexOfToken[index] { return nil }
      if let hit = scan.hit(at: index) {
        if hit.is(.trigger), hit.end <= start, hit.cues == 0 { return nil }
        if hit.is(.actor) || hit.is(.demonym) || hit.is(.place) || hit.is(.metonym) { return nil }
        if hit.has(.and), steps == 0 { return nil }
        if hit.has(.ignore) { return nil }
        for cue in [Cue.between, .by, .to, .against, .with, .from, .in, .about, .through] where hit.has(cue) {
          return cue
        }
        if hit.has(.clause) || hit.has(.who) || hit.has(.that) || hit.has(.after) { return nil }
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
      if Quotation.isMark(scan.tokens[index]) { return index > range.lowerBound && !isShortQuotation(index) }
      guard let hit = scan.hit(at: index), hit.start == index else { return false }
      if hit.has(.clause) || hit.has(.condition) || hit.has(.after) { return !Self.isRolePreposition(hit) }
      return hit.has(.that)
        && (range.lowerBound..<index).contains { !timexOfToken[$0] && scan.hit(at: $0)?.has(.in) != true }
    }
  }

  /// Words that are only named as somebody's own do not end the clause around them.
  private func isShortQuotation(_ index: Int) -> Bool {
    guard let quotation = scan.quotation(at: index + 1) ?? scan.quotation(at: index - 1) else { return false }
    return quotation.count <= 5
  }

  private static func isRolePreposition(_ hit: Hit) -> Bool {
    hit.has(.with) || hit.has(.against) || hit.has(.to) || hit.has(.by)
  }
}
