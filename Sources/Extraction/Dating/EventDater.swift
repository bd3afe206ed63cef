import Temporal
import Text
import Timeline

/// Puts each draft on its day by the rules of discourse, and says which rule did it.
struct EventDater {
  let text: SourceText
  let timexes: [Timex3]
  let published: CivilDay?
  let publishedRule: String
  /// How many occasions are looked back at.
  private static let reach = 32
  /// How old an act may be for what its doer says next to be of the same day.
  private static let freshDays = 7
  /// The drafts of each sentence.
  private let draftsOfSentence: [Int: [Int]]

  init(text: SourceText, timexes: [Timex3], published: CivilDay?, publishedRule: String, drafts: [Draft]) {
    self.text = text
    self.timexes = timexes
    self.published = published
    self.publishedRule = publishedRule
    draftsOfSentence = Dictionary(grouping: drafts.indices) { drafts[$0].sentences.first ?? 0 }
  }

  /// Dates every draft. What is said is dated by its occasion, what is told in it before or after that.
  func date(_ drafts: inout [Draft], _ occasions: inout [Occasion]) {
    for index in drafts.indices where drafts[index].isSpeech { ownDate(&drafts[index], anchor: published) }
    dateOccasions(&occasions, drafts)
    for index in drafts.indices where drafts[index].isSpeech {
      if drafts[index].date == nil, let occasion = drafts[index].occasion {
        drafts[index].date = occasions[occasion].date
      }
    }
    for index in drafts.indices where !drafts[index].isSpeech { dateContent(index, &drafts, occasions) }
  }

  /// The day named for a draft; nobody has spoken on a day to come, or done what is due by then.
  private func ownDate(_ draft: inout Draft, anchor: CivilDay?) {
    guard let timex = draft.timex ?? (draft.isSpeech ? draft.sharedTimex : nil) else { return }
    let rule =
      draft.isSpeech
      ? "the date beside the reporting verb is the day of speaking" : "the date stands in the event's own clause"
    if draft.isSpeech, !draft.isFinalReport, let anchor, let days = timexes[timex].days, days.first > anchor,
      timexes[timex].basis != .weekday
    {
      return
    }
    if draft.isUpperBound, draft.status == .happened, let anchor, let days = timexes[timex].days, days.last > anchor {
      return
    }
    draft.date = EventDate(
      timexes[timex], in: text, anchor: anchor, isPlanned: draft.status == .planned, isUpperBound: draft.isUpperBound,
      isCountedSince: draft.isCountedSince, rule: rule)
  }

  /// The date of the heading above a draft that is neither planned nor told as earlier.
  private func sectionDate(_ draft: Draft, anchor: CivilDay?) -> EventDate? {
    guard let timex = draft.sectionTimex, draft.status != .planned, !draft.isBackground, !draft.isPrior else {
      return nil
    }
    return EventDate(timexes[timex], in: text, anchor: anchor, isPlanned: false, rule: "the date of the heading above")
  }

  // MARK: Occasions

  private func dateOccasions(_ occasions: inout [Occasion], _ drafts: [Draft]) {
    for index in occasions.indices {
      let members = occasions[index].members
      if let dated = members.first(where: { drafts[$0].date?.precision == .day })
        ?? members.first(where: { drafts[$0].date != nil })
      {
        let date = drafts[dated].date
        occasions[index].date =
          members.first == dated ? date : date?.carried(rule: "the same speaker on the same occasion")
        continue
      }
      occasions[index].date = inferredDate(occasions, index, drafts)
    }
  }

  private func inferredDate(_ occasions: [Occasion], _ index: Int, _ drafts: [Draft]) -> EventDate {
    let occasion = occasions[index]
    let before = occasions[..<index].suffix(Self.reach)
    let earlier = before.last { !$0.speakers.isDisjoint(with: occasion.speakers) && $0.date != nil }
    if occasion.isBackground {
      let reference =
        earlier?.date?.end ?? before.last { $0.date?.precision == .day }?.date?.end ?? published
      return .before(reference, basis: .relative, rule: "told as earlier than what stands before it")
    }
    if let section = occasion.members.first.flatMap({ sectionDate(drafts[$0], anchor: published) }) { return section }
    if let doing = actBefore(occasion, drafts) {
      return doing.carried(rule: "the speaker's own act in the sentences before has this day")
    }
    return .before(published, basis: .inferred, rule: "no day is named: said by \(publishedRule)")
  }

