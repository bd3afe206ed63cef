import Text
import Timeline

/// Titles, and the names of persons behind them.
extension MentionFinder {
  /// `Kapolda Papua Irjen Mathius Fakhiri`: titles, and the states or places that they belong to, until a name begins.
  mutating func readTitle(_ hit: Hit, _ kind: TitleKind) -> Int {
    readTitled(hit.end, titleStart: hit.start, isSpokesperson: kind == .spokesperson)
  }

  mutating func readTitled(_ start: Int, titleStart: Int, isSpokesperson: Bool) -> Int {
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
      } else if hit.is(.description), isPersonAhead(hit.end) {
        index = hit.end
      } else if hit.has(.to), let state = scan.hit(at: hit.end), state.is(.actor), isPersonAhead(state.end) {
        index = hit.end
      } else if hit.is(.actor) || (hit.is(.demonym) || hit.is(.metonym) || hit.is(.place)) && isCapital(index) {
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
    if isApposition(index) { index += 1 }
    guard index < scan.tokens.count else { return index }
    if let hit = scan.hit(at: index), hit.start == index, let record = hit.row(.actor),
      tables.actors.records[record].kind == .person
    {
      var mention = Mention(tokens: hit.tokens, actor: cast.member(record))
      mention.phraseStart = titleStart
      mention.isSpokesperson = isSpokesperson
      if let person = mention.actor { claimOwner(of: person, before: titleStart) }
      return add(mention)
    }
    return isNamePart(index)
      ? readName(index, titleStart: titleStart, isSpokesperson: isSpokesperson) : max(index, start)
  }

  /// `Pakistan's army chief, Asim Munir, said`: a name between commas behind a title.
  func isApposition(_ index: Int) -> Bool {
    guard scan.isMark(index, ",") else { return false }
    if let hit = scan.hit(at: index + 1), let record = hit.row(.actor) {
      return tables.actors.records[record].kind == .person && scan.isMark(hit.end, ",")
    }
    guard isNamePart(index + 1), let end = nameEnd(from: index + 1) else { return false }
    return end - index > 2 && scan.isMark(end, ",")
  }

