import Temporal
import Text
import Timeline

/// Turns the predicates of an article into drafts of events, sentence by sentence.
struct DraftBuilder {
  let scan: Scan
  let tables: ExtractionTables
  let timexes: [Timex3]
  let timexOfToken: [Bool]
  let language: LanguageCode
  let cast: Cast
  /// Whether the article names an outlet anywhere: most do not, and need not be asked by the sentence.
  private let namesOutlets: Bool
  private(set) var drafts: [Draft] = []
  var context = DiscourseContext()

  init(
    scan: Scan, tables: ExtractionTables, timexes: [Timex3], timexOfToken: [Bool], language: LanguageCode, cast: Cast
  ) {
    self.scan = scan
    self.tables = tables
    self.timexes = timexes
    self.timexOfToken = timexOfToken
    self.language = language
    self.cast = cast
    namesOutlets = cast.members.contains { $0.kind == .media }
  }

  /// Reads one sentence.
  mutating func read(_ sentence: SentenceReading, timexes candidates: Range<Int>) {
    let owners = TimexAssigner(scan: scan, sentence: sentence, timexes: timexes, tables: tables)
      .assign(candidates)
    bindOrgans(sentence)
    context.quoted = quotedSpeaker(sentence)
    let finder = roleFinder(sentence)
    var credit = CreditFinder(scan: scan, sentence: sentence, cast: cast, bound: context.bound).credits()
    credit.outlet = credit.outlet ?? reportingOutlet(sentence, finder)
    var draftOfPredicate: [Int: Int] = [:]
    for (index, predicate) in sentence.predicates.enumerated() where predicate.force != .unasserted {
      guard var draft = draft(sentence, index, finder, owner: owners[index]) else { continue }
      if isOutletReport(draft) { continue }
      draft.timex = owners[index]
      draft.sectionTimex = sentence.section
      draft.isUpperBound = owners[index].map { isUpperBound(timexes[$0], sentence) } ?? false
      draft.isCountedSince = owners[index].map { isCounted(draft, since: timexes[$0], sentence) } ?? false
      draft.outlet = credit.outlet
      draft.sufferers.removeAll { $0 == credit.outlet }
      attribute(&draft, sentence, index, credit, draftOfPredicate)
      draftOfPredicate[index] = drafts.count
      drafts.append(draft)
    }
    shareTimexes(sentence, draftOfPredicate)
    fillMeetings(draftOfPredicate)
    linkFinalReports(sentence, draftOfPredicate)
    addTargets(sentence, draftOfPredicate)
    for index in draftOfPredicate.values.sorted() { fillFromBefore(index, sentence) }
    updateContext(sentence, draftOfPredicate)
  }

  /// `Reuters melaporkan`: an outlet that reports is credited; its report is no event.
  private func isOutletReport(_ draft: Draft) -> Bool {
    draft.isSpeech && draft.doers.allSatisfy { cast.members[$0].kind == .media }
  }

  private func reportingOutlet(_ sentence: SentenceReading, _ finder: RoleFinder) -> Int? {
    guard namesOutlets else { return nil }
    for index in sentence.predicates.indices where tables.triggers[sentence.predicates[index].row].reports {
      let doers = finder.parts(of: index).doers
      if let first = doers.first, doers.allSatisfy({ cast.members[$0].kind == .media }) { return first }
    }
    return nil
  }

  // MARK: One draft

