import Text

/// Normalizes the mentions of a text in order and carries the anchors along.
struct NormalizationPass {
  let tagging: Tagging
  let text: SourceText
  let normalizer: Normalizer
  let published: CivilDay?
  let isNarrative: Bool
  let explains: Bool

  /// Mentions looked at around one that needs an event's or a speaker's day, so that time stays linear.
  private static let reach = 8

  func timexes() -> [Timex3] {
    var context = NormalizationContext()
    context.published = published
    context.isNarrative = isNarrative
    var result: [Timex3] = []
    result.reserveCapacity(tagging.mentions.count)
    for index in tagging.mentions.indices {
      var mention = tagging.mentions[index]
      if mention.isForNarrative, !isNarrative { continue }
      if isNarrative, let fields = completed(index) { mention.expression = .date(fields) }
      prepare(&context, index)
      guard let resolution = normalizer.resolve(mention, tagging.damage(of: mention), context) else { continue }
      if isNarrative, let ends = mention.ends, let pair = split(mention, ends, resolution, context) {
        result.append(contentsOf: pair)
      } else {
        result.append(timex(mention, resolution))
      }
      remember(mention, resolution, in: &context)
      context.last = resolution.days?.first
    }
    return result
  }

  /// Sets what depends on the mention's place.
  private func prepare(_ context: inout NormalizationContext, _ index: Int) {
    let mention = tagging.mentions[index]
    context.isFuture = mention.isFuture
    context.isBound = mention.isBound
    context.rangeStart = mention.endsRange ? context.last : nil
    context.spoken = nil
    context.event = nil
    switch mention.expression {
    case .shift(let shift) where shift.anchor == .publication && mention.quotation >= 0:
      context.spoken = spokenDay(of: Int(mention.quotation), index, context)
    case .eventDay, .time: context.event = eventDay(index, context)
    default: break
    }
  }

  /// The day on which a quotation is spoken: the first plain date after it in its sentence, or before it.
  private func spokenDay(of quotation: Int, _ index: Int, _ context: NormalizationContext) -> CivilDay? {
    guard quotation < tagging.quotations.count else { return nil }
    let quoted = tagging.quotations[quotation]
    var probe = context
    probe.isFuture = false
    probe.spoken = nil
    let range = max(0, index - Self.reach)..<min(tagging.mentions.count, index + Self.reach)
    let inReach = range.filter { tagging.mentions[$0].quotation != Int32(quotation) }
    for other in inReach where tagging.mentions[other].span.start >= quoted.end {
      let mention = tagging.mentions[other]
      guard sentence(at: quoted.end) == mention.sentence, mention.quotation < 0 else { break }
      if let day = plainDay(mention, probe) { return day }
    }
    for other in inReach.reversed() where tagging.mentions[other].span.end <= quoted.start {
      let mention = tagging.mentions[other]
      guard sentence(at: quoted.start) == mention.sentence, mention.quotation < 0 else { break }
      if let day = plainDay(mention, probe) { return day }
    }
    return nil
  }

