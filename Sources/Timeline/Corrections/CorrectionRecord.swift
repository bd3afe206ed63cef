/// A correction with who made it and when: a line of the history.
public struct CorrectionRecord: Sendable, Hashable {
  /// Its number in the library, in the order in which corrections were made.
  public var id: Int64
  /// What it is about.
  public var target: CorrectionTarget
  /// What was said.
  public var correction: Correction
  /// Who said it.
  public var author: String
  /// When, in UTC as RFC 3339 writes it.
  public var made: String
  /// Whether it was taken back.
  public var isUndone: Bool

  /// A record.
  public init(
    id: Int64, target: CorrectionTarget, correction: Correction, author: String, made: String, isUndone: Bool = false
  ) {
    self.id = id
    self.target = target
    self.correction = correction
    self.author = author
    self.made = made
    self.isUndone = isUndone
  }
}
