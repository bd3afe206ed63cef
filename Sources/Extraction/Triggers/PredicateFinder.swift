import Text
import Timeline

/// Finds the triggers of one sentence and how each is told: asserted, planned, in whose report.
struct PredicateFinder {
  let scan: Scan
  let tables: ExtractionTables
  let mentions: ArraySlice<Mention>
  let sentence: Range<Int>
  let language: LanguageCode
  let timexOfToken: [Bool]

  func predicates() -> [Predicate] {
    var found: [Predicate] = []
    for index in scan.hits(in: sentence) where scan.hits[index].is(.trigger) {
      if let predicate = predicate(scan.hits[index], after: found.last) { found.append(predicate) }
    }
    for index in found.indices {
      found[index].isFinal = isFinal(found[index], among: found)
    }
    for index in found.indices {
      let floor = index > 0 ? found[index - 1].tokens.upperBound : sentence.lowerBound
      found[index].isRelative = !found[index].isNoun && (isRelative(found[index], floor) || isReduced(found[index]))
    }
    for index in found.indices { found[index].governor = governor(of: index, among: found) }
    for index in found.indices { judge(&found[index], index, among: found) }
    for index in found.indices {
      describeAttack(&found[index], behind: index > 0 ? found[index - 1] : nil)
    }
    return found
  }

  /// English: `a ceasefire proposed by Washington`: a participle with its agent that only describes a noun.
  private func isReduced(_ predicate: Predicate) -> Bool {
    guard language == .english, predicate.form == .passive, predicate.tokens.upperBound < sentence.upperBound,
      scan.hit(at: predicate.tokens.upperBound)?.has(.by) == true, predicate.tokens.lowerBound > sentence.lowerBound
    else { return false }
    let before = scan.hit(at: predicate.tokens.lowerBound - 1)
    return before.map { !$0.has(.be) && !$0.has(.perfect) && !$0.has(.and) && $0.cues == 0 } ?? true
  }

  func type(_ predicate: Predicate) -> EventType? { tables.triggers[predicate.row].type }

  func scope(_ predicate: Predicate) -> ReportScope {
    predicate.isNoun ? .none : tables.triggers[predicate.row].scope
  }

  // MARK: Rows and forms

  private func predicate(_ hit: Hit, after previous: Predicate?) -> Predicate? {
    var best: (row: Int, form: TriggerForm, rank: Int)?
    for entry in hit.entries.lazy.map({ scan.lexicon.entries[$0] }) where entry.table == .trigger {
      let row = Int(entry.row) / 4
      guard tables.triggers[row].type != nil else { return nil }
      guard let written = TriggerForm(rawValue: entry.row % 4), let form = form(written, hit, row) else { continue }
      var rank = form == written ? 1 : 0
      if tables.triggers[row].subtype == "advance", entersTime(hit) { continue }
      if tables.triggers[row].objects != 0 {
        guard let distance = objectDistance(tables.triggers[row], hit, form) else { continue }
        rank += 2 * (32 - distance)
      }
      if rank > best?.rank ?? -1 { best = (row, form, rank) }
    }
    guard let best else { return nil }
    let last = scan.tokens[hit.end - 1]
    let hasClitic =
      best.form == .postposed && language == .indonesian && hit.end - hit.start == 1 && isReporting(best.row)
      && Clitic.stemKey(of: last, in: scan.text).map { scan.lexicon.entries(ofWord: $0) != nil } ?? false
    return Predicate(row: best.row, tokens: hit.tokens, form: best.form, hasClitic: hasClitic)
  }

  func isReporting(_ row: Int) -> Bool { tables.triggers[row].reports }