  private func draft(_ sentence: SentenceReading, _ index: Int, _ finder: RoleFinder, owner: Int?) -> Draft? {
    let predicate = sentence.predicates[index]
    let row = tables.triggers[predicate.row]
    guard let type = row.type else { return nil }
    let parts = finder.parts(of: index)
    let isSpeech = row.frame.doer == .speaker
    if isSpeech, parts.doers.isEmpty { return nil }
    var draft = Draft(
      type: type, subtype: row.subtype, status: isSpeech ? .statement : .happened, sentences: [sentence.index],
      trigger: predicate.tokens, row: predicate.row, isNoun: predicate.isNoun, hasOwnDoer: !parts.doers.isEmpty,
      doers: parts.doers, sufferers: parts.sufferers, receivers: parts.receivers)
    if row.frame.sufferer == .recipient {
      draft.receivers.removeAll { actor in parts.doers.contains { cast.isPart(actor, of: $0) } }
    }
    if row.frame.isReversed { (draft.doers, draft.sufferers) = (draft.sufferers, draft.doers) }
    draft.isBackground = predicate.isBackground
    draft.isPrior = predicate.isPrior
    draft.isFinalReport = predicate.isFinal
    draft.isOfEarlierAttack = predicate.isPrior && predicate.describedAttack != nil
    draft.daysPrior = predicate.daysPrior
    draft.isContinuation = isSpeech && isContinuation(predicate)
    if predicate.force == .planned { draft.status = .planned }
    draft.figures = figures(sentence, index, row)
    draft.place = place(sentence, index)
    if row.subtype == "warning", isSpeech, isThreat(sentence, index) {
      draft.type = EventType(rawValue: "threaten")
    }
    if let demanded = demanded(sentence, index, type) {
      draft.type = EventType(rawValue: "demand")
      draft.sufferers = [demanded]
    }
    if type == EventType(rawValue: "consult"), row.subtype == "visit", !predicate.isNoun, !hasTraveler(draft.doers) {
      return nil
    }
    let isNobodys = draft.doers.isEmpty && draft.sufferers.isEmpty && draft.receivers.isEmpty
    let isTold =
      isNobodys && owner == nil && (predicate.governor == nil || predicate.isNoun) && sentence.section == nil
      && draft.place == nil && draft.figures.isEmpty
    let isMeeting = predicate.isNoun && type == EventType(rawValue: "consult")
    return isTold && !isMeeting ? nil : draft
  }

  /// The numbers of the clause; `menewaskan 46 orang` counts the killed.
  private func figures(_ sentence: SentenceReading, _ index: Int, _ row: TriggerRow) -> [Figure] {
    let found = FigureFinder(scan: scan, units: tables.units, language: language, timexOfToken: timexOfToken)
      .figures(in: ownClause(sentence, index))
    let outcome: String
    switch row.subtype {
    case "killing": outcome = "killed"
    case "injure": outcome = "wounded"
    default: return found
    }
    return found.map { figure in
      figure.unit == "people"
        ? Figure(value: figure.value, unit: outcome, text: figure.text, span: figure.span) : figure
    }
  }

  /// A visit is a person's, or that of people without a name.
  private func hasTraveler(_ doers: [Int]) -> Bool {
    doers.contains {
      cast.members[$0].kind == .person || cast.members[$0].kind == .other || cast.members[$0].kind == .coalition
    }
  }

  /// `warned of consequences if …`, `warned Iran not to …`: a warning with a condition or an order is a threat.
  private func isThreat(_ sentence: SentenceReading, _ index: Int) -> Bool {
    let end = sentence.predicates[index].tokens.upperBound
    if (end..<sentence.tokens.upperBound).contains(where: { scan.hit(at: $0)?.has(.condition) == true }) { return true }
    return (end..<min(end + 6, sentence.tokens.upperBound)).contains { token in
      guard let hit = scan.hit(at: token) else { return false }
      let isOrder = hit.has(.negation) && scan.hit(at: hit.end)?.has(.infinitive) == true
      return isOrder || hit.has(.purpose) && language == .indonesian
    }
  }

  /// `saying Hamas must accept`: what somebody says another must do is a demand on them.
  private func demanded(_ sentence: SentenceReading, _ index: Int, _ type: EventType) -> Int? {
    let predicate = sentence.predicates[index]
    guard type == EventType(rawValue: "statement"), !predicate.isFinal else { return nil }
    let next = sentence.mentions.first { $0.phraseStart >= predicate.tokens.upperBound && !$0.isModifier }
    guard let next, next.phraseStart <= predicate.tokens.upperBound + 4,
      scan.hit(at: next.tokens.upperBound)?.has(.obligation) == true
    else { return nil }
    return next.actor
  }

  private func isContinuation(_ predicate: Predicate) -> Bool {
    if predicate.hasClitic { return true }
    let beside = [predicate.tokens.lowerBound - 1, predicate.tokens.upperBound]
    return beside.contains { scan.hit(at: $0)?.has(.he) == true || scan.hit(at: $0)?.has(.it) == true }
      && !predicate.isBackground
  }

  /// The tokens around a predicate up to where its neighbors' clauses begin and end.
  private func ownClause(_ sentence: SentenceReading, _ index: Int) -> Range<Int> {
    let range = clause(sentence, index)
    let tokens = sentence.predicates[index].tokens
    let begin = (range.lowerBound..<tokens.lowerBound).first { index > 0 && opensClause($0) } ?? range.lowerBound
    let isLast = index + 1 == sentence.predicates.count
    let end = (tokens.upperBound..<range.upperBound).first { !isLast && opensClause($0) } ?? range.upperBound
    return begin..<end
  }

