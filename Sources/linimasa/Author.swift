import Foundation

/// Who corrects, and when.
enum Author {
  /// The name in the configuration, else the user's.
  static var name: String {
    let names = [Settings().author, ProcessInfo.processInfo.environment["USER"]]
    return names.lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "unknown"
  }

  /// Now, in UTC as RFC 3339 writes it.
  static var now: String { Date.now.formatted(.iso8601) }
}
