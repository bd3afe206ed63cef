import Temporal
import Text

/// Gives each date expression of a sentence to the trigger that it dates.
///
/// A date behind a comma at the end of the sentence, or at its beginning, belongs to the main verb; any other to the
/// nearest trigger of its own clause, one before it first. The date inside a report never moves out of it.
struct TimexAssigner {
  let scan: Scan
  let sentence: SentenceReading
  let timexes: [Timex3]
  let tables: ExtractionTables

  /// For each predicate the number of its expression among `candidates`.
  func assign(_ candidates: Range<Int>) -> [Int?] {
    var owner: [Int?] = Array(repeating: nil, count: sentence.predicates.count)
    if sentence.predicates.isEmpty { return owner }
    for index in candidates where timexes[index].type == .date || timexes[index].type == .time {
      guard let range = tokens(of: timexes[index].span), let predicate = predicate(for: range, timexes[index])
      else { continue }
      if isDateline(range) { continue }
      if let known = owner[predicate], timexes[known].type == .date, timexes[index].type == .time { continue }
      if let known = owner[predicate], isApposition(index, of: known) {
        owner[predicate] = index
        continue
      }
      if owner[predicate] == nil || timexes[index].grain < timexes[owner[predicate] ?? index].grain {
        owner[predicate] = index
      }
    }
    return owner
  }

  /// `Dua hari sebelumnya, Selasa (19/11), …`: what is counted says the same day as the date behind its comma.
  private func isApposition(_ index: Int, of known: Int) -> Bool {
    guard timexes[known].basis == .relative, timexes[index].basis != .relative, timexes[index].grain == .day,
      let before = tokens(of: timexes[known].span), let behind = tokens(of: timexes[index].span)
    else { return false }
    return behind.lowerBound == before.upperBound + 1 && scan.isMark(before.upperBound, ",")
  }

  /// `17.30 WIB – …`, `PUTRAJAYA, 29 Juli – …`: where and when a line was filed dates nothing in it.
  private func isDateline(_ range: Range<Int>) -> Bool {
    let after = scan.isMark(range.upperBound, "(") ? closing(range.upperBound) : range.upperBound
    let isClosed = ["–", "-", "—", ":"].contains { scan.isMark(after, $0) }
    let head = sentence.tokens.lowerBound..<range.lowerBound
    return isClosed && head.count <= 8
      && head.allSatisfy { scan.tokens[$0].kind == .mark || scan.tokens[$0].casing != .lower }
  }

  /// The token behind a bracket that opens here and closes soon.
  private func closing(_ open: Int) -> Int {
    (open..<min(open + 8, sentence.tokens.upperBound)).first { scan.isMark($0, ")") }.map { $0 + 1 } ?? open
  }

  /// The tokens of a span inside the sentence.
  private func tokens(of span: TextSpan) -> Range<Int>? {
    let inside = sentence.tokens.filter { span.overlaps(scan.tokens[$0].span) }
    guard let first = inside.first, let last = inside.last else { return nil }
    return first..<last + 1
  }

  private func predicate(for range: Range<Int>, _ timex: Timex3) -> Int? {
    if let noun = attributedNoun(range, timex) {
      return sentence.predicates.firstIndex { noun.contains($0.tokens.lowerBound) }
    }
    let isAtEnd = isEnd(range.upperBound)
    let isSince = scan.hit(at: range.lowerBound - 1)?.has(.since) == true
    if isAtEnd, !isSince, startsAfterComma(range.lowerBound), let main = mainVerb(before: range.lowerBound) {
      return main
    }
    if isAtStart(range.lowerBound), let main = mainVerb(after: range.upperBound) { return main }
    var best: (index: Int, distance: Int)?
    for (index, predicate) in sentence.predicates.enumerated() {
      guard isSameClause(predicate, index, range) else { continue }
      if isReporting(predicate), !canDateSpeech(predicate, range, timex) { continue }
      let distance =
        predicate.tokens.upperBound <= range.lowerBound
        ? range.lowerBound - tellingEnd(of: predicate, before: range.lowerBound)
        : predicate.tokens.lowerBound - range.upperBound + (predicate.isPrior ? 12 : 2)
      let weight =
        distance + (predicate.isNoun && predicate.force == .unasserted ? 20 : 0)
        + (closesRelative(index, range) ? 8 : 0)
      if weight < best?.distance ?? .max { best = (index, weight) }
    }
    return best?.index
  }