  private func opensClause(_ index: Int) -> Bool {
    guard let hit = scan.hit(at: index), hit.start == index else { return false }
    return hit.has(.clause) || hit.has(.after) || hit.has(.that) || hit.has(.who)
  }

  /// The tokens around a predicate up to its neighbors.
  private func clause(_ sentence: SentenceReading, _ index: Int) -> Range<Int> {
    let before = index > 0 ? sentence.predicates[index - 1].tokens.upperBound : sentence.tokens.lowerBound
    let after =
      index + 1 < sentence.predicates.count
      ? sentence.predicates[index + 1].tokens.lowerBound : sentence.tokens.upperBound
    return before..<after
  }

  private func place(_ sentence: SentenceReading, _ index: Int) -> PlaceMention? {
    let range = clause(sentence, index)
    let named = sentence.mentions.filter { $0.isPlace && range.overlaps($0.tokens) }
    let behind = named.first { $0.tokens.lowerBound >= sentence.predicates[index].tokens.upperBound }
    guard let mention = behind ?? named.last else { return nil }
    let span = scan.span(mention.tokens)
    guard let row = mention.place else { return PlaceMention(name: scan.text[span], span: span) }
    let record = tables.places.records[row]
    return PlaceMention(id: record.id, name: record.name(language), span: span)
  }

  // MARK: Who says so

  private func attribute(
    _ draft: inout Draft, _ sentence: SentenceReading, _ index: Int, _ credit: Credits, _ known: [Int: Int]
  ) {
    guard let governor = sentence.predicates[index].governor else {
      if !draft.isSpeech, let source = credit.source {
        draft.speakers = [source]
        if draft.status == .happened { draft.status = .claimed }
      } else if !draft.isSpeech, credit.isUnnamed, draft.status == .happened {
        draft.status = .claimed
      }
      return
    }
    if let reporting = known[governor] { report(&draft, by: reporting) }
  }

  private func report(_ draft: inout Draft, by index: Int) {
    let reporting = drafts[index]
    draft.governor = index
    draft.speakers = reporting.doers
    draft.chain = reporting.chain
    draft.isDenied = tables.triggers[reporting.row].subtype == "deny"
    if draft.isNoun, draft.type == EventType(rawValue: "consult"), !draft.isDenied {
      // A meeting spoken of by its noun is taken for granted, not reported.
      draft.speakers = []
      draft.governor = nil
      if draft.timex == nil { draft.sharedTimex = reporting.timex }
      return
    }
    if draft.status == .happened {
      let isOwnAgreement =
        draft.type == EventType(rawValue: "agree") && draft.doers.meets(reporting.doers)
      draft.status = isOwnAgreement ? .happened : .claimed
    }
  }

  /// A reporting verb behind its report comes after it in the text.
  private mutating func linkFinalReports(_ sentence: SentenceReading, _ known: [Int: Int]) {
    for (index, predicate) in sentence.predicates.enumerated() {
      guard let draft = known[index], let governor = predicate.governor, governor > index,
        let reporting = known[governor]
      else { continue }
      report(&drafts[draft], by: reporting)
    }
  }

  private func roleFinder(_ sentence: SentenceReading) -> RoleFinder {
    RoleFinder(
      scan: scan, tables: tables, sentence: sentence, context: context, timexOfToken: timexOfToken,
      isOwnerBefore: language != .indonesian,
      cast: cast)
  }

  private func quotedSpeaker(_ sentence: SentenceReading) -> [Int] {
    let finder = roleFinder(sentence)
    guard let index = sentence.predicates.lastIndex(where: { $0.isFinal }) else { return [] }
    return finder.parts(of: index).doers
  }

  mutating func set(sufferers: [Int], of index: Int) { drafts[index].sufferers = sufferers }
  mutating func set(doers: [Int], of index: Int) { drafts[index].doers = doers }

  // MARK: What belongs to several

  /// Verbs of one clause share its date; those of speech where they have one speaker.
  private mutating func shareTimexes(_ sentence: SentenceReading, _ known: [Int: Int]) {
    for (index, predicate) in sentence.predicates.enumerated() {
      guard let draft = known[index], drafts[draft].timex == nil, drafts[draft].sharedTimex == nil, !predicate.isPrior
      else { continue }
      let sibling = sentence.predicates.indices.first { other in
        guard other != index, let sibling = known[other] else { return false }
        return areSiblings(predicate, sentence.predicates[other]) && canShare(draft, sibling)
      }
      drafts[draft].sharedTimex = sibling.flatMap { known[$0] }.flatMap { drafts[$0].timex }
    }
  }

