/// What somebody at a reader wants corrected: a correction, or one whose words have to be read first.
public enum EditRequest: Sendable, Hashable {
  /// Make a correction.
  case make(Correction, of: CorrectionTarget)
  /// Set an event's date, in digits or in words, which count from the publication day.
  case date(words: String, of: EventReference)
  /// Have one more actor take part, by name.
  case addActor(named: String, Role, to: EventReference)
  /// Have an event be the same as that of an entry.
  case join(EventReference, entry: Int64)
  /// Write an event, with its date in words and its source as an address or in words.
  case write(type: EventType, summary: String, date: String, source: String)
  /// Take a correction back, by its number, or the last one.
  case undo(Int64?)
  /// Make a correction again, by its number, or the one that was taken back last.
  case redo(Int64?)
}
