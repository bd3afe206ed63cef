import Timeline

/// What the actor index remembers.
struct ActorIndexState: Sendable {
  /// What they are ordered by.
  enum Order: String, Sendable, CaseIterable {
    case count, name, first, last
  }

  /// Who there is; nil until the answer.
  private(set) var actors: [ActorSummary]?
  /// What they are ordered by.
  private(set) var order = Order.count
  /// The selected one.
  var cursor = ListCursor()
  /// Who takes part together with the selected one.
  var companions: (of: ActorID, actors: [ActorSummary])?

  /// Takes in who there is, the same one selected as before where it is still there.
  mutating func take(_ found: [ActorSummary]) { sort(found, by: order) }

  /// Orders by what comes next, the same one selected.
  mutating func sortOtherwise() {
    let orders = Order.allCases
    sort(actors ?? [], by: orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count])
  }

  private mutating func sort(_ found: [ActorSummary], by order: Order) {
    let selected = actors?[cursor]?.id
    self.order = order
    // An actor without a dated event comes last.
    let end = TimelineKey.undatedDay
    actors = found.sorted { a, b in
      switch order {
      case .count: (b.count, a.name) < (a.count, b.name)
      case .name: (a.name.lowercased(), a.id) < (b.name.lowercased(), b.id)
      case .first: (a.first ?? end, a.name) < (b.first ?? end, b.name)
      case .last: (a.last == nil ? 1 : 0, b.last ?? end, a.name) < (b.last == nil ? 1 : 0, a.last ?? end, b.name)
      }
    }
    if let index = actors?.firstIndex(where: { $0.id == selected }) { cursor = ListCursor(index) }
  }
}