  /// The form that an entry has in this place; nil where it cannot stand there.
  private func form(_ written: TriggerForm, _ hit: Hit, _ row: Int) -> TriggerForm? {
    switch written {
    case .postposed: return followsQuotation(hit.start) ? .postposed : nil
    case .passive: return .passive
    case .noun: return language == .indonesian || !isVerbToo(hit, row) || isNounPlace(hit) ? .noun : nil
    case .active:
      if language == .indonesian { return .active }
      let isAmbiguous = hit.entries.contains { index in
        let entry = scan.lexicon.entries[index]
        return entry.table == .trigger && entry.row % 4 == TriggerForm.noun.rawValue && Int(entry.row) / 4 == row
      }
      if isAmbiguous, isNounPlace(hit) { return nil }
      if isAttributive(hit) || isPluralBehindVerb(hit) || isPluralOfObject(hit) { return nil }
      return isPassive(hit) ? .passive : .active
    }
  }

  /// Whether the row has the phrase as a verb as well.
  private func isVerbToo(_ hit: Hit, _ row: Int) -> Bool {
    hit.entries.contains { index in
      let entry = scan.lexicon.entries[index]
      return entry.table == .trigger && Int(entry.row) / 4 == row && entry.row % 4 == TriggerForm.active.rawValue
    }
  }

  /// English: behind an article, an adjective, a possessive or a preposition stands a noun.
  private func isNounPlace(_ hit: Hit) -> Bool {
    let before = hit.start - 1
    guard before >= sentence.lowerBound else { return true }
    if endsInIng(hit), scan.hit(at: before)?.cues == Cue.determiner.bit, scan.tokens[before].key == Self.of {
      // `accused of fighting`, but `a week of fighting`.
      return (scan.hit(at: before - 1)?.objects ?? 0) & tables.periodClass != 0
    }
    if scan.isMark(before, "'") || scan.isMark(before, "’") { return true }
    let token = scan.tokens[before]
    if token.kind == .mark { return true }
    if let word = previousWord(before), Self.possessive == word { return true }
    if scan.hit(at: before)?.has(.adjective) == true { return !endsInEd(hit) }
    guard let cue = scan.hit(at: before) else { return token.kind == .number || isUnknownNoun(before, hit) }
    if cue.has(.infinitive) || cue.has(.future) || cue.has(.he) || cue.has(.it) || cue.has(.we) || cue.has(.who)
      || cue.has(.negation)
    {
      return cue.has(.determiner)
    }
    if cue.has(.perfect) { return false }
    if cue.is(.demonym) { return true }
    if cue.is(.actor) || cue.is(.metonym) { return false }
    return cue.has(.determiner) || cue.has(.one) || cue.has(.anaphor) || cue.cues != 0 || cue.is(.object) && false
      || cue.is(.unit)
  }

  /// A base form behind an unknown word is a noun (`border clash`), behind a plural a verb (`rebels attack`).
  private func isUnknownNoun(_ before: Int, _ hit: Hit) -> Bool {
    let span = scan.tokens[before].span
    return scan.tokens[before].casing == .lower
      && !(span.length > 3 && scan.text.bytes[span.end - 1] == UInt8(ascii: "s"))
  }

  private static let of = Tokenizer.key(of: "of")
  private static let possessive = Tokenizer.key(of: "s")
  private func previousWord(_ index: Int) -> UInt64? {
    guard index - 1 >= sentence.lowerBound, scan.isMark(index - 1, "'") || scan.isMark(index - 1, "’") else {
      return nil
    }
    return scan.tokens[index].key
  }

  /// English: a participle before the noun that it describes: `the captured soldiers`.
  private func isAttributive(_ hit: Hit) -> Bool {
    guard hit.end - hit.start == 1, !endsInIng(hit), let before = scan.hit(at: hit.start - 1),
      hit.start > sentence.lowerBound
    else {
      return false
    }
    let isAfterArticle = before.has(.determiner) || before.has(.one)
    return isAfterArticle && !before.has(.he) && !before.has(.it)
  }

  /// English: `hit targets`: behind a verb a form in -s is a noun.
  private func isPluralBehindVerb(_ hit: Hit) -> Bool {
    guard hit.end == hit.start + 1, hit.start > sentence.lowerBound, let before = scan.hit(at: hit.start - 1) else {
      return false
    }
    return before.is(.trigger) && !before.has(.and) && scan.text.bytes[scan.tokens[hit.start].span.end - 1] == 0x73
  }

