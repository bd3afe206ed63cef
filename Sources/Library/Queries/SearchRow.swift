import Temporal
import Timeline

/// The row of a mention in the full-text index: the entry's day, its id and the mention's number in one integer.
///
/// The index gives its rows in order, so a search walks the timeline by itself: the first page of a word that half of all
/// entries have takes no longer than that of a rare one, and a histogram needs no other table.
struct SearchRow: Equatable {
  /// Days from year -9999 to 9999 and one more for the undated: 23 bits.
  private static let dayOffset: Int64 = 4_400_000
  private static let largestDay: Int64 = 1 << 23 - 1
  /// Up to 1,073,741,823 entries.
  static let entryMask: Int64 = 1 << 30 - 1
  /// Up to 1024 mentions of an entry are searched.
  static let mentionBits: Int64 = 10

  /// The number of the row.
  let number: Int64

  /// A row from its number.
  init(number: Int64) { self.number = number }

  /// The row of a mention; nil where the entry has more mentions than are searched.
  init?(day: CivilDay, entry: Int64, ordinal: Int) {
    guard (0..<1 << Self.mentionBits).contains(Int64(ordinal)), (0...Self.entryMask).contains(entry) else { return nil }
    number = Self.first(of: day) | entry << Self.mentionBits | Int64(ordinal)
  }

  /// The lowest number that a row of `day` can have.
  static func first(of day: CivilDay) -> Int64 {
    min(max(Int64(day.number) + dayOffset, 0), largestDay) << 40
  }

  /// The highest number that a row of `day` can have.
  static func last(of day: CivilDay) -> Int64 { first(of: day) | (1 << 40 - 1) }

  /// The day under which the entry is filed.
  var day: CivilDay {
    let stored = number >> 40
    return stored == Self.largestDay ? TimelineKey.undatedDay : CivilDay(number: Int32(stored - Self.dayOffset))
  }

  /// The entry.
  var entry: Int64 { number >> Self.mentionBits & Self.entryMask }
}
