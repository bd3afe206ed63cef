import Temporal
import Timeline

/// The part of a timeline that is held: a run of its entries around the selected one, never the whole.
struct EntryWindow: Sendable {
  /// The entries, in the timeline's order.
  private(set) var entries: [TimelineEntry] = []
  /// How many entries of the filter stand before the first of them.
  private(set) var offset = 0
  /// Whether the first of them is the timeline's first.
  private(set) var reachesStart = true
  /// Whether the last of them is the timeline's last.
  private(set) var reachesEnd = true
  /// The rows that show them.
  private(set) var rows: [ListRow] = []
  /// The row of each entry.
  private(set) var rowOfEntry: [Int] = []
  /// Which of them is selected.
  private(set) var selected = 0

  /// Entries held at most; what lies farther off is read again when it is needed.
  private static let capacity = 1024

  /// The selected entry; nil in an empty timeline.
  var selection: TimelineEntry? { entries.indices.contains(selected) ? entries[selected] : nil }
  /// The place of the selected entry in the filter, from 0.
  var position: Int { offset + selected }

  /// Selects an entry by its index in the window, the nearest there is.
  mutating func select(_ index: Int) { selected = min(max(index, 0), max(entries.count - 1, 0)) }

  /// Shows another run and selects the first entry that does not stand before `key`, else the last.
  mutating func replace(_ page: EntryPage, selecting key: TimelineKey?) {
    entries = page.entries
    offset = page.offset
    reachesStart = page.reachesStart
    reachesEnd = page.reachesEnd
    layOut()
    let index = key.flatMap { key in entries.firstIndex { !($0.key < key) } }
    select(index ?? (key == nil && page.reachesStart ? 0 : entries.count - 1))
  }

  /// Takes in more entries at one end. Entries that do not continue the run are of another time and are dropped.
  mutating func extend(_ page: EntryPage, _ direction: TimelineDirection) {
    switch direction {
    case .forward:
      if let last = entries.last, let next = page.entries.first, !(last.key < next.key) { return }
      entries += page.entries
      reachesEnd = page.reachesEnd
      let excess = entries.count - Self.capacity
      if excess > 0, selected > excess + EntryPage.usualSize {
        entries.removeFirst(excess)
        offset += excess
        selected -= excess
        reachesStart = false
      }
    case .backward:
      if let first = entries.first, let last = page.entries.last, !(last.key < first.key) { return }
      entries.insert(contentsOf: page.entries, at: 0)
      offset = max(0, offset - page.entries.count)
      selected += page.entries.count
      reachesStart = page.reachesStart
      let excess = entries.count - Self.capacity
      if excess > 0, selected + EntryPage.usualSize < Self.capacity {
        entries.removeLast(excess)
        reachesEnd = false
      }
    }
    layOut()
  }

  /// Where more entries are needed next: the selection has come near an end that is not the timeline's.
  var neededDirection: TimelineDirection? {
    let margin = EntryPage.usualSize / 2
    if !reachesEnd, entries.count - selected < margin { return .forward }
    if !reachesStart, selected < margin { return .backward }
    return nil
  }

  /// The index of the entry with that id.
  func index(of id: Int64) -> Int? { entries.firstIndex { $0.key.id == id } }

  private mutating func layOut() { (rows, rowOfEntry) = ListRow.rows(of: entries) }
}

/// A run of entries as a source answered it.
public struct EntryPage: Sendable, Equatable {
  /// Entries read at a time.
  public static let usualSize = 128

  /// The entries, in the timeline's order.
  public var entries: [TimelineEntry]
  /// How many entries of the filter stand before the first.
  public var offset: Int
  /// Whether nothing stands before them.
  public var reachesStart: Bool
  /// Whether nothing stands after them.
  public var reachesEnd: Bool

  /// A run.
  public init(entries: [TimelineEntry], offset: Int, reachesStart: Bool, reachesEnd: Bool) {
    self.entries = entries
    self.offset = offset
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
  }
}
