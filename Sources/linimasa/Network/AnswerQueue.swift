import Fetching
import Foundation

/// Whole answers, gathered on a thread of their own, so that the network never waits for whoever uses them.
final class AnswerQueue: @unchecked Sendable {
  private let condition = NSCondition()
  private var ready: [(Int, Result<FetchedDocument, FetchFailure>)] = []
  private var failure: FetchFailure?

  /// Reads answers until the other end closes.
  func read(_ file: FileHandle) {
    Thread.detachNewThread { [self] in
      var reader = AnswerReader()
      // In pieces until the end: most of what is long is given up, and never needs to be in one.
      var bodies: [Int: [[UInt8]]] = [:]
      do throws(FetchFailure) {
        while case let data = file.availableData, !data.isEmpty {
          reader.append(data)
          while let (answer, bytes) = try reader.next() {
            if answer.data != nil {
              bodies[answer.id, default: []].append(Array(bytes))
            } else {
              let pieces = bodies.removeValue(forKey: answer.id) ?? []
              finish(answer, answer.done == nil ? [] : Array(pieces.joined()))
            }
          }
        }
        end(FetchFailure(.connection, "linimasa-fetch ended without an answer: try again"))
      } catch {
        end(error)
      }
    }
  }

  private func finish(_ answer: FetchAnswer, _ body: [UInt8]) {
    let failure = answer.failed ?? FetchFailure(.malformed, "linimasa-fetch gave no answer: install it again")
    let result: Result<FetchedDocument, FetchFailure> =
      answer.done.map { .success(FetchedDocument(head: $0, body: body)) } ?? .failure(failure)
    condition.withLock {
      ready.append((answer.id, result))
      condition.signal()
    }
  }

  private func end(_ failure: FetchFailure) {
    condition.withLock {
      self.failure = failure
      condition.signal()
    }
  }

  /// The next answer, awaited.
  ///
  /// - Throws: why no more come.
  func next() throws(FetchFailure) -> (Int, Result<FetchedDocument, FetchFailure>) {
    condition.lock()
    defer { condition.unlock() }
    while ready.isEmpty {
      if let failure { throw failure }
      condition.wait()
    }
    return ready.removeFirst()
  }
}
