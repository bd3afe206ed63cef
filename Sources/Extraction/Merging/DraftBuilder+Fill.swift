import Text
import Timeline

/// Parts that a clause leaves out, since the clauses before name them.
extension DraftBuilder {
  /// How many drafts are looked back at.
  private static let reach = 6

  /// Fills the parts of a draft that names nobody there.
  mutating func fillFromBefore(_ index: Int, _ sentence: SentenceReading) {
    let draft = drafts[index]
    let others = draft.sufferers + draft.receivers
    switch (draft.type.rawValue, draft.subtype) {
    case ("reject", "deny") where others.isEmpty:
      set(sufferers: lastSpeakers(before: index, against: draft.doers), of: index)
    case ("reject", _) where others.isEmpty:
      let accusers = lastSpeakers(before: index, against: draft.doers)
      let isAnswer = drafts[..<index].suffix(Self.reach).contains { other in
        other.type.rawValue == "accuse" && other.doers == accusers
          && other.sufferers.meets(draft.doers)
      }
      if isAnswer { set(sufferers: accusers, of: index) }
    case ("accuse", "condemn") where others.isEmpty:
      set(sufferers: lastDoers(before: index, otherThan: draft.doers), of: index)
    case ("demand", _) where others.isEmpty:
      set(sufferers: addressed(before: index, in: sentence.index, by: draft.doers), of: index)
    case ("attack", "clash"), ("retreat", "truce"), ("consult", "talks"):
      guard draft.isNoun, draft.doers.isEmpty, others.isEmpty, context.pair.count > 1 else { return }
      set(doers: context.pair, of: index)
    default: break
    }
  }

  /// `denied the accusation`: whoever accused, or said so, last.
  private func lastSpeakers(before index: Int, against doers: [Int]) -> [Int] {
    let found = drafts[..<index].suffix(Self.reach).last { other in
      ["accuse", "statement"].contains(other.type.rawValue) && !other.doers.isEmpty
        && (other.sufferers.meets(doers) || other.type.rawValue == "accuse" && other.subtype != "condemn")
        && !isAffiliated(other.doers, doers)
    }
    return found?.doers ?? []
  }

  /// `condemned the attack`: whoever acted with force last.
  private func lastDoers(before index: Int, otherThan doers: [Int]) -> [Int] {
    let found = drafts[..<index].suffix(Self.reach).last { other in
      ["attack", "territory", "coerce", "deploy", "supply", "sanction"].contains(other.type.rawValue)
        && !other.doers.isEmpty
        && !isAffiliated(other.doers, doers)
    }
    return found?.doers ?? []
  }

  /// `phoned Kagame and asked for a truce`: whoever was met or called in the same sentence.
  private func addressed(before index: Int, in sentence: Int, by doers: [Int]) -> [Int] {
    let found = drafts[..<index].last { other in
      other.sentences.first == sentence && other.type.rawValue == "consult" && other.doers.meets(doers)
    }
    return found?.receivers ?? []
  }

  private func isAffiliated(_ some: [Int], _ others: [Int]) -> Bool {
    some.contains { one in others.contains { cast.areAffiliated(one, $0) } }
  }
}
