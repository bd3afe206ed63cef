import Temporal
import Timeline

/// What was made of one row, line or slide of a foreign file.
public struct ImportedRow: Sendable {
  /// Its number in the file, from 1; of a table its line.
  public var number: Int
  /// The event as it was understood; nil where none was.
  public var summary: String?
  /// Its date.
  public var date: EventDate?
  /// Its type.
  public var type: EventType?
  /// What was read into it: `date "akhir 2024" as 2024-10..2024-12`.
  public var understood: [String] = []
  /// What was not understood.
  public var problems: [String] = []

  /// A row of which nothing is known.
  init(number: Int) { self.number = number }
}
