import Dispatch
import Extraction
import Library
import Synchronization
import Timeline

/// Writes batches of articles into a library on a thread of its own, while the next batch is being read.
final class LibraryIntake: Sendable {
  private let library: LibraryFile
  private let queue = DispatchQueue(label: "library")
  /// Lets two batches wait, so that memory does not grow with what is read.
  private let room = DispatchSemaphore(value: 2)
  private let state = Mutex(State())

  private struct State {
    var report = AddReport()
    var failure: LibraryError?
  }

  init(_ library: LibraryFile) { self.library = library }

  /// What was kept so far.
  var report: AddReport { state.withLock { $0.report } }

  /// Has a batch written.
  ///
  /// - Throws: why an earlier one could not be.
  func add(_ batch: ArticleIntake.Batch) throws(LibraryError) {
    room.wait()
    if let failure = state.withLock({ $0.failure }) {
      room.signal()
      throw failure
    }
    queue.async { [self] in
      defer { room.signal() }
      do throws(LibraryError) {
        let report = try library.add(batch.articles)
        state.withLock {
          $0.report.added += report.added
          $0.report.known += report.known + batch.known
          $0.report.events += report.events
          $0.report.retold += report.retold
        }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }

  /// Waits until all is written.
  ///
  /// - Throws: why something could not be.
  func finish() throws(LibraryError) {
    queue.sync {}
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