  /// English: `against Hezbollah targets`: behind a preposition and a name a form in -s is a noun.
  private func isPluralOfObject(_ hit: Hit) -> Bool {
    guard hit.end == hit.start + 1, hit.start - 1 > sentence.lowerBound,
      scan.text.bytes[scan.tokens[hit.start].span.end - 1] == UInt8(ascii: "s"),
      let name = mentions.last(where: { $0.tokens.upperBound == hit.start }),
      let before = scan.hit(at: name.tokens.lowerBound - 1), before.end == name.tokens.lowerBound
    else { return false }
    return before.has(.against) || before.has(.in) || before.has(.to) || before.has(.from) || before.has(.with)
  }

  /// English: a form of `be` before the participle, or `by` behind it.
  private func isPassive(_ hit: Hit) -> Bool {
    var index = hit.start - 1
    var steps = 0
    while index >= sentence.lowerBound, steps < 3 {
      guard let cue = scan.hit(at: index) else {
        if scan.tokens[index].kind == .mark { break }
        index -= 1
        steps += 1
        continue
      }
      if cue.has(.be) { return !endsInIng(hit) }
      if cue.is(.actor) || cue.is(.trigger) || cue.has(.he) || cue.has(.it) || cue.has(.who) || cue.has(.and) { break }
      index = cue.start - 1
      steps += 1
    }
    if let next = scan.hit(at: hit.end), hit.end < sentence.upperBound, next.has(.by) { return true }
    return false
  }

  private func endsInEd(_ hit: Hit) -> Bool { isEd(hit.tokens) }

  private func isEd(_ tokens: Range<Int>) -> Bool {
    let end = scan.tokens[tokens.lowerBound].span.end
    return end >= 2 && scan.text.bytes[end - 2..<end].elementsEqual("ed".utf8)
  }

  private func endsInIng(_ hit: Hit) -> Bool { isIng(hit.tokens) }

  private func isIng(_ tokens: Range<Int>) -> Bool {
    let end = scan.tokens[tokens.upperBound - 1].span.end
    return end >= 3 && scan.text.bytes[end - 3..<end].elementsEqual("ing".utf8)
  }

  // MARK: Reports

