/// What a word does to the triggers around it: the first column of `cues.*.tsv`.
enum Cue: Int32, Sendable, CaseIterable {
  /// The act did not take place.
  case negation
  /// Looks like another cue and is none.
  case ignore
  /// The act is still to come.
  case future
  /// The act is supposed.
  case condition
  /// The act is only aimed at.
  case purpose
  /// The act is demanded.
  case obligation
  /// The act lies before the narrative's day.
  case background
  /// The act is complete.
  case perfect
  /// A report begins.
  case that
  /// A relative clause begins.
  case who
  /// Two of a kind are joined.
  case and
  /// A clause begins.
  case clause
  /// What follows came first.
  case after
  /// What follows receives.
  case to
  /// What follows is where one goes.
  case toward
  /// What follows suffers.
  case against
  /// What follows takes part.
  case with
  /// Two that follow take part.
  case between
  /// What follows is the doer of a passive.
  case by
  /// What follows is left or loses.
  case from
  /// What follows is where.
  case `in`
  /// What follows is spoken of.
  case about
  /// What follows speaks for what came before.
  case through
  /// The last speaker, a person.
  case he
  /// The last speaker or doer that is no person.
  case it
  /// The speaker of a quotation.
  case we
  /// The last armed group.
  case group
  /// The last organization.
  case body
  /// A verb by which a noun tells that it took place.
  case happen
  /// A verb by which a noun tells that it did not take place.
  case callOff
  /// What the noun means was told before.
  case anaphor
  /// A single one not told before.
  case one
  /// Before a number, nothing but that it is not exact.
  case approximate
  /// Any that may come: no single one.
  case every
  /// An auxiliary of the passive.
  case be
  /// A verb that is not asserted follows.
  case infinitive
  /// A noun follows.
  case determiner
  /// A noun may follow.
  case adjective
  /// The act is possible; a speech act that one is able to perform is performed.
  case ability
  /// Examples of what stands before follow.
  case including
  /// What follows came first, on the same day.
  case sameDay
  /// What follows came a day before.
  case dayAfter
  /// What follows came a week before.
  case weekAfter
  /// The two sides of the last event that had two.
  case both
  /// The two persons of the last event that had two.
  case bothPersons
  /// A date follows from which, or until which, something lasts.
  case since
  /// A date follows that is the last possible.
  case upTo

  private static let byName = Dictionary(allCases.map { ("\($0)", $0) }) { first, _ in first }

  /// The cue of a name as the tables write it; nil for an unknown name.
  init?(name: String) {
    guard let cue = Self.byName[name] else { return nil }
    self = cue
  }

  /// As one bit of a set.
  var bit: UInt64 { 1 << UInt64(rawValue) }
}
