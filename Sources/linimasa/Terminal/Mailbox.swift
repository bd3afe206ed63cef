import CCurses
import Glibc
import Reader
import Synchronization

/// What other threads tell the loop: messages, and a descriptor that becomes readable when there are some.
final class Mailbox: Sendable {
  /// Readable while messages wait.
  let descriptor: Int32
  private let messages = Mutex<[Message]>([])

  init() { descriptor = curses_wake_descriptor() }
  deinit { close(descriptor) }

  /// Leaves a message. Arrivals of entries add up, so that a thousand articles do not draw a thousand screens.
  func post(_ message: Message) {
    messages.withLock { waiting in
      if case .arrived(let more, let isStreaming) = message, case .arrived(let count, isStreaming)? = waiting.last {
        waiting[waiting.count - 1] = .arrived(count + more, isStreaming: isStreaming)
      } else {
        waiting.append(message)
      }
    }
    curses_wake(descriptor)
  }

  /// Takes all messages.
  func take() -> [Message] {
    curses_sleep_again(descriptor)
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
