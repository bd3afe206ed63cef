import Timeline

/// Whom a sentence credits.
struct Credits: Sendable {
  /// The outlet: `dilansir Reuters`.
  var outlet: Int?
  /// The source: `menurut PBB`.
  var source: Int?
  /// Whether a source is credited that has no name.
  var isUnnamed = false
}

/// Finds the words of a sentence that credit an outlet or a source, and who follows them.
struct CreditFinder {
  let scan: Scan
  let sentence: SentenceReading
  let cast: Cast
  /// Whom actors without a name were said to be.
  let bound: [Int: [Int]]

  func credits() -> Credits {
    var credits = Credits()
    for index in scan.hits(in: sentence.tokens) where scan.hits[index].is(.credit) {
      let hit = scan.hits[index]
      guard let mention = mention(after: hit.end), let named = mention.actor else {
        if isSource(hit), isBody(hit.end) { credits.isUnnamed = true }
        continue
      }
      let actor = bound[named]?.first ?? named
      if cast.members[actor].kind == .media, !mention.isDescription {
        credits.outlet = actor
      } else if isSource(hit), credits.source == nil, !isTally(mention.tokens.upperBound) {
        credits.source = actor
      }
    }
    return credits
  }

  /// `according to the health ministry`
  private func isBody(_ index: Int) -> Bool {
    (index..<min(index + 3, sentence.tokens.upperBound)).contains { scan.hit(at: $0)?.is(.title) == true }
  }

  private func isTally(_ index: Int) -> Bool {
    guard let hit = scan.hit(at: index), hit.is(.credit) else { return false }
    return hit.entries.contains {
      scan.lexicon.entries[$0].table == .credit && scan.lexicon.entries[$0].row == Credit.tally.rawValue
    }
  }

  private func isSource(_ hit: Hit) -> Bool {
    hit.entries.contains { index in
      let entry = scan.lexicon.entries[index]
      return entry.table == .credit && entry.row == Credit.source.rawValue
    }
  }

  /// The actor that follows within a few words; a name in quotation marks counts.
  private func mention(after end: Int) -> Mention? {
    sentence.mentions.first { $0.phraseStart >= end && $0.phraseStart <= end + 4 && !$0.isModifier }
  }
}
