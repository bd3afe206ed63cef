import Temporal

/// Decides whether reports of two articles tell one event, by weighing what they share and what they do not.
///
/// Weights are in nats of evidence and start from a doubt: an actor much in the news takes part in several events of one
/// type a day. Reports are joined where what speaks for it outweighs that; each weight is kept as a reason, so that a
/// wrong join can be seen.
public enum EventJoiner {
  /// What speaks against joining before anything is compared.
  public static let doubt = -3.5

  /// Entries that share type, day and actor: beyond this many, further ones are not compared, so that the work does not
  /// grow with the square of an actor's reports.
  public static let candidateLimit = 64

  /// The reasons to take the two for one event; nil where they are not.
  ///
  /// ```swift
  /// EventJoiner.reasons(JoinProfile(ours), JoinProfile(theirs))?.map(\.text)  // ["same day", "same place", …]
  /// ```
  public static func reasons(_ a: JoinProfile, _ b: JoinProfile) -> [Why]? {
    guard a.type == b.type, areCompatible(a.status, b.status), let day = dayEvidence(a, b) else { return nil }
    var reasons = [day]
    reasons += actorEvidence(a, b)
    reasons += placeEvidence(a, b)
    reasons += figureEvidence(a, b)
    reasons += wordEvidence(a, b)
    let sum = reasons.reduce(doubt) { $0 + ($1.weight ?? 0) }
    return sum >= 0 ? reasons : nil
  }

  /// The strength of some reasons.
  public static func weight(of reasons: [Why]) -> Double { reasons.reduce(doubt) { $0 + ($1.weight ?? 0) } }

  /// What one article asserts another may attribute; a plan is not its fulfilment, an utterance no fact.
  private static func areCompatible(_ a: EventStatus, _ b: EventStatus) -> Bool {
    func kind(_ status: EventStatus) -> Int { status == .planned ? 1 : status == .statement ? 2 : 0 }
    return kind(a) == kind(b)
  }

  /// nil where the days rule one event out. One day apart may be a matter of zones or of a newsroom's clock.
  private static func dayEvidence(_ a: JoinProfile, _ b: JoinProfile) -> Why? {
    guard let first = a.joinDay, let second = b.joinDay else { return nil }
    if a.date.precision == .before || b.date.precision == .before {
      return abs(first - second) <= 1 ? Why("reported within a day", weight: 0.25) : nil
    }
    let isSame = first == second && a.date.end == b.date.end
    if isSame, let ours = a.date.time, let theirs = b.date.time, abs(ours.minute - theirs.minute) > 120 {
      return Why("same day, hours apart", weight: -4)
    }
    if isSame { return Why("same day", weight: 1) }
    let apart = max(first, second) - min(a.date.end ?? first, b.date.end ?? second)
    return apart <= 1 ? Why(apart <= 0 ? "overlapping days" : "one day apart", weight: apart <= 0 ? 0.5 : 0) : nil
  }

  private static func actorEvidence(_ a: JoinProfile, _ b: JoinProfile) -> [Why] {
    // Two sources may report one deed, but one utterance has one speaker.
    let isUtterance = a.status == .statement
    return [
      compare(a, b, [.subject], "subject", shared: 1.5, apart: -3),
      compare(a, b, [.target, .recipient], "target", shared: 1.5, apart: -2),
      compare(a, b, [.speaker], "speaker", shared: isUtterance ? 1 : 0.5, apart: isUtterance ? -4 : 0),
    ].compactMap { $0 }
  }

  private static func compare(
    _ a: JoinProfile, _ b: JoinProfile, _ roles: Set<Role>, _ name: String, shared: Double, apart: Double
  ) -> Why? {
    let ours = a.actors(roles)
    let theirs = b.actors(roles)
    if ours.isEmpty || theirs.isEmpty { return nil }
    let both = ours.intersection(theirs)
    if both.isEmpty { return Why("another \(name)", weight: apart) }
    return Why("same \(name) \(both.sorted().map(\.rawValue).joined(separator: ", "))", weight: shared)
  }

  private static func placeEvidence(_ a: JoinProfile, _ b: JoinProfile) -> [Why] {
    var reasons: [Why] = []
    if let ours = a.place, let theirs = b.place {
      reasons.append(ours == theirs ? Why("same place", weight: 1.5) : Why("another place", weight: -3))
    }
    if let ours = a.subtype, let theirs = b.subtype {
      reasons.append(ours == theirs ? Why("same subtype", weight: 0.5) : Why("another subtype", weight: -2))
    }
    return reasons
  }

  private static func figureEvidence(_ a: JoinProfile, _ b: JoinProfile) -> [Why] {
    let shared = Set(a.figures).intersection(b.figures)
    if let figure = shared.min(by: { $0.unit < $1.unit }) { return [Why("same number of \(figure.unit)", weight: 1.5)] }
    let units = Set(a.figures.map(\.unit)).intersection(b.figures.map(\.unit))
    return units.min().map { [Why("another number of \($0)", weight: -0.5)] } ?? []
  }

  /// Reports of one event share words, in one language; where they share none nothing follows.
  private static func wordEvidence(_ a: JoinProfile, _ b: JoinProfile) -> [Why] {
    let size = min(a.words.count, b.words.count)
    if size == 0 { return [] }
    let share = Double(a.words.intersection(b.words).count) / Double(size)
    let percent = Int((share * 100).rounded())
    return share > 0.2 ? [Why("\(percent) % of the words", weight: 3 * (share - 0.2))] : []
  }
}