  /// `last month's massacre`, `the April 22 attack`: the words behind a date that belongs to a noun and dates no verb; nil
  /// where it stands by itself, or where what is told took place in what the noun names: `in Friday's raid`.
  private func attributedNoun(_ range: Range<Int>, _ timex: Timex3) -> Range<Int>? {
    let tokens = scan.tokens
    let (start, end) = (range.lowerBound, sentence.tokens.upperBound)
    let hasOuterArticle = start > sentence.tokens.lowerBound && tokens[start - 1].key == Self.article
    let before = hasOuterArticle ? start - 2 : start - 1
    if before >= sentence.tokens.lowerBound, Self.within.contains(tokens[before].key) { return nil }
    let mark = range.upperBound
    if mark + 1 < end, scan.isMark(mark, "'") || scan.isMark(mark, "’"), tokens[mark + 1].key == Self.possessive {
      return mark + 2..<min(mark + 6, end)
    }
    let isOfDay = timex.grain == .day && timex.basis != .weekday && timex.basis != .relative
    guard hasOuterArticle || tokens[start].key == Self.article, mark < end, tokens[mark].kind == .word,
      isOfDay || range.count == 1 && timex.grain == .year, (scan.hit(at: mark)?.cues ?? 0) == 0
    else { return nil }
    return mark..<min(mark + 3, end)
  }

  private static let possessive = Tokenizer.key(of: "s")
  private static let article = Tokenizer.key(of: "the")
  private static let within = Set(["in", "during", "on", "amid"].map { Tokenizer.key(of: $0) })

  /// `a truce proposed by Paris last week was rejected`: a date at the end of a relative clause is not the next verb's.
  private func closesRelative(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > 0, sentence.predicates[index].tokens.lowerBound >= range.upperBound else { return false }
    let previous = sentence.predicates[index - 1]
    return previous.isRelative && previous.tokens.upperBound <= range.lowerBound
      && !(previous.tokens.upperBound..<range.lowerBound).contains { scan.isMark($0, ",") }
  }

  /// The end of a predicate, or of the verb by which its noun tells that it took place: `clashes … erupted on Monday`.
  private func tellingEnd(of predicate: Predicate, before end: Int) -> Int {
    guard predicate.isNoun else { return predicate.tokens.upperBound }
    var index = predicate.tokens.upperBound
    while index < end {
      guard let hit = scan.hit(at: index) else {
        index += 1
        continue
      }
      if hit.has(.happen) { return hit.end }
      if hit.is(.trigger) { break }
      index = hit.end
    }
    return predicate.tokens.upperBound
  }

  /// A date between a reporting verb and `that`, or right behind the verb, is the report's; behind it the content's.
  private func isSameClause(_ predicate: Predicate, _ index: Int, _ range: Range<Int>) -> Bool {
    for (other, reporting) in sentence.predicates.enumerated() where other != index && reporting.isFinal {
      let isBefore =
        range.upperBound <= reporting.tokens.lowerBound && predicate.tokens.lowerBound < reporting.tokens.lowerBound
      let isBehind = range.lowerBound >= reporting.tokens.upperBound
      if isBehind && predicate.tokens.lowerBound < reporting.tokens.lowerBound { return false }
      if !isBefore && !isBehind && predicate.tokens.lowerBound < reporting.tokens.lowerBound { return false }
    }
    if predicate.tokens.upperBound <= range.lowerBound, !predicate.isFinal,
      (predicate.tokens.upperBound..<range.lowerBound).contains(where: { scan.isMark($0, ";") })
    {
      return false
    }
    if isInserted(predicate, before: range.lowerBound) { return false }
    if predicate.isFinal { return range.lowerBound >= lastComma(before: predicate.tokens.lowerBound) }
    return true
  }

