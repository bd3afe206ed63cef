import Timeline

/// Events by what is known of their happening.
struct StatusCounts: Sendable, Hashable {
  /// The article says in its own voice that they happened.
  var happened = 0
  /// They were said: a statement was made, or somebody claims them.
  var said = 0
  /// They are planned or foretold.
  var planned = 0

  var total: Int { happened + said + planned }

  /// Adds events of a status.
  mutating func add(_ status: EventStatus, _ count: Int) {
    switch status {
    case .happened: happened += count
    case .claimed, .statement: said += count
    case .planned: planned += count
    }
  }
}
