import Temporal
import Text
import Timeline

/// Finds who and what places an article names: by the gazetteers, by titles before unknown names, by surnames and by
/// misspellings of names that stand elsewhere.
struct MentionFinder {
  let scan: Scan
  let tables: ExtractionTables
  let day: CivilDay?
  let timexOfToken: [Bool]
  var cast: Cast
  private(set) var mentions: [Mention] = []

  init(scan: Scan, tables: ExtractionTables, day: CivilDay?, timexOfToken: [Bool], cast: Cast) {
    self.scan = scan
    self.tables = tables
    self.day = day
    self.timexOfToken = timexOfToken
    self.cast = cast
  }

  /// Reads the whole article.
  mutating func run(outlet: String?) {
    let outletKeys = outlet.map { Tokenizer.tokens(of: SourceText($0)).map(\.key) } ?? []
    var index = 0
    while index < scan.tokens.count {
      if let end = outletMention(index, outletKeys, outlet) {
        index = end
      } else if let hit = scan.hit(at: index), hit.start == index {
        index = read(hit)
      } else if isNamePart(index) {
        index = readName(index, titleStart: nil, isSpokesperson: false)
      } else if isUnknownAcronym(index) {
        index = readAcronym(index)
      } else {
        index += 1
      }
    }
    dropDescriptionsBesideNames()
  }

  /// A description counts only where no name stands beside it: `pejabat Israel` is Israel.
  private mutating func dropDescriptionsBesideNames() {
    var kept: [Mention] = []
    for (index, mention) in mentions.enumerated() {
      let neighbors = [index - 1, index + 1].filter { mentions.indices.contains($0) }.map { mentions[$0] }
      let isBesideName = neighbors.contains { other in
        !other.isDescription && other.actor != nil
          && (other.tokens.lowerBound == mention.tokens.upperBound
            || other.tokens.upperBound == mention.tokens.lowerBound
            || scan.isMark(other.tokens.upperBound, "'") && other.tokens.upperBound + 2 == mention.tokens.lowerBound)
      }
      if !mention.isDescription || !isBesideName { kept.append(mention) }
    }
    mentions = kept
  }

  // MARK: Phrases of the tables

  private mutating func read(_ hit: Hit) -> Int {
    if let office = hit.row(.office) { return readOffice(hit, tables.actors.offices[office]) }
    if let record = hit.row(.actor) { return readActor(hit, record) }
    if let record = hit.row(.demonym), isCapital(hit.start) {
      return add(Mention(tokens: hit.tokens, actor: cast.member(record)))
    }
    if let record = hit.row(.metonym) { return readMetonym(hit, record) }
    if let place = hit.row(.place), isCapital(hit.start) {
      return add(Mention(tokens: hit.tokens, actor: nil, place: place))
    }
    if let row = hit.row(.title) {
      switch tables.titles[row] {
      case .ministry: return readMinistry(hit)
      case .group: return readGroup(hit)
      case .office, .rank, .spokesperson: return readTitle(hit, tables.titles[row])
      }
    }
    if hit.has(.group), isGroupName(hit.end) { return readGroup(hit) }
    if let row = hit.row(.description) { return addDescription(hit, row) }
    if isNamePart(hit.start), hit.end == hit.start + 1 {
      return readName(hit.start, titleStart: nil, isSpokesperson: false)
    }
    return hit.end
  }

  /// `Presiden Rusia`: the person in office on the article's day; before a name only the state inside it is named.
  private mutating func readOffice(_ hit: Hit, _ office: Office) -> Int {
    let namesPerson = scan.hit(at: hit.end)?.is(.title) == true || isPersonAhead(hit.end)
    if !namesPerson, let holder = office.holder(on: day) {
      return add(Mention(tokens: hit.tokens, actor: cast.member(holder)))
    }
    for index in hit.tokens {
      let match = scan.lexicon.match(scan.tokens, at: index, end: hit.end) { entry, _ in
        entry.table == .actor || entry.table == .demonym
      }
      guard let match else { continue }
      for position in match.entries {
        let entry = scan.lexicon.entries[position]
        guard entry.table == .actor || entry.table == .demonym else { continue }
        var mention = Mention(tokens: index..<index + match.length, actor: cast.member(Int(entry.row)))
        mention.isModifier = namesPerson
        mentions.append(mention)
        return namesPerson ? readTitled(hit.end, titleStart: hit.start, isSpokesperson: false) : hit.end
      }
    }
    return hit.end
  }

