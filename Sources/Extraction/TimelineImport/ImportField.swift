/// What a column of a foreign table can tell of an event.
public enum ImportField: String, Sendable, Hashable, CaseIterable {
  /// Its first day, and how fine the days are.
  case date, end, precision, time
  /// The date as it is shown, which may be vaguer.
  case shownDate = "shown-date"
  /// What it is.
  case type, status, summary
  /// Who takes part, several apart by semicolons.
  case speakers, subjects, targets, recipients
  /// Where.
  case place
  /// The source.
  case url, title, outlet, published
  /// Its words.
  case evidence
}