  private func followsQuotation(_ index: Int) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let before = scan.tokens[index - 1]
    return scan.isMark(index - 1, ",") || Quotation.isMark(before) || scan.isMark(index - 1, "—")
      || scan.isMark(index - 1, "–")
  }

  /// Whether what is said stands before this reporting verb: `…, kata X`, `…, X said on Monday`.
  private func isFinal(_ predicate: Predicate, among all: [Predicate]) -> Bool {
    if predicate.form == .postposed { return true }
    guard isReporting(predicate.row), !predicate.isNoun, predicate.hasClitic || predicate.form == .active else {
      return false
    }
    if predicate.hasClitic { return true }
    if language == .english, isIng(predicate.tokens.prefix(1)) { return false }
    guard let comma = lastBreak(before: predicate.tokens.lowerBound) else { return false }
    let front = sentence.lowerBound..<comma
    // Behind `, has` the subject of the sentence goes on.
    let isGoingOn = (comma + 1..<max(predicate.tokens.lowerBound, comma + 1)).allSatisfy {
      scan.hit(at: $0)?.has(.perfect) == true
    }
    if isGoingOn, predicate.tokens.lowerBound > comma + 1 { return false }
    if let joint = scan.hit(at: comma + 1), joint.has(.clause) || joint.has(.and) { return false }
    let isQuoted =
      Quotation.isMark(scan.tokens[comma]) || Quotation.isMark(scan.tokens[max(comma - 1, sentence.lowerBound)])
    let tells = all.contains { front.contains($0.tokens.lowerBound) && !$0.isNoun }
    let isTail = front.count > 6 && isShortTail(predicate, after: comma)
    guard isQuoted || tells || isTail, front.count > 3 else { return false }
    if all.contains(where: { $0.tokens.lowerBound > comma && $0.tokens.lowerBound < predicate.tokens.lowerBound }) {
      return false
    }
    for index in predicate.tokens.upperBound..<sentence.upperBound {
      if Quotation.isMark(scan.tokens[index]), !isQuoted { return false }
      if let hit = scan.hit(at: index),
        hit.has(.that) && language == .english && index < predicate.tokens.upperBound + 3
      {
        return false
      }
      if let hit = scan.hit(at: index), hit.start == predicate.tokens.upperBound, hit.has(.that) { return false }
    }
    if isQuoted { return true }
    guard let next = all.first(where: { $0.tokens.lowerBound >= predicate.tokens.upperBound && !$0.isNoun }) else {
      return true
    }
    // `…, he said on Tuesday, days after it had …`
    return (predicate.tokens.upperBound..<next.tokens.lowerBound).contains { scan.hit(at: $0)?.has(.after) == true }
  }

  /// `…, the army chief told a briefing.`: somebody named, the verb, and hardly a word more.
  private func isShortTail(_ predicate: Predicate, after comma: Int) -> Bool {
    let isNamed = mentions.contains { $0.phraseStart > comma && $0.tokens.upperBound <= predicate.tokens.lowerBound }
    return isNamed && sentence.upperBound - predicate.tokens.upperBound <= 6
  }

  private func lastBreak(before index: Int) -> Int? {
    var index = index - 1
    while index >= sentence.lowerBound {
      if scan.isMark(index, ",") || Quotation.isMark(scan.tokens[index]) { return index }
      index -= 1
    }
    return nil
  }

  private func governor(of index: Int, among all: [Predicate]) -> Int? {
    let position = all[index].tokens.lowerBound
    var best: Int?
    for (other, candidate) in all.enumerated() where other != index && scope(candidate) != .none {
      if candidate.isFinal {
        if position < candidate.tokens.lowerBound, best == nil { best = other }
      } else if candidate.tokens.upperBound <= position, !all[index].isFinal {
        if all[index].isFinal || goesOn(all[index], after: candidate, all[..<index].last { !$0.isNoun })
          || isOutside(all[index], of: candidate)
        {
          continue
        }
        best = other
      }
    }
    return best
  }

  /// `those who declared their loyalty then seized the town`: what a relative clause reports ends with it, unless `that`
  /// opens the report.
  private func isOutside(_ predicate: Predicate, of reporting: Predicate) -> Bool {
    guard reporting.isRelative, !predicate.isRelative, !predicate.isNoun else { return false }
    return !(reporting.tokens.upperBound..<predicate.tokens.lowerBound).contains {
      scan.hit(at: $0)?.has(.that) == true || Quotation.isMark(scan.tokens[$0])
    }
  }

  /// English: `accused Iran of shelling the town and then flew home`: behind `accuse` what is told has no tense; a verb
  /// with one, joined to it, is told by the article again.
  private func goesOn(_ predicate: Predicate, after reporting: Predicate, _ previous: Predicate?) -> Bool {
    let begin = predicate.tokens.lowerBound
    let isJoinedSpeech = isReporting(predicate.row) && scan.hit(at: begin - 1)?.has(.and) == true
    if isJoinedSpeech, scope(reporting) != .claim { return true }
    if type(reporting) == EventType(rawValue: "accuse"), scan.hit(at: begin - 1)?.has(.and) == true,
      previous.map({ $0.tokens.lowerBound <= reporting.tokens.lowerBound }) ?? true
    {
      return true
    }
    let isTenseless = scope(reporting) == .irrealis || type(reporting) == EventType(rawValue: "accuse")
    guard language == .english, isTenseless, !predicate.isNoun, predicate.form == .active,
      scope(reporting) == .irrealis ? isEd(predicate.tokens) : !isIng(predicate.tokens)
    else { return false }
    let joint = (max(begin - 3, reporting.tokens.upperBound)..<begin).last { scan.hit(at: $0)?.has(.and) == true }
    return joint.map { index in
      index > reporting.tokens.upperBound && (index + 1..<begin).allSatisfy { scan.tokens[$0].casing == .lower }
    } ?? false
  }
}
