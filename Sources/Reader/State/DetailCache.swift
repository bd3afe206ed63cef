import Timeline

/// The details of the entries around the selection, so that the next line is there before it is asked for.
struct DetailCache: Sendable {
  private var details: [Int64: EntryDetail] = [:]
  /// What was asked for and is gone.
  private var missing: Set<Int64> = []
  /// The entries, the last read at the end.
  private var order: [Int64] = []

  /// How often everything was forgotten.
  private(set) var reading = 0

  /// Entries on each side of the selection that are read ahead.
  static let reach = 3
  /// Details that are kept.
  private static let limit = 48

  /// The detail of an entry; nil while it is not read.
  subscript(entry: TimelineEntry) -> EntryDetail? {
    details[entry.key.id].flatMap { $0.entry.key == entry.key ? $0 : nil }
  }

  /// The event that an entry shows; nil while it is not read.
  func event(of entry: Int64) -> EventReference? {
    details[entry]?.mentions.first.map { EventReference($0.event, in: $0.article) }
  }

  /// Whether an entry is still to be read.
  func lacks(_ entry: TimelineEntry) -> Bool { self[entry] == nil && !missing.contains(entry.key.id) }

  /// Takes in what was found of the entries that were asked for.
  mutating func take(_ found: [EntryDetail], of asked: [TimelineEntry]) {
    for detail in found {
      let id = detail.entry.key.id
      if details.updateValue(detail, forKey: id) != nil { order.removeAll { $0 == id } }
      order.append(id)
    }
    for entry in asked where self[entry] == nil { missing.insert(entry.key.id) }
    while order.count > Self.limit { details[order.removeFirst()] = nil }
  }

  /// Forgets everything: what was read may have changed.
  mutating func forget() {
    let reading = reading
    self = DetailCache()
    self.reading = reading + 1
  }
}
