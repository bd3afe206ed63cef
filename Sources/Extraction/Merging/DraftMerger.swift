import Timeline

/// Joins the drafts of one article that tell one event: the points of one speech, and one act told twice.
struct DraftMerger {
  /// Joins in place: a joined draft names the one that it was joined to.
  static func merge(_ drafts: inout [Draft], _ occasions: [Occasion]) {
    for occasion in occasions { mergeSpeech(occasion, &drafts) }
    var kept: [EventType: [Int]] = [:]
    for index in drafts.indices where !drafts[index].isSpeech {
      let candidates = kept[drafts[index].type, default: []].suffix(reach)
      if let earlier = candidates.first(where: { canBeSame($0, index, drafts) && isSame(drafts[$0], drafts[index]) }) {
        join(index, to: earlier, &drafts)
      } else {
        kept[drafts[index].type, default: []].append(index)
      }
    }
  }

  /// How many events of a type are looked back at: joining stays linear in the length of the article.
  private static let reach = 24

  /// One statement an occasion; what the speaker adds without being named again goes to what was said last.
  private static func mergeSpeech(_ occasion: Occasion, _ drafts: inout [Draft]) {
    var kept: [Int] = []
    for index in occasion.members {
      let draft = drafts[index]
      let isStatement = draft.type == EventType(rawValue: "statement")
      if draft.isContinuation, isStatement, let last = kept.last {
        join(index, to: last, &drafts)
      } else if let same = kept.suffix(reach).first(where: { isSameSpeech(drafts[$0], draft) }) {
        join(index, to: same, &drafts)
      } else {
        kept.append(index)
      }
    }
  }

  private static func isSameSpeech(_ a: Draft, _ b: Draft) -> Bool {
    guard a.type == b.type else { return false }
    return a.type == EventType(rawValue: "statement") || a.sufferers.meets(b.sufferers)
  }

  /// What turns most pairs away, asked before the two are looked at whole.
  private static func canBeSame(_ a: Int, _ b: Int, _ drafts: [Draft]) -> Bool {
    (drafts[a].status == .planned) == (drafts[b].status == .planned) && drafts[a].isDenied == drafts[b].isDenied
      && agree(drafts[a].doers, drafts[b].doers)
  }

  private static func isSame(_ a: Draft, _ b: Draft) -> Bool {
    guard a.type == b.type, !b.isSpeech, !a.isSpeech, areCompatible(a, b) else { return false }
    if a.status == .planned, a.occasion != b.occasion { return false }
    let others = (a.sufferers + a.receivers, b.sufferers + b.receivers)
    if a.sentences.contains(where: b.sentences.contains) {
      if isOutcome(b, of: a) { return true }
      if b.isOfEarlierAttack { return false }
      return agree(others.0, others.1)
        && (!b.hasOwnDoer || a.isNoun || b.isNoun || !a.hasOwnDoer || a.trigger.upperBound + 3 >= b.trigger.lowerBound)
    }
    if isOutcome(b, of: a), b.doers.isEmpty, b.speakers.isEmpty, b.timex == nil, isNear(a, b), a.timex != nil {
      return true
    }
    let isSameTelling = a.occasion == b.occasion && (others.0.isEmpty || others.1.isEmpty) && isNear(a, b)
    return a.doers.meets(b.doers) && (others.0.meets(others.1) || isSameTelling)
      && (a.place?.id == nil || b.place?.id == nil || a.place?.id == b.place?.id)
  }

  /// `attacked the town, killing 12`, `… . 12 people were killed.`: what came of the attack told right before.
  private static func isOutcome(_ b: Draft, of a: Draft) -> Bool {
    guard b.subtype == "killing" || b.subtype == "injure", a.type == EventType(rawValue: "attack"), !a.isNoun,
      a.subtype != "killing", a.status == b.status, !b.isOfEarlierAttack, a.trigger.upperBound <= b.trigger.lowerBound
    else { return false }
    return agree(a.doers, b.doers) && (b.doers.isEmpty || Set(b.doers).isSubset(of: a.doers)) && b.sufferers.count < 2
  }

  private static func isNear(_ a: Draft, _ b: Draft) -> Bool {
    guard let first = a.sentences.last, let second = b.sentences.first else { return false }
    return second - first <= 1
  }

  private static func agree(_ a: [Int], _ b: [Int]) -> Bool {
    a.isEmpty || b.isEmpty || a.meets(b)
  }

  private static func areCompatible(_ a: Draft, _ b: Draft) -> Bool {
    guard let first = a.timex ?? a.sharedTimex, let second = b.timex ?? b.sharedTimex else { return true }
    if isNear(a, b),
      a.figures.contains(where: { figure in figure.value > 9 && b.figures.contains { isEqual($0, figure) } })
    {
      return true
    }
    return first == second || a.date?.start == b.date?.start && a.date?.end == b.date?.end
  }

  private static func isEqual(_ a: Figure, _ b: Figure) -> Bool { a.value == b.value && a.unit == b.unit }

  private static func join(_ index: Int, to kept: Int, _ drafts: inout [Draft]) {
    let draft = drafts[index]
    drafts[index].joinedTo = kept
    for sentence in draft.sentences where !drafts[kept].sentences.contains(sentence) {
      drafts[kept].sentences.append(sentence)
    }
    for actor in draft.doers where !drafts[kept].doers.contains(actor) && !(draft.isContinuation) {
      drafts[kept].doers.append(actor)
    }
    if drafts[kept].type == draft.type {
      for actor in draft.sufferers
      where !drafts[kept].sufferers.contains(actor) && (drafts[kept].sufferers.isEmpty || !draft.isSpeech) {
        drafts[kept].sufferers.append(actor)
      }
      if !draft.isSpeech || draft.timex != nil {
        drafts[kept].receivers += draft.receivers.filter { !drafts[kept].receivers.contains($0) }
      }
    }
    if drafts[kept].occasion == draft.occasion {
      drafts[kept].speakers += draft.speakers.filter { !drafts[kept].speakers.contains($0) }
    }
    drafts[kept].subtype = drafts[kept].subtype ?? draft.subtype
    drafts[kept].outlet = drafts[kept].outlet ?? draft.outlet
    drafts[kept].place = drafts[kept].place ?? draft.place
    drafts[kept].figures += draft.figures.filter { figure in
      !drafts[kept].figures.contains { $0.span == figure.span || $0 == figure }
    }
    let isFiner = draft.date?.precision == .day && drafts[kept].date?.precision != .day
    if drafts[kept].timex == nil, draft.timex != nil || isFiner { drafts[kept].date = draft.date ?? drafts[kept].date }
    if draft.isDenied { drafts[kept].isDenied = true }
  }
}
