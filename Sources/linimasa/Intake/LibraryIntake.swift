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
    var redated = 0
    var failure: LibraryError?
  }

  private let annotate: @Sendable (Article) -> AnnotatedArticle

  /// Writes into `library`; `annotate` reads a copy again that another one dates.
  init(_ library: LibraryFile, annotate: @escaping @Sendable (Article) -> AnnotatedArticle) {
    self.library = library
    self.annotate = annotate
  }

  /// What was kept so far.
  var report: AddReport { state.withLock { $0.report } }
  /// Copies that were read again since another one says when they appeared.
  var redated: Int { state.withLock { $0.redated } }

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
        let redated = try library.dateCopies(of: report.stories, annotate: annotate)
        state.withLock {
          $0.redated += redated
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
