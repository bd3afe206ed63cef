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
  let isIndonesian: Bool
  var cast: Cast
  var mentions: [Mention] = []
  /// Why words were taken for an actor, as mentions number it.
  var reasons: [String] = []
  /// The outlet's name in the dateline.
  var dateline: Range<Int>?

  init(
    scan: Scan, tables: ExtractionTables, day: CivilDay?, timexOfToken: [Bool], isIndonesian: Bool, cast: Cast
  ) {
    self.scan = scan
    self.tables = tables
    self.day = day
    self.timexOfToken = timexOfToken
    self.isIndonesian = isIndonesian
    self.cast = cast
  }

  /// Reads the whole article.
  mutating func run(outlet: String?) {
    let outletKeys = outlet.map { Tokenizer.tokens(of: SourceText($0)).map(\.key) } ?? []
    dateline = scan.tokens.indices.first { scan.tokens[$0].kind != .lineBreak }.flatMap { datelineOutlet(from: $0) }
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
    for index in mentions.indices { mentions[index].kind = mentions[index].actor.map { cast.members[$0].kind } }
  }

  /// A description counts only where no name stands beside it: `pejabat Israel` is Israel.
  mutating func dropDescriptionsBesideNames() {
    let dropped = mentions.indices.filter { index in
      mentions[index].isDescription && (isName(index - 1, beside: index) || isName(index + 1, beside: index))
    }
    if dropped.isEmpty { return }
    let gone = Set(dropped)
    mentions = mentions.indices.filter { !gone.contains($0) }.map { mentions[$0] }
  }

  private func isName(_ other: Int, beside index: Int) -> Bool {
    guard mentions.indices.contains(other), !mentions[other].isDescription, mentions[other].actor != nil else {
      return false
    }
    let (name, words) = (mentions[other].tokens, mentions[index].tokens)
    return name.lowerBound == words.upperBound || name.upperBound == words.lowerBound
      || scan.isMark(name.upperBound, "'") && name.upperBound + 2 == words.lowerBound
  }

  // MARK: Phrases of the tables

  mutating func read(_ hit: Hit) -> Int {
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
      case .office, .rank, .spokesperson:
        if let row = hit.row(.description), !isPersonAhead(hit.end) { return addDescription(hit, row) }
        return readTitle(hit, tables.titles[row])
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
  mutating func readOffice(_ hit: Hit, _ office: Office) -> Int {
    let namesPerson = scan.hit(at: hit.end)?.is(.title) == true || isPersonAhead(hit.end)
    if !namesPerson, let holder = office.holder(on: day) {
      return add(Mention(tokens: hit.tokens, actor: cast.member(holder)))
    }
    for index in hit.tokens {
      guard let (end, record) = owner(from: index, to: hit.end) else { continue }
      var mention = Mention(tokens: index..<end, actor: cast.member(record))
      mention.isModifier = namesPerson
      mentions.append(mention)
      return namesPerson ? readTitled(hit.end, titleStart: hit.start, isSpokesperson: false) : hit.end
    }
    return hit.end
  }

  /// The actor or the people of the longest phrase from a token inside an office, and the phrase's end.
  func owner(from index: Int, to end: Int) -> (end: Int, record: Int)? {
    var found: (end: Int, record: Int)?
    scan.lexicon.walk(scan.tokens, from: index, to: end) { match in
      let entry = match.entries.lazy.map { scan.lexicon.entries[$0] }.first {
        $0.table == .actor || $0.table == .demonym
      }
      if let entry { found = (match.end, Int(entry.row)) }
    }
    return found
  }

  mutating func readActor(_ hit: Hit, _ record: Int) -> Int {
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
  mutating func readMetonym(_ hit: Hit, _ record: Int) -> Int {
    let record = known(hit) ?? record
    if tables.actors.records[record].kind != .state, known(hit) == nil { return addPlace(hit) }
    if isLocative(hit.start) || isDateline(hit.start) || !actsNear(hit) && !ownsMinistry(hit) {
      return addPlace(hit)
    }
    return add(Mention(tokens: hit.tokens, actor: cast.member(record)))
  }

  /// `Moscow's defence ministry`
  private func ownsMinistry(_ hit: Hit) -> Bool {
    guard scan.isMark(hit.end, "'") || scan.isMark(hit.end, "’") else { return false }
    return scan.hit(at: hit.end + 2)?.row(.title).map { tables.titles[$0] == .ministry } ?? false
  }

  /// Of several whom a seat may stand for, the one that the article has named: `Brussels` after the European Union.
  func known(_ hit: Hit) -> Int? {
    let rows = hit.entries.map { scan.lexicon.entries[$0] }.filter { $0.table == .metonym }.map { Int($0.row) }
    return rows.last { cast.index(of: tables.actors.records[$0].id) != nil }
  }

  mutating func addPlace(_ hit: Hit) -> Int {
    add(Mention(tokens: hit.tokens, actor: nil, place: hit.row(.place)))
  }

  /// `Kementerian Pertahanan Rusia`, `Russia's Defense Ministry`: the state, named with its ministry.
  mutating func readMinistry(_ hit: Hit) -> Int {
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
  mutating func readGroup(_ hit: Hit) -> Int {
    if isGroupName(hit.end), let end = nameEnd(from: hit.end) {
      let actor = cast.unknown(scan.text[scan.span(hit.end..<end)], kind: .armedGroup)
      return add(Mention(tokens: hit.end..<end, actor: actor))
    }
    guard let row = hit.row(.description) else { return hit.end }
    return addDescription(hit, row)
  }

  func isGroupName(_ index: Int) -> Bool {
    index < scan.tokens.count && (isNamePart(index) || isUnknownAcronym(index))
  }

  mutating func addDescription(_ hit: Hit, _ row: Int) -> Int {
    let isOrgan = tables.organs[row]
    if isOrgan, isIndonesian, !isPhraseHead(hit.start) { return hit.end }
    var mention = Mention(tokens: hit.tokens, actor: cast.member(tables.descriptions[row]))
    mention.isDescription = true
    mention.isOrgan = isOrgan
    return add(mention)
  }

  /// Capitals that no table knows, beside a trigger or in the brackets behind a name: `Front Rakyat Kelabu (FRK)`.
  mutating func readAcronym(_ index: Int) -> Int {
    let name = scan.text[scan.tokens[index].span]
    if let known = cast.index(of: ActorID(rawValue: "oth." + Cast.slug(name))) {
      return add(Mention(tokens: index..<index + 1, actor: known))
    }
    let isBracketed = scan.isMark(index - 1, "(") && scan.isMark(index + 1, ")")
    let start = isBracketed ? longNameStart(before: index - 1) : nil
    let isBesideTrigger = [scan.hit(at: index - 1), scan.hit(at: index + 1)].contains { $0?.is(.trigger) == true }
    let isPrefix = index + 1 < scan.tokens.count && isNamePart(index + 1)
    guard start != nil || isBesideTrigger && !isPrefix else { return index + 1 }
    let actor = cast.unknown(name, kind: .other)
    if let start { mentions.append(Mention(tokens: start..<index - 1, actor: actor)) }
    return add(Mention(tokens: index..<index + 1, actor: actor))
  }

  func longNameStart(before end: Int) -> Int? {
    var start = end
    while start > 0, scan.tokens[start - 1].kind == .word, scan.tokens[start - 1].casing == .capitalized { start -= 1 }
    let isTaken = mentions.last.map { $0.tokens.upperBound > start } ?? false
    return end - start >= 2 && !isTaken ? start : nil
  }

  func isUnknownAcronym(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    return token.kind == .word && token.casing == .upper && (2...6).contains(token.span.length) && !timexOfToken[index]
      && scan.hitOfToken[index] < 0
  }

  mutating func add(_ mention: Mention) -> Int {
    mentions.append(mention)
    return mention.tokens.upperBound
  }
}
