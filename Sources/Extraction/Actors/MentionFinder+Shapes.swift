import Text
import Timeline

/// What a word looks like, and what stands around it.
extension MentionFinder {
  func isCapital(_ index: Int) -> Bool { scan.tokens[index].casing != .lower }

  /// A capitalized word that no table claims for something else.
  func isNamePart(_ index: Int) -> Bool {
    guard index < scan.tokens.count, scan.tokens[index].kind == .word, scan.tokens[index].casing == .capitalized,
      !timexOfToken[index]
    else { return false }
    guard let hit = scan.hit(at: index) else { return true }
    return !hit.is(.actor) && !hit.is(.demonym) && !hit.is(.metonym) && !hit.is(.place) && !hit.is(.title)
      && !hit.is(.office) && !hit.is(.cue) && !hit.is(.credit) && hit.end == hit.start + 1
  }

  func isPersonAhead(_ index: Int) -> Bool {
    guard index < scan.tokens.count, !scan.isMark(index, ",") else { return false }
    if let record = scan.hit(at: index)?.row(.actor) { return tables.actors.records[record].kind == .person }
    return isNamePart(index)
  }

  /// The end of a run of name words from `start`: hyphens and apostrophes inside, particles between, `Jr.` at the end.
  func nameEnd(from start: Int) -> Int? {
    var index = start
    var end: Int?
    while index < scan.tokens.count, index < start + 9 {
      let token = scan.tokens[index]
      let isGlued = index > start && token.start == scan.tokens[index - 1].end
      if isNamePart(index) || (index == start && token.casing != .lower) || index > start && isSurname(index) {
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

  /// A person's surname of the gazetteer inside a longer name that it does not hold.
  func isSurname(_ index: Int) -> Bool {
    guard scan.tokens[index].casing == .capitalized, let hit = scan.hit(at: index), hit.end == hit.start + 1,
      let record = hit.row(.actor)
    else { return false }
    return tables.actors.records[record].kind == .person
  }

  static let joints: Set<UInt64> = [0x2D, 0x27, 0x2019]
  static let particles = Set(
    ["bin", "al", "el", "ul", "uz", "ur", "us", "de", "van", "von", "der", "ibn", "abu", "ben", "da", "du", "dos"].map {
      Tokenizer.key(of: $0)
    })
  static let juniors = Set(["jr", "sr"].map { Tokenizer.key(of: $0) })

  /// Indonesian: whether a noun here begins its phrase; behind another noun it only says of what kind that is:
  /// `markas militer`.
  func isPhraseHead(_ index: Int) -> Bool {
    guard index > 0, scan.tokens[index - 1].kind == .word else { return true }
    guard let before = scan.hit(at: index - 1) else { return false }
    return before.cues != 0 || before.is(.trigger) && !before.is(.object) || before.is(.credit)
  }

  /// Whether a preposition of place stands before the token.
  func isLocative(_ index: Int) -> Bool {
    guard let hit = scan.hit(at: index - 1) else { return false }
    return hit.has(.in) || hit.has(.toward) || hit.has(.from)
  }

  /// `KYIV, kabarnusa.id –` and `DOHA (Meridian Post) -` at the head of a sentence.
  func isDateline(_ index: Int) -> Bool {
    scan.tokens[index].casing == .upper && (index == 0 || scan.tokens[index - 1].kind == .lineBreak)
  }

  /// Whether a trigger or a word that joins actors stands close by.
  func actsNear(_ hit: Hit) -> Bool {
    if ownsDeed(hit) { return true }
    if let before = scan.hit(at: hit.start - 1), before.is(.trigger), !isReporting(before) { return false }
    for index in hit.end..<min(hit.end + 4, scan.tokens.count) {
      if scan.tokens[index].kind == .mark, !scan.isMark(index, ",") { break }
      if let next = scan.hit(at: index), next.is(.trigger) || next.has(.through) || next.has(.and) { return true }
    }
    guard let before = scan.hit(at: hit.start - 1) else { return false }
    return before.is(.trigger) || before.has(.between) || before.has(.and) || before.has(.with) || before.has(.against)
      || before.is(.object) || before.is(.credit) || before.has(.to) && !before.has(.toward)
  }

  /// `Moscow's attack on Odesa`, `serangan Moskow terhadap Odesa`: a deed that goes out from there to somewhere else.
  private func ownsDeed(_ hit: Hit) -> Bool {
    if isIndonesian {
      guard let deed = scan.hit(at: hit.start - 1), deed.is(.trigger), hit.end < scan.tokens.count else { return false }
      return Self.outward.contains(scan.tokens[hit.end].key)
    }
    guard scan.isMark(hit.end, "'") || scan.isMark(hit.end, "’") else { return false }
    for index in hit.end + 2..<min(hit.end + 5, scan.tokens.count) where scan.tokens[index].kind == .word {
      guard let deed = scan.hit(at: index), deed.is(.trigger), deed.end < scan.tokens.count else { continue }
      return Self.outward.contains(scan.tokens[deed.end].key)
    }
    return false
  }

  private static let outward = Set(
    ["on", "against", "to", "terhadap", "ke", "atas", "kepada"].map { Tokenizer.key(of: $0) })

  /// `KYIV, Kabar Kota –`, `DOHA (Meridian Post) -`: the words between the place of filing and the dash name the outlet.
  func datelineOutlet(from start: Int) -> Range<Int>? {
    guard start < scan.tokens.count, isDateline(start) else { return nil }
    let line = start..<min(start + 16, scan.tokens.count)
    guard let dash = line.first(where: { index in ["–", "—", "-"].contains { scan.isMark(index, $0) } }),
      !line.prefix(while: { $0 < dash }).contains(where: { scan.tokens[$0].kind == .lineBreak })
    else { return nil }
    let isBracketed = scan.isMark(dash - 1, ")")
    let end = isBracketed ? dash - 1 : dash
    guard let open = (start..<end).last(where: { scan.isMark($0, isBracketed ? "(" : ",") }) else { return nil }
    let name = open + 1..<end
    let isName = name.allSatisfy { index in
      scan.tokens[index].kind == .word && scan.tokens[index].casing != .lower && !timexOfToken[index]
        && scan.hit(at: index)?.is(.place) != true && scan.hit(at: index)?.is(.actor) != true
    }
    return isName && (1...4).contains(name.count) ? name : nil
  }

  /// The outlet's own name, or a host name such as `kabar.co.id`: a byline or dateline, that plays no part in events.
  mutating func outletMention(_ index: Int, _ keys: [UInt64], _ outlet: String?) -> Int? {
    let end: Int
    let name: String
    if let outlet, !keys.isEmpty, index + keys.count <= scan.tokens.count,
      zip(keys, scan.tokens[index...]).allSatisfy({ $0 == $1.key })
    {
      (end, name) = (index + keys.count, outlet)
    } else if let name = dateline, name.lowerBound == index {
      let actor = cast.unknown(scan.text[scan.span(name)], kind: .media)
      var mention = Mention(tokens: name, actor: actor)
      mention.isModifier = true
      return add(mention)
    } else if let host = hostEnd(from: index) {
      (end, name) = (host, scan.text[scan.span(index..<host)])
    } else {
      return nil
    }
    var mention = Mention(tokens: index..<end, actor: cast.unknown(name, kind: .media))
    mention.isModifier = true
    return add(mention)
  }

  func hostEnd(from start: Int) -> Int? {
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

  static let topDomains = Set(
    ["com", "id", "co", "net", "org", "info", "news", "tv", "uk", "me"].map { Tokenizer.key(of: $0) })
}