  private func areSiblings(_ a: Predicate, _ b: Predicate) -> Bool {
    a.governor == b.governor && a.isRelative == b.isRelative && !b.isPrior && !b.isFinal
  }

  private func canShare(_ draft: Int, _ sibling: Int) -> Bool {
    guard drafts[sibling].timex != nil else { return false }
    if drafts[draft].isSpeech { return drafts[draft].doers.meets(drafts[sibling].doers) }
    return !drafts[sibling].isSpeech || drafts[draft].governor == nil
  }

  /// `before the end of this week`
  private func isUpperBound(_ timex: Timex3, _ sentence: SentenceReading) -> Bool {
    wordBefore(timex, sentence)?.has(.upTo) == true
  }

  /// `687 killed since Saturday`
  private func isCounted(_ draft: Draft, since timex: Timex3, _ sentence: SentenceReading) -> Bool {
    guard draft.subtype == "killing" || draft.subtype == "injure", !draft.figures.isEmpty,
      let first = sentence.tokens.first(where: { scan.tokens[$0].span.end > timex.span.start })
    else { return false }
    let floor = first > draft.trigger.upperBound ? draft.trigger.upperBound : sentence.tokens.lowerBound
    return (max(floor, first - Self.nearness)..<first).contains { index in
      scan.hit(at: index).map { $0.has(.since) && $0.has(.after) } ?? false
    }
  }

  /// How many words may stand between `since` and the date of what has happened since.
  private static let nearness = 6

  private func wordBefore(_ timex: Timex3, _ sentence: SentenceReading) -> Hit? {
    let first = sentence.tokens.first { scan.tokens[$0].span.end > timex.span.start }
    return first.flatMap { scan.hit(at: $0 - 1) }
  }

  /// A meeting that names nobody is one of those who act or speak in its sentence.
  private mutating func fillMeetings(_ known: [Int: Int]) {
    for draft in known.values.sorted()
    where drafts[draft].type == EventType(rawValue: "consult") && drafts[draft].doers.isEmpty {
      for other in known.values.sorted() where other != draft {
        drafts[draft].doers += drafts[other].doers.filter { !drafts[draft].doers.contains($0) }
      }
    }
  }

  /// A statement is about the doers of what it tells.
  private mutating func addTargets(_ sentence: SentenceReading, _ known: [Int: Int]) {
    for draft in known.values.sorted() where drafts[draft].type == EventType(rawValue: "statement") {
      let told = known.values.filter {
        drafts[$0].governor == draft && !drafts[$0].doers.isEmpty && !drafts[$0].isSpeech
      }.min()
      let speakers = drafts[draft].doers
      if let told {
        let isOwnAct = drafts[told].doers.allSatisfy(speakers.contains)
        drafts[draft].sufferers = isOwnAct ? drafts[told].sufferers : drafts[told].doers
      } else if let index = known.first(where: { $0.value == draft })?.key, drafts[draft].sufferers.isEmpty {
        drafts[draft].sufferers = spokenOf(by: sentence.predicates[index], sentence)
          .filter { !drafts[draft].receivers.contains($0) }
      }
      drafts[draft].sufferers.removeAll { actor in speakers.contains { cast.areAffiliated($0, actor) } }
    }
  }

  /// Who is named in a report that tells no event, where there are few.
  private func spokenOf(by predicate: Predicate, _ sentence: SentenceReading) -> [Int] {
    var range = predicate.tokens.upperBound..<sentence.tokens.upperBound
    if predicate.isFinal {
      let before = sentence.tokens.lowerBound..<predicate.tokens.lowerBound
      guard let comma = before.last(where: { scan.isMark($0, ",") || Quotation.isMark(scan.tokens[$0]) }) else {
        return []
      }
      range = sentence.tokens.lowerBound..<comma
    }
    let groups = GroupFinder(scan: scan, sentence: sentence, bound: [:], timexOfToken: timexOfToken)
      .groups(in: range, stopAtClause: false)
    var named: [Int] = []
    for group in groups where ![.in, .from, .through].contains(group.preposition) {
      for mention in sentence.mentions[group.mentions] where !mention.isDescription && mention.kind != .media {
        if let actor = mention.actor, !named.contains(actor) { named.append(actor) }
      }
    }
    return named.count <= 2 ? named : []
  }
}