  private func sentence(at offset: Int) -> Int32 {
    var low = 0
    var high = tagging.sentences.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(tagging.sentences[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return Int32(low)
  }

  private func plainDay(_ mention: Mention, _ context: NormalizationContext) -> CivilDay? {
    guard case .date(let fields) = mention.expression, fields.grain == .day,
      let days = normalizer.resolve(mention, tagging.damage(of: mention), context)?.days, days.length == 1
    else { return nil }
    return days.first
  }

  /// The day that the sentence of a mention names, nearest first, later ones first.
  private func eventDay(_ index: Int, _ context: NormalizationContext) -> CivilDay? {
    let sentence = tagging.mentions[index].sentence
    let others =
      Array(index + 1..<min(tagging.mentions.count, index + Self.reach))
      + (max(0, index - Self.reach)..<index).reversed()
    for other in others where tagging.mentions[other].sentence == sentence {
      var probe = context
      probe.isFuture = tagging.mentions[other].isFuture
      if let day = plainDay(tagging.mentions[other], probe) { return day }
    }
    return nil
  }

  /// Keeps a date for what counts from it later. The words of a quotation are the speaker's: the text around it does not
  /// count from them.
  private func remember(_ mention: Mention, _ resolution: Resolution, in context: inout NormalizationContext) {
    if mention.quotation >= 0, context.text != nil { return }
    guard let days = resolution.days, resolution.type == .date || resolution.type == .time else { return }
    guard resolution.grain <= .year, resolution.grain != .season || isNewSeason(mention, resolution),
      carriesOn(mention, days, resolution, context)
    else {
      return
    }
    context.text = NormalizationContext.Anchored(days: days, grain: resolution.grain)
    if resolution.grain <= .day {
      context.textDay = days.first
      if let published, !isNarrative, case .date = mention.expression, days.first < published,
        days.first >= published - 7
      {
        context.newsDay = days.first
      }
    }
  }

  /// Whether a season is told of as one that follows, or with its year: `in winter` may be any.
  private func isNewSeason(_ mention: Mention, _ resolution: Resolution) -> Bool {
    guard case .period(let period) = mention.expression else { return false }
    return resolution.basis == .explicit || isNarrative && (period.follows || period.direction == 1)
  }

  /// How far a lone year may lie from the running date of a history and still move it: what lies further is background.
  private static let yearsOfHistory = 10

  /// Whether a date moves the running date: an aside (`since 1905`), a look back (`the year before`) and a lone year far off do not.
  private func carriesOn(
    _ mention: Mention, _ days: DateSpan, _ resolution: Resolution, _ context: NormalizationContext
  ) -> Bool {
    guard isNarrative, let running = context.text else { return true }
    if mention.isAside || isBracketed(mention.span) { return false }
    if case .shift(let shift) = mention.expression, shift.anchor == .text, shift.count ?? 0 < 0 { return false }
    // `By 1956` goes on, `until 1958` looks ahead.
    if mention.isBound, resolution.grain == .year, days.first.year > running.days.first.year + 1 { return false }
    return resolution.grain < .year || abs(days.first.year - running.days.first.year) <= Self.yearsOfHistory
  }

  /// In a history each end of a range is an expression of its own, since each dates an event.
  private func split(
    _ mention: Mention, _ ends: (TextSpan, TextSpan), _ whole: Resolution, _ context: NormalizationContext
  ) -> [Timex3]? {
    guard case .range(let first, let last) = mention.expression, let days = whole.days else { return nil }
    let values = whole.value.split(separator: "/").map(String.init)
    guard values.count == 2 else { return nil }
    return zip([ends.0, ends.1], zip(values, [first, last])).enumerated().map { number, part in
      var end = whole
      end.value = part.1.0
      end.grain = part.1.1.grain
      let day = number == 0 ? days.first : days.last
      end.days = DateSpan.of(end.grain == .day ? .day : end.grain == .month ? .month : .year, holding: day)
      var own = mention
      own.span = part.0
      return timex(own, end)
    }
  }

  private func timex(_ mention: Mention, _ resolution: Resolution) -> Timex3 {
    Timex3(
      span: mention.span, fragments: tagging.damage(of: mention)?.displaced ?? [], type: resolution.type,
      value: resolution.value,
      mod: mention.mod, days: resolution.days.flatMap(Self.told), time: mention.time?.clock, grain: resolution.grain,
      basis: resolution.basis, repair: resolution.repair, confidence: confidence(resolution),
      readings: resolution.readings, why: explains ? resolution.why : [])
  }

  /// The days that are told: none before Christ, since no calendar of its time is known; they only serve to count from.
  private static func told(_ days: DateSpan) -> DateSpan? { days.first.year > 0 ? days : nil }

  /// What is not weighed has the share that its basis gets right on the development texts.
  private func confidence(_ resolution: Resolution) -> Double {
    if resolution.repair != nil || !resolution.readings.isEmpty { return resolution.confidence }
    switch resolution.basis {
    case .explicit: return 0.99
    case .partial: return isNarrative ? 0.88 : 0.96
    case .weekday: return isNarrative ? 0.8 : 0.95
    case .relative: return isNarrative ? 0.82 : 0.94
    default: return 0.88
    }
  }
}