  private mutating func readActor(_ hit: Hit, _ record: Int) -> Int {
    var mention = Mention(tokens: hit.tokens, actor: cast.member(record))
    if tables.actors.records[record].kind == .person, let end = nameEnd(from: hit.start), end > hit.end,
      hit.end - hit.start == 1
    {
      return readName(hit.start, titleStart: nil, isSpokesperson: false)
    }
    if hit.is(.place), isLocative(hit.start) {
      mention.place = hit.row(.place)
      mention.isPlace = true
    }

    return add(mention)
  }

  /// A capital is its government where it acts or is spoken to, and a place where one goes to or stays.
  private mutating func readMetonym(_ hit: Hit, _ record: Int) -> Int {
    let record = known(hit) ?? record
    if tables.actors.records[record].kind != .state, known(hit) == nil { return addPlace(hit) }
    if isLocative(hit.start) || isDateline(hit.start) || !actsNear(hit) {
      return addPlace(hit)
    }
    return add(Mention(tokens: hit.tokens, actor: cast.member(record)))
  }

  /// Of several whom a seat may stand for, the one that the article has named: `Brussels` after the European Union.
  private func known(_ hit: Hit) -> Int? {
    let rows = hit.entries.map { scan.lexicon.entries[$0] }.filter { $0.table == .metonym }.map { Int($0.row) }
    return rows.last { cast.index(of: tables.actors.records[$0].id) != nil }
  }

  private mutating func addPlace(_ hit: Hit) -> Int {
    add(Mention(tokens: hit.tokens, actor: nil, place: hit.row(.place)))
  }

  /// `Kementerian Pertahanan Rusia`, `Russia's Defense Ministry`: the state, named with its ministry.
  private mutating func readMinistry(_ hit: Hit) -> Int {
    if let next = scan.hit(at: hit.end), let record = next.row(.actor) ?? next.row(.demonym),
      tables.actors.records[record].kind == .state
    {
      return add(Mention(tokens: hit.start..<next.end, actor: cast.member(record)))
    }
    guard let last = mentions.last, let actor = last.actor, cast.members[actor].kind == .state else { return hit.end }
    let gap = last.tokens.upperBound..<hit.start
    let isOwner =
      gap.isEmpty || gap.count == 2 && (scan.isMark(gap.lowerBound, "'") || scan.isMark(gap.lowerBound, "’"))
    if isOwner { mentions[mentions.count - 1].tokens = last.tokens.lowerBound..<hit.end }
    return hit.end
  }

  /// `milisi Kelabu Utara`: a group that no table knows, by the name behind the word; else the word alone.
  private mutating func readGroup(_ hit: Hit) -> Int {
    if isGroupName(hit.end), let end = nameEnd(from: hit.end) {
      let actor = cast.unknown(scan.text[scan.span(hit.end..<end)], kind: .armedGroup)
      return add(Mention(tokens: hit.end..<end, actor: actor))
    }
    guard let row = hit.row(.description) else { return hit.end }
    return addDescription(hit, row)
  }

  private func isGroupName(_ index: Int) -> Bool {
    index < scan.tokens.count && (isNamePart(index) || isUnknownAcronym(index))
  }

  private mutating func addDescription(_ hit: Hit, _ row: Int) -> Int {
    var mention = Mention(tokens: hit.tokens, actor: cast.member(tables.descriptions[row]))
    mention.isDescription = true
    return add(mention)
  }

  /// Capitals that no table knows, beside a trigger or in the brackets behind a name: `Front Rakyat Kelabu (FRK)`.
  private mutating func readAcronym(_ index: Int) -> Int {
    let name = scan.text[scan.tokens[index].span]
    if let known = cast.index(of: ActorID(rawValue: "oth." + Cast.slug(name))) {
      return add(Mention(tokens: index..<index + 1, actor: known))
    }
    let isBracketed = scan.isMark(index - 1, "(") && scan.isMark(index + 1, ")")
    let start = isBracketed ? longNameStart(before: index - 1) : nil
    let isBesideTrigger = [scan.hit(at: index - 1), scan.hit(at: index + 1)].contains { $0?.is(.trigger) == true }
    guard start != nil || isBesideTrigger else { return index + 1 }
    let actor = cast.unknown(name, kind: .other)
    if let start { mentions.append(Mention(tokens: start..<index - 1, actor: actor)) }
    return add(Mention(tokens: index..<index + 1, actor: actor))
  }

