import Foundation
import Reader
import Synchronization

/// Work that takes long, one piece at a time, on a thread of its own: it tells how far it is and can be stopped, and no
/// key waits for it.
final class LongWork: Sendable {
  private struct Stopped: Error {}

  private let mailbox: Mailbox
  private let words: Phrasebook
  private let state = Mutex<(name: String?, isStopped: Bool)>((nil, false))
  /// How often it is told how far it is, in seconds.
  private static let interval = 0.1

  init(mailbox: Mailbox, words: Phrasebook) {
    self.mailbox = mailbox
    self.words = words
  }

  /// Starts a piece of work, unless one is being done.
  ///
  /// - Parameter body: does it and says what was done; what it is given says how far it is, and throws where it is to stop.
  func start(
    _ name: String, _ body: @escaping @Sendable (_ progress: (String) throws -> Void) throws -> String
  ) {
    let busy = state.withLock { state -> String? in
      if let busy = state.name { return busy }
      state = (name, false)
      return nil
    }
    if let busy {
      mailbox.post(.failed(nil, words.text("work.busy", ["work": busy])))
      return
    }
    Thread.detachNewThread { [self] in
      var told = Date()
      let end: Message
      do {
        let report = try body { text in
          if state.withLock({ $0.isStopped }) { throw Stopped() }
          guard Date().timeIntervalSince(told) >= Self.interval else { return }
          told = Date()
          mailbox.post(.working(text))
        }
        end = .done(report)
      } catch is Stopped {
        end = .done(words.text("work.stopped", ["work": name]))
      } catch {
        end = .failed(nil, "\(error)")
      }
      state.withLock { $0 = (nil, false) }
      mailbox.post(.working(nil))
      mailbox.post(end)
    }
  }

  /// Has the work stopped at its next step.
  func stop() { state.withLock { $0.isStopped = true } }
}
