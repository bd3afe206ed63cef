import Temporal

/// Why a format cannot hold an entry, in words that follow a number: `3 without a date`.
public enum LeftOut: String, Sendable, Hashable, CaseIterable {
  /// The format asks for a date and none is known.
  case undated = "without a date"
  /// The format asks for a first and a last day and one is not known.
  case open = "only known to be before or after a day"
  /// The format asks for one date and the words can be read as several that weigh the same.
  case ambiguous = "with several readings of the date that weigh the same"
  /// The format has four digits for a year.
  case year = "in a year before 1 or after 9999"

  /// The reason as a key of JSON.
  var name: String { String(describing: self) }

  /// What some formats cannot hold of a date; nil where every format that has dates can.
  public init?(_ date: EventDate) {
    let days = [date.start, date.end].compactMap { $0 }
    if date.precision == .none || days.isEmpty {
      self = .undated
    } else if !days.allSatisfy({ (1...9999).contains($0.year) }) {
      self = .year
    } else if date.isAmbiguous {
      self = .ambiguous
    } else if date.precision == .before || date.precision == .after || days.count < 2 {
      self = .open
    } else {
      return nil
    }
  }
}
