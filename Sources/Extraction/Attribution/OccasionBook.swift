import Temporal
import Timeline

/// Files what is said under the occasion on which it was said.
struct OccasionBook {
  private(set) var occasions: [Occasion] = []
  private let cast: Cast
  private let timexes: [Timex3]
  /// How many occasions are looked back at.
  private static let reach = 32

  init(cast: Cast, timexes: [Timex3]) {
    self.cast = cast
    self.timexes = timexes
  }

  /// Files a draft that is said, and what stands in its report with it.
  mutating func file(_ index: Int, _ drafts: inout [Draft]) {
    let draft = drafts[index]
    guard draft.isSpeech, let sentence = draft.sentences.first, !draft.doers.isEmpty else { return }
    if let known = occasion(of: draft, sentence, drafts) {
      occasions[known].members.append(index)
      occasions[known].speakers.formUnion(draft.doers)
      occasions[known].lastSentence = sentence
      drafts[index].occasion = known
    } else {
      drafts[index].occasion = occasions.count
      occasions.append(
        Occasion(speakers: Set(draft.doers), members: [index], lastSentence: sentence, isBackground: draft.isBackground)
      )
    }
  }

  private func days(of draft: Draft) -> DateSpan? { (draft.timex ?? draft.sectionTimex).flatMap { timexes[$0].days } }

  /// The last occasion of the speaker, or in the next two sentences of the body that the speaker belongs to, unless
  /// another day is named.
  private func occasion(of draft: Draft, _ sentence: Int, _ drafts: [Draft]) -> Int? {
    for index in occasions.indices.suffix(Self.reach).reversed() {
      let occasion = occasions[index]
      let isSame = draft.doers.contains { occasion.speakers.contains($0) }
      let isNear = sentence - occasion.lastSentence <= 1
      let isAffiliated =
        isNear
        && draft.doers.contains { doer in
          occasion.speakers.contains { cast.speaks($0, for: doer) || cast.speaks(doer, for: $0) }
        }
      guard isSame || isAffiliated else { continue }
      if draft.isBackground { return nil }
      let day = days(of: draft)
      let others = occasion.members.suffix(Self.reach).compactMap { days(of: drafts[$0]) }
      let isLate = (day != nil) == others.isEmpty && sentence - occasion.lastSentence > 3
      return isLate || day != nil && others.contains { $0 != day } ? nil : index
    }
    return nil
  }
}
