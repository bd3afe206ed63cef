/// A correction as a history shows it: with what it is about, where that is still there.
public struct CorrectionLine: Sendable, Hashable {
  /// The correction.
  public var record: CorrectionRecord
  /// The event's summary or the actor's name; nil where the library has it no more.
  public var about: String?
  /// Where the event stands in the timeline; nil for what is shown nowhere.
  public var key: TimelineKey?

  /// A line.
  public init(record: CorrectionRecord, about: String? = nil, key: TimelineKey? = nil) {
    self.record = record
    self.about = about
    self.key = key
  }
}
