/// A word of a filter that cannot be understood, and what could stand there instead.
public struct QueryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The word as it was written: `date:2016-13`.
  public let word: String
  /// What is wrong with it, and what to write.
  public let message: String

  /// An error about a word.
  public init(word: String, message: String) {
    self.word = word
    self.message = message
  }

  /// Word and message in one line.
  public var description: String { "\(word): \(message)" }
}