  private func longNameStart(before end: Int) -> Int? {
    var start = end
    while start > 0, scan.tokens[start - 1].kind == .word, scan.tokens[start - 1].casing == .capitalized { start -= 1 }
    let isTaken = mentions.last.map { $0.tokens.upperBound > start } ?? false
    return end - start >= 2 && !isTaken ? start : nil
  }

  private func isUnknownAcronym(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    return token.kind == .word && token.casing == .upper && (2...6).contains(token.span.length) && !timexOfToken[index]
      && scan.hitOfToken[index] < 0
  }

  private mutating func add(_ mention: Mention) -> Int {
    mentions.append(mention)
    return mention.tokens.upperBound
  }

  // MARK: Titles and names

  /// `Kapolda Papua Irjen Mathius Fakhiri`: titles, and the states or places that they belong to, until a name begins.
  private mutating func readTitle(_ hit: Hit, _ kind: TitleKind) -> Int {
    readTitled(hit.end, titleStart: hit.start, isSpokesperson: kind == .spokesperson)
  }

  private mutating func readTitled(_ start: Int, titleStart: Int, isSpokesperson: Bool) -> Int {
    var index = start
    var isSpokesperson = isSpokesperson
    let limit = min(start + 9, scan.tokens.count)
    while index < limit {
      if scan.isMark(index, ".") || scan.isMark(index, "-") {
        index += 1
        continue
      }
      guard let hit = scan.hit(at: index), hit.start == index else { break }
      if let row = hit.row(.title) {
        if tables.titles[row] == .spokesperson { isSpokesperson = true }
        index = hit.end
      } else if let record = hit.row(.actor), tables.actors.records[record].kind == .person {
        break
      } else if hit.is(.actor) || hit.is(.demonym) || hit.is(.metonym) || hit.is(.place), isCapital(index) {
        let record = hit.row(.actor) ?? hit.row(.demonym) ?? hit.row(.metonym)
        var mention = Mention(tokens: hit.tokens, actor: record.map { cast.member($0) }, place: hit.row(.place))
        mention.isModifier = isPersonAhead(hit.end) || scan.hit(at: hit.end)?.is(.title) == true
        mentions.append(mention)
        index = hit.end
      } else {
        break
      }
    }
    index = skipOfficeWords(index)
    guard index < scan.tokens.count else { return index }
    if let hit = scan.hit(at: index), hit.start == index, let record = hit.row(.actor),
      tables.actors.records[record].kind == .person
    {
      var mention = Mention(tokens: hit.tokens, actor: cast.member(record))
      mention.phraseStart = titleStart
      mention.isSpokesperson = isSpokesperson
      claimOwner(before: titleStart)
      return add(mention)
    }
    return isNamePart(index)
      ? readName(index, titleStart: titleStart, isSpokesperson: isSpokesperson) : max(index, start)
  }

  /// `Kepala Kebijakan Luar Negeri Uni Eropa Josep Borrell`: capitalized words between a title and the body it belongs
  /// to are no name where a name follows the body.
  private mutating func skipOfficeWords(_ index: Int) -> Int {
    guard isNamePart(index), let end = nameEnd(from: index), let hit = scan.hit(at: end), hit.start == end,
      let record = hit.row(.actor) ?? hit.row(.demonym), tables.actors.records[record].kind != .person,
      isPersonAhead(hit.end)
    else { return index }
    var mention = Mention(tokens: hit.tokens, actor: cast.member(record))
    mention.isModifier = true
    mentions.append(mention)
    return hit.end
  }

  /// A run of capitalized words: a known person misspelt, a surname met before, or behind a title a new person.
  private mutating func readName(_ start: Int, titleStart: Int?, isSpokesperson: Bool) -> Int {
    guard let end = nameEnd(from: start) else { return start + 1 }
    let range = start..<end
    guard let (actor, reason) = person(range, isTitled: titleStart != nil) else { return end }
    var mention = Mention(tokens: range, actor: actor)
    mention.phraseStart = titleStart ?? start
    mention.isSpokesperson = isSpokesperson
    mention.reason = reason
    if let titleStart { claimOwner(before: titleStart) }
    return add(mention)
  }