  /// The day of what the speaker did in the same or the two sentences before.
  private func actBefore(_ occasion: Occasion, _ drafts: [Draft]) -> EventDate? {
    guard let first = occasion.members.first, let sentence = drafts[first].sentences.first else { return nil }
    let near = (sentence - 2...sentence).flatMap { draftsOfSentence[$0] ?? [] }
    let found = near.last { index in
      let draft = drafts[index]
      return draft.status == .happened && draft.timex != nil && !occasion.speakers.isDisjoint(with: draft.doers)
    }
    guard var act = found.map({ drafts[$0] }) else { return nil }
    ownDate(&act, anchor: published)
    guard let day = act.date?.end, act.date?.precision == .day, published.map({ $0 - day <= Self.freshDays }) ?? true
    else { return nil }
    return act.date
  }

  // MARK: What is told

  private func dateContent(_ index: Int, _ drafts: inout [Draft], _ occasions: [Occasion]) {
    var draft = drafts[index]
    let said = draft.occasion.flatMap { occasions[$0].date }
    let day = said?.end ?? said?.start ?? published
    let isSaid = draft.occasion != nil
    ownDate(&draft, anchor: day)
    if draft.date == nil, let shared = draft.sharedTimex {
      draft.date = EventDate(
        timexes[shared], in: text, anchor: day, isPlanned: draft.status == .planned,
        rule: "the date of the same sentence")
    }
    if draft.date == nil { draft.date = undated(draft, index, drafts, day: day, isSaid: isSaid) }
    drafts[index] = draft
  }

  private func undated(_ draft: Draft, _ index: Int, _ drafts: [Draft], day: CivilDay?, isSaid: Bool) -> EventDate {
    let by = isSaid ? "the day it was said" : publishedRule
    if !isSaid, let section = sectionDate(draft, anchor: day) { return section }
    if draft.status == .planned { return .after(day, rule: "still to come on \(by)") }
    if draft.isPrior, let main = mainDate(of: draft, index, drafts) {
      if let days = draft.daysPrior, main.isExact {
        return EventDate(
          start: main.day - days, end: main.day - days, precision: .day, basis: days == 0 ? .inferred : .relative,
          confidence: 0.8,
          why: [Why("\(days) days before the sentence's main event")])
      }
      return .before(main.day, basis: .inferred, rule: "before the sentence's main event")
    }
    if let previous = previousAct(draft, index, drafts) {
      return previous.carried(rule: "the same doer goes on from the sentence before")
    }
    return .before(day, basis: .inferred, rule: "complete by \(by)")
  }

  private func mainDate(of draft: Draft, _ index: Int, _ drafts: [Draft]) -> (day: CivilDay, isExact: Bool)? {
    let siblings = draft.sentences.first.flatMap { draftsOfSentence[$0] } ?? []
    let date = siblings.lazy.filter { $0 != index && !drafts[$0].isPrior }.compactMap { drafts[$0].date }.first {
      $0.end != nil
    }
    return date.flatMap { date in date.end.map { ($0, date.precision == .day) } }
  }

  /// The dated event of the sentence before with the same doer, where the article tells both in its own voice.
  private func previousAct(_ draft: Draft, _ index: Int, _ drafts: [Draft]) -> EventDate? {
    guard draft.status == .happened, !draft.isBackground, !draft.doers.isEmpty, let sentence = draft.sentences.first
    else { return nil }
    let near = (sentence - 1...sentence).flatMap { draftsOfSentence[$0] ?? [] }
    return near.last { other in
      other < index && drafts[other].status == .happened && drafts[other].date?.precision == .day
        && drafts[other].doers.meets(draft.doers)
    }
    .flatMap { drafts[$0].date }
  }
}
