import Foundation
import Synchronization

/// Turns the first Ctrl-C into a wish to end, so that long work can end between two steps; a second one ends at once.
struct Cancellation: Sendable {
  private static let flag = Atomic(false)

  /// Listens from now on.
  init() {
    signal(SIGINT) { _ in
      Cancellation.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether the end is wished for.
  var isRequested: Bool { Self.flag.load(ordering: .relaxed) }
}