  /// `Israeli Prime Minister X`, `Russia's envoy X`: whoever stands right before the title only says whose it is.
  private mutating func claimOwner(before titleStart: Int) {
    guard let last = mentions.indices.last, mentions[last].actor != nil else { return }
    let gap = mentions[last].tokens.upperBound..<max(titleStart, mentions[last].tokens.upperBound)
    let isPossessive = gap.count == 2 && (scan.isMark(gap.lowerBound, "'") || scan.isMark(gap.lowerBound, "’"))
    if gap.isEmpty || isPossessive { mentions[last].isModifier = true }
  }

  private mutating func person(_ range: Range<Int>, isTitled: Bool) -> (actor: Int, reason: String?)? {
    let words = range.filter { scan.tokens[$0].kind == .word }
    if words.count == 1 {
      let bearers = cast.persons(surname: scan.tokens[range.lowerBound].key)
      if bearers.count == 1 { return (bearers[0], nil) }
      return isTitled && bearers.isEmpty && scan.tokens[range.lowerBound].span.length > 3
        ? (cast.unknown(scan.text[scan.span(range)], kind: .person), nil) : nil
    }
    if let joined = misspelling(words) { return joined }
    if let last = words.last, cast.persons(surname: scan.tokens[last].key).count == 1, let first = words.first,
      let bearer = cast.persons(surname: scan.tokens[last].key).first,
      cast.members[bearer].nameKeys.first == scan.tokens[first].key
    {
      return (bearer, nil)
    }
    guard isTitled || isSpeaker(range) else { return nil }
    return (cast.unknown(scan.text[scan.span(range)], kind: .person), nil)
  }

  /// The person of the article or of the gazetteer whose name this is, but for one word that is misspelt.
  private mutating func misspelling(_ words: [Int]) -> (actor: Int, reason: String?)? {
    guard let first = words.first, let last = words.last, first != last else { return nil }
    let surname = LatinFolding.fold(scan.text[scan.tokens[last].span])
    for (index, member) in cast.members.enumerated() where member.nameKeys.first == scan.tokens[first].key {
      if let reason = Self.reason(surname, member.nameWords, member.name) { return (index, reason) }
    }
    for record in tables.actors.personsByFirstName[scan.tokens[first].key] ?? [] {
      let name = tables.actors.records[record].englishName
      let candidates = LatinFolding.fold(name).split(separator: " ").map(String.init)
      if candidates.last == surname { return (cast.member(record), nil) }
      if let reason = Self.reason(surname, candidates, name) { return (cast.member(record), reason) }
    }
    return nil
  }

  private static func reason(_ surname: String, _ words: [String], _ name: String) -> String? {
    for word in words.dropFirst() {
      guard let reason = NameSimilarity.reason(surname, word) else { continue }
      return "read as a misspelling of \(name): same first name, \(reason)"
    }
    return nil
  }

  private func isReporting(_ hit: Hit) -> Bool {
    hit.entries.contains { index in
      let entry = scan.lexicon.entries[index]
      return entry.table == .trigger && tables.triggers[Int(entry.row) / 4].frame.doer == .speaker
    }
  }

  /// Whether the name stands where a speaker stands: beside a reporting verb.
  private func isSpeaker(_ range: Range<Int>) -> Bool {
    [scan.hit(at: range.lowerBound - 1), scan.hit(at: range.upperBound)].contains { hit in
      hit.map { $0.is(.trigger) && isReporting($0) } ?? false
    }
  }

  // MARK: Shapes

  private func isCapital(_ index: Int) -> Bool { scan.tokens[index].casing != .lower }

  /// A capitalized word that no table claims for something else.
  private func isNamePart(_ index: Int) -> Bool {
    guard index < scan.tokens.count, scan.tokens[index].kind == .word, scan.tokens[index].casing == .capitalized,
      !timexOfToken[index]
    else { return false }
    guard let hit = scan.hit(at: index) else { return true }
    return !hit.is(.actor) && !hit.is(.demonym) && !hit.is(.metonym) && !hit.is(.place) && !hit.is(.title)
      && !hit.is(.office) && !hit.is(.cue) && !hit.is(.credit) && hit.end == hit.start + 1
  }

  private func isPersonAhead(_ index: Int) -> Bool {
    guard index < scan.tokens.count, !scan.isMark(index, ",") else { return false }
    if let record = scan.hit(at: index)?.row(.actor) { return tables.actors.records[record].kind == .person }
    return isNamePart(index)
  }

