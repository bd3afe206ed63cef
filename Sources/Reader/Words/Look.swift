import Temporal
import Text
import Timeline

/// What every screen draws with and no key changes: words, marks, the characters there are.
public struct Look: Sendable {
  /// The interface's words.
  public let words: Phrasebook
  /// The types of event and their marks.
  public let types: EventTypeTable
  /// What the terminal can show.
  public let repertoire: Repertoire
  /// The columns of the list beside those that always stand there.
  public var columns = ListColumn.standard

  /// A look.
  public init(words: Phrasebook, types: EventTypeTable, repertoire: Repertoire = .unicode) {
    self.words = words
    self.types = types
    self.repertoire = repertoire
  }

  /// The mark of a type in one column; `.` for a type that the table does not know.
  func mark(of type: EventType) -> String {
    guard let entry = types[type] else { return "." }
    return repertoire == .ascii ? entry.asciiMark : entry.mark
  }

  /// The name of a type; its code where the table does not know it.
  func name(of type: EventType) -> String { types[type]?.name(words.language) ?? type.rawValue }

  /// The style of a type's mark.
  func style(of type: EventType) -> Style {
    Style(.hue(types[type].flatMap { Hue(rawValue: $0.hue) } ?? .other))
  }

  /// The Unicode form, or the ASCII one where the terminal has no other.
  func glyph(_ unicode: String, _ ascii: String) -> String { repertoire == .ascii ? ascii : unicode }

  /// A date written for people.
  func label(_ date: EventDate) -> DateLabel { DateLabel(date, words: words.dates) }

  /// The sign beside a date: `†` repaired, `!` sources disagree, `?` in doubt, else a blank.
  func dateSign(_ entry: TimelineEntry) -> String {
    if entry.sourcesDisagree { return "!" }
    if entry.date.basis == .repaired { return glyph("†", "r") }
    return entry.date.isUncertain ? "?" : " "
  }
}