  /// `Kepala Kebijakan Luar Negeri Uni Eropa Josep Borrell`: capitalized words between a title and the body it belongs
  /// to are no name where a name follows the body.
  mutating func skipOfficeWords(_ index: Int) -> Int {
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
  mutating func readName(_ start: Int, titleStart: Int?, isSpokesperson: Bool) -> Int {
    guard let end = nameEnd(from: start) else { return start + 1 }
    let range = start..<end
    guard let (actor, reason) = person(range, isTitled: titleStart != nil) else { return end }
    var mention = Mention(tokens: range, actor: actor)
    mention.phraseStart = titleStart ?? start
    mention.isSpokesperson = isSpokesperson
    if let reason {
      mention.reason = reasons.count
      reasons.append(reason)
    }
    if let titleStart { claimOwner(of: actor, before: titleStart) }
    return add(mention)
  }

  /// `Israeli Prime Minister X`, `Russia's envoy X`: whoever stands right before the title only says whose it is.
  mutating func claimOwner(of person: Int, before titleStart: Int) {
    guard let last = mentions.indices.last else { return }
    let gap = mentions[last].tokens.upperBound..<max(titleStart, mentions[last].tokens.upperBound)
    let isPossessive = gap.count == 2 && (scan.isMark(gap.lowerBound, "'") || scan.isMark(gap.lowerBound, "’"))
    if gap.isEmpty || isPossessive { mentions[last].isModifier = true }
    let owner = mentions.last { $0.isModifier && $0.tokens.lowerBound >= titleStart - 3 }
    if let owner = owner?.actor { cast.adopt(person, by: owner) }
  }

  mutating func person(_ range: Range<Int>, isTitled: Bool) -> (actor: Int, reason: String?)? {
    let words = range.filter { scan.tokens[$0].kind == .word }
    if words.count == 1 {
      let bearers = cast.persons(surname: scan.tokens[range.lowerBound].key)
      if bearers.count == 1 { return (bearers[0], nil) }
      if bearers.isEmpty {
        let first = cast.persons(firstName: scan.tokens[range.lowerBound].key)
        if first.count == 1 { return (first[0], nil) }
        if let joined = misspeltSurname(range.lowerBound) { return joined }
      }
      if isTitled, bearers.isEmpty, let joined = misspeltOffice(range.lowerBound) { return joined }
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
    guard isTitled || isSpeaker(range) || isDescribed(range.upperBound) else { return nil }
    return (cast.unknown(scan.text[scan.span(range)], kind: .person), nil)
  }

  /// A surname alone that is that of one person named before but for a letter: `Zelenski` after `Volodymyr Zelensky`.
  ///
  /// Shorter words, and words that the beginning of a sentence alone may have given their capital, are left as they are.
  func misspeltSurname(_ index: Int) -> (actor: Int, reason: String?)? {
    let word = LatinFolding.fold(scan.text[scan.tokens[index].span])
    let isSpeaker = scan.hit(at: index + 1).map { $0.is(.trigger) && isReporting($0) } ?? false
    guard word.utf8.count >= 5, isSpeaker || !beginsSentence(index) else { return nil }
    var found: (actor: Int, reason: String?)?
    for (actor, member) in cast.members.enumerated() where member.kind == .person {
      for surname in member.nameWords.dropFirst() where NameSimilarity.isSlip(word, surname) {
        if let found, found.actor != actor { return nil }
        let reason = NameSimilarity.reason(word, surname) ?? "one letter differs"
        found = (actor, "read as a misspelling of \(member.name): no other person is named so, \(reason)")
      }
    }
    return found
  }

  /// `President Bidden`: behind a title, a surname that is that of one known person but for a slip.
  private mutating func misspeltOffice(_ index: Int) -> (actor: Int, reason: String?)? {
    let word = LatinFolding.fold(scan.text[scan.tokens[index].span])
    let found = (tables.actors.personsBySkeleton[NameSimilarity.consonants(word)] ?? []).filter { record in
      let name = LatinFolding.fold(tables.actors.records[record].englishName)
      return name.split(separator: " ").last.map { NameSimilarity.isSlip(word, String($0)) } ?? false
    }
    guard found.count == 1, let record = found.first else { return nil }
    let name = tables.actors.records[record].englishName
    return (cast.member(record), "read as a misspelling of \(name): no other known person has such a surname")
  }

  private func beginsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = scan.tokens[index - 1]
    return before.kind == .lineBreak || before.kind == .mark && !scan.isMark(index - 1, ",")
  }

  /// The person of the article or of the gazetteer whose name this is, but for a word or two that are misspelt.
  mutating func misspelling(_ words: [Int]) -> (actor: Int, reason: String?)? {
    guard let first = words.first, let last = words.last, first != last else { return nil }
    lazy var surname = LatinFolding.fold(scan.text[scan.tokens[last].span])
    for (index, member) in cast.members.enumerated() where member.nameKeys.first == scan.tokens[first].key {
      if let reason = Self.reason(surname, member.nameWords, member.name) { return (index, reason) }
    }
    for record in tables.actors.actorsByFirstWord[scan.tokens[first].key] ?? [] {
      let name = tables.actors.records[record].englishName
      let candidates = LatinFolding.fold(name).split(separator: " ").map(String.init)
      let isPerson = tables.actors.records[record].kind == .person
      if !isPerson, candidates.count != words.count { continue }
      if isPerson, candidates.last == surname { return (cast.member(record), nil) }
      if let reason = Self.reason(surname, candidates, name) { return (cast.member(record), reason) }
    }
    return misspeltFirstName(first, surname)
  }

  /// `Vladmir Putin`, `Volodimir Zelenski`: a surname with the consonants of a known one, and a first name like theirs.
  private mutating func misspeltFirstName(_ first: Int, _ surname: String) -> (actor: Int, reason: String?)? {
    let given = LatinFolding.fold(scan.text[scan.tokens[first].span])
    for (index, member) in cast.members.enumerated() where member.kind == .person && member.nameWords.count > 1 {
      guard member.nameWords.last == surname, let reason = NameSimilarity.reason(given, member.nameWords[0]) else {
        continue
      }
      return (index, "read as a misspelling of \(member.name): same surname, \(reason)")
    }
    for record in tables.actors.personsBySkeleton[NameSimilarity.consonants(surname)] ?? [] {
      let name = tables.actors.records[record].englishName
      let known = LatinFolding.fold(name).split(separator: " ").map(String.init)
      guard let last = known.last, surname == last || NameSimilarity.isSlip(surname, last),
        let reason = NameSimilarity.reason(given, known[0])
      else { continue }
      return (cast.member(record), "read as a misspelling of \(name): first name, \(reason)")
    }
    return nil
  }

  static func reason(_ surname: String, _ words: [String], _ name: String) -> String? {
    for word in words.dropFirst() {
      guard let reason = NameSimilarity.reason(surname, word) else { continue }
      return "read as a misspelling of \(name): same first name, \(reason)"
    }
    return nil
  }

  func isReporting(_ hit: Hit) -> Bool {
    hit.entries.contains { index in
      let entry = scan.lexicon.entries[index]
      return entry.table == .trigger && tables.triggers[Int(entry.row) / 4].frame.doer == .speaker
    }
  }

  /// `Milan Radoicic, deputy head of …`: a title behind the comma.
  func isDescribed(_ end: Int) -> Bool {
    guard scan.isMark(end, ",") else { return false }
    return (end + 1...end + 3).contains { index in
      guard let hit = scan.hit(at: index), let row = hit.row(.title) else { return false }
      return tables.titles[row] == .office || tables.titles[row] == .spokesperson
    }
  }

  /// Whether the name stands where a speaker stands: beside a reporting verb.
  func isSpeaker(_ range: Range<Int>) -> Bool {
    [scan.hit(at: range.lowerBound - 1), scan.hit(at: range.upperBound)].contains { hit in
      hit.map { $0.is(.trigger) && isReporting($0) } ?? false
    }
  }
}
