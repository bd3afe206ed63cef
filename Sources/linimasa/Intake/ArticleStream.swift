import Foundation
import Reader
import Synchronization
import Text
import Timeline

/// Reads articles into a timeline while the reader already shows it.
final class ArticleStream: Sendable {
  private let sources: [String]
  private let resources: ResourceFolder
  private let timeline: MemoryTimeline
  private let words: Phrasebook
  private let failed = Mutex(false)

  init(sources: [String], resources: ResourceFolder, timeline: MemoryTimeline, words: Phrasebook) {
    self.sources = sources
    self.resources = resources
    self.timeline = timeline
    self.words = words
  }

  /// Whether anything could not be read; each has been named on standard error.
  var hasFailures: Bool { failed.withLock { $0 } }

  /// Reads everything, and tells the reader.
  func read(telling feed: ReaderFeed) {
    feed.progress(words.text("status.reading", ["n": words.number(0)]))
    do {
      let intake = try ArticleIntake(resources: resources)
      var lastTold = ContinuousClock.now - .seconds(1)
      var waiting = 0
      let hasFailures = try intake.read(sources) { article in
        timeline.append(article)
        waiting += article.events.count
        // The first article is shown at once, later ones ten times a second.
        if ContinuousClock.now - lastTold > .milliseconds(100) {
          feed.progress(words.text("status.reading", ["n": words.number(timeline.articleCount)]))
          feed.arrived(waiting)
          lastTold = .now
          waiting = 0
        }
      }
      feed.arrived(waiting)
      feed.progress(nil)
      if hasFailures { failed.withLock { $0 = true } }
    } catch {
      failed.withLock { $0 = true }
      feed.progress(nil)
      feed.failed("\(error)")
    }
  }
}