  /// `The group, which says it is neutral, seized the ship on Sunday`: what stands between two commas is over by then.
  private func isInserted(_ predicate: Predicate, before end: Int) -> Bool {
    guard isReporting(predicate), predicate.isRelative, predicate.tokens.upperBound <= end else { return false }
    let lead = max(sentence.tokens.lowerBound, predicate.tokens.lowerBound - 3)..<predicate.tokens.lowerBound
    let rest = predicate.tokens.upperBound..<end
    return lead.contains { scan.isMark($0, ",") } && rest.contains { scan.isMark($0, ",") }
  }

  private func isReporting(_ predicate: Predicate) -> Bool { tables.triggers[predicate.row].reports }

  /// Behind a reporting verb and its `that`, or far behind it, or behind `since`, a date belongs to what is said.
  private func canDateSpeech(_ predicate: Predicate, _ range: Range<Int>, _ timex: Timex3) -> Bool {
    if scan.hit(at: range.lowerBound - 1)?.has(.since) == true { return false }
    if predicate.isFinal || range.lowerBound < predicate.tokens.upperBound {
      return timex.grain <= .weekend || range.count > 1
    }
    let between = predicate.tokens.upperBound..<range.lowerBound
    if between.contains(where: { scan.hit(at: $0)?.has(.that) == true }) { return false }
    return between.count <= 3 || timex.grain <= .day || predicate.isRelative
  }

  private func lastComma(before index: Int) -> Int {
    (sentence.tokens.lowerBound..<index).last { scan.isMark($0, ",") || Quotation.isMark(scan.tokens[$0]) }
      ?? sentence.tokens.lowerBound
  }

  private func isEnd(_ index: Int) -> Bool {
    (index..<max(index, sentence.tokens.upperBound)).allSatisfy { scan.tokens[$0].kind == .mark }
  }

  private func startsAfterComma(_ index: Int) -> Bool {
    scan.isMark(index - 1, ",") || scan.hit(at: index - 1)?.cues != nil && scan.isMark(index - 2, ",")
  }

  private func isAtStart(_ index: Int) -> Bool {
    index - sentence.tokens.lowerBound <= 2
      && (sentence.tokens.lowerBound..<index).allSatisfy {
        scan.hit(at: $0)?.cues != nil || scan.tokens[$0].kind == .mark || scan.tokens[$0].casing == .capitalized
      }
  }

  private func mainVerb(before index: Int) -> Int? {
    let before = sentence.predicates.indices.filter { sentence.predicates[$0].tokens.upperBound <= index }
    if let final = before.last(where: { sentence.predicates[$0].isFinal }) { return final }
    return before.first {
      sentence.predicates[$0].governor == nil && !sentence.predicates[$0].isNoun && !sentence.predicates[$0].isPrior
        && sentence.predicates[$0].force != .unasserted
    }
      ?? before.first { sentence.predicates[$0].governor == nil }
  }

  private func mainVerb(after index: Int) -> Int? {
    let after = sentence.predicates.indices.filter { sentence.predicates[$0].tokens.lowerBound >= index }
    if after.contains(where: { sentence.predicates[$0].isFinal }) {
      return after.first { !sentence.predicates[$0].isFinal && !sentence.predicates[$0].isNoun } ?? after.first
    }
    return after.first {
      sentence.predicates[$0].governor == nil && !sentence.predicates[$0].isNoun
        && sentence.predicates[$0].force != .unasserted
    } ?? after.first { sentence.predicates[$0].governor == nil }
  }
}