  /// The end of a run of name words from `start`: hyphens and apostrophes inside, particles between, `Jr.` at the end.
  private func nameEnd(from start: Int) -> Int? {
    var index = start
    var end: Int?
    while index < scan.tokens.count, index < start + 9 {
      let token = scan.tokens[index]
      let isGlued = index > start && token.start == scan.tokens[index - 1].end
      if isNamePart(index) || (index == start && token.casing != .lower) {
        end = index + 1
      } else if index > start, token.kind == .mark, isGlued, index + 1 < scan.tokens.count,
        scan.tokens[index + 1].start == token.end, Self.joints.contains(token.key), isNamePart(index + 1)
      {
        // A hyphen or an apostrophe inside the name.
      } else if index > start, token.kind == .word, Self.particles.contains(token.key),
        isNamePart(index + 1) || scan.isMark(index + 1, "-")
      {
        // A particle between two names.
      } else if index > start, scan.isMark(index, "-"), isGlued, isNamePart(index + 1) {
        // The hyphen of `al-`.
      } else {
        break
      }
      index += 1
    }
    if let found = end, Self.juniors.contains(scan.tokens[found - 1].key), scan.isMark(found, ".") { end = found + 1 }
    return end
  }

  private static let joints: Set<UInt64> = [0x2D, 0x27, 0x2019]
  private static let particles = Set(
    ["bin", "al", "el", "ul", "de", "van", "von", "der", "ibn", "abu", "ben", "da"].map { Tokenizer.key(of: $0) })
  private static let juniors = Set(["jr", "sr"].map { Tokenizer.key(of: $0) })

  /// Whether a preposition of place stands before the token.
  private func isLocative(_ index: Int) -> Bool {
    guard let hit = scan.hit(at: index - 1) else { return false }
    return hit.has(.in) || hit.has(.to) || hit.has(.from)
  }

  /// `KYIV, kabarnusa.id –` and `DOHA (Meridian Post) -` at the head of a sentence.
  private func isDateline(_ index: Int) -> Bool {
    scan.tokens[index].casing == .upper && (index == 0 || scan.tokens[index - 1].kind == .lineBreak)
  }

  /// Whether a trigger or a word that joins actors stands close by.
  private func actsNear(_ hit: Hit) -> Bool {
    if let before = scan.hit(at: hit.start - 1), before.is(.trigger), !isReporting(before) { return false }
    for index in hit.end..<min(hit.end + 4, scan.tokens.count) {
      if scan.tokens[index].kind == .mark, !scan.isMark(index, ",") { break }
      if let next = scan.hit(at: index), next.is(.trigger) || next.has(.through) || next.has(.and) { return true }
    }
    guard let before = scan.hit(at: hit.start - 1) else { return false }
    return before.is(.trigger) || before.has(.between) || before.has(.and) || before.has(.with) || before.has(.against)
      || before.is(.object)
  }

  /// The outlet's own name, or a host name such as `kabar.co.id`: a byline or dateline, that plays no part in events.
  private mutating func outletMention(_ index: Int, _ keys: [UInt64], _ outlet: String?) -> Int? {
    let end: Int
    let name: String
    if let outlet, !keys.isEmpty, index + keys.count <= scan.tokens.count,
      zip(keys, scan.tokens[index...]).allSatisfy({ $0 == $1.key })
    {
      (end, name) = (index + keys.count, outlet)
    } else if let host = hostEnd(from: index) {
      (end, name) = (host, scan.text[scan.span(index..<host)])
    } else {
      return nil
    }
    var mention = Mention(tokens: index..<end, actor: cast.unknown(name, kind: .media))
    mention.isModifier = true
    return add(mention)
  }

  private func hostEnd(from start: Int) -> Int? {
    guard scan.isMark(start + 1, "."), scan.tokens[start].kind == .word else { return nil }
    var end = start + 1
    while end + 1 < scan.tokens.count, scan.isMark(end, "."), scan.tokens[end].start == scan.tokens[end - 1].end,
      scan.tokens[end + 1].kind == .word, scan.tokens[end + 1].start == scan.tokens[end].end,
      scan.tokens[end + 1].casing == .lower
    {
      end += 2
    }
    return end > start + 1 && Self.topDomains.contains(scan.tokens[end - 1].key) && scan.tokens[start].span.length > 2
      ? end : nil
  }

  private static let topDomains = Set(
    ["com", "id", "co", "net", "org", "info", "news", "tv", "uk", "me"].map { Tokenizer.key(of: $0) })
}
