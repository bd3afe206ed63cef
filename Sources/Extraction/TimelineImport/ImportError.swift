/// Why a file cannot be imported, and what to do.
public struct ImportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The reason.
  public let description: String

  init(_ description: String) { self.description = description }
}
