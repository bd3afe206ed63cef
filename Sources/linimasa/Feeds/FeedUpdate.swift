import Extraction
import Fetching
import Foundation
import Library
import Temporal
import Timeline

/// One look at subscriptions: what is new in them goes into the library, and how it went is kept with each.
struct FeedUpdate {
  /// What came of it.
  struct Report: Equatable {
    /// Feeds that were asked for.
    var feeds = 0
    /// Feeds that are as they were.
    var unchanged = 0
    /// Feeds that could not be read.
    var failed = 0
    /// Pages that could not be read, so that the feed's own words were taken.
    var missedPages = 0
    /// Articles that are left for the next time.
    var postponed = 0
    /// Articles that are new in the library.
    var articles = 0
    /// Their events.
    var events = 0

    /// Whether anything could not be read.
    var hasFailures: Bool { failed > 0 || missedPages > 0 || postponed > 0 }

    /// One line for people.
    var summary: String {
      var text = "read \(feeds - failed) of \(Self.count(feeds, "feed")): "
      text += "\(Self.count(articles, "new article")) with \(Self.count(events, "event"))"
      if unchanged > 0 { text += "; \(Self.count(unchanged, "feed")) unchanged" }
      if failed > 0 { text += "; \(failed) failed" }
      if missedPages > 0 { text += "; \(Self.count(missedPages, "page")) could not be read" }
      if postponed > 0 { text += "; \(Self.count(postponed, "article")) left for the next time" }
      return text
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
  }

  let library: LibraryFile
  let intake: ArticleIntake
  /// Seconds since 1970.
  let now: () -> Int
  /// A number from 0 up to 1.
  let chance: () -> Double
  let progress: FeedProgress
  /// Seconds that one document may take.
  var seconds = 60.0
  /// Whether pages are fetched where a feed holds a few words.
  var followsLinks = true

  /// What is known of a feed while it is read.
  private struct State {
    var subscription: Subscription
    /// What the feed calls all its items, and those that are new.
    var present: [String] = []
    var chosen: [String] = []
    /// Of these, what is left for the next time.
    var postponed: Set<String> = []
    var articles: [AnnotatedArticle] = []
  }

  /// Reads the subscriptions.
  ///
  /// - Throws: `LibraryError` where the library cannot be written.
  func run(_ subscriptions: [Subscription]) throws -> Report {
    var states = subscriptions.map { State(subscription: $0) }
    var report = Report(feeds: subscriptions.count)
    let day = Int32(exactly: now() / 86_400).map(CivilDay.init(number:))
    let web = WebIntake(documents: intake.documents, today: day, seconds: seconds, followsLinks: followsLinks)
    for (number, feed) in subscriptions.enumerated() {
      web.ask(number, url: feed.url, purpose: .feed, etag: feed.etag, modified: feed.modified)
    }
    try web.run(
      WebIntake.Handlers(
        select: { number, articles in
          let feed = states[number].subscription
          let unseen = try library.unseen(articles.map(\.id), of: feed.id)
          states[number].present = articles.map(\.id)
          var known: Set<String> = []
          let chosen = articles.filter { unseen.contains($0.id) && known.insert($0.id).inserted }
          states[number].chosen = chosen.map(\.id)
          return chosen
        },
        take: { number, article in states[number].articles.append(intake.annotate(article)) },
        miss: { number, page, reason in
          report.missedPages += 1
          progress.note("\(page): \(reason); the feed's own words are taken")
        },
        postpone: { number, article in states[number].postponed.insert(article.id) },
        end: { number, outcome in
          try finish(&states[number], outcome, &report)
          progress.step(FeedCommand.shown(states[number].subscription.url), waiting: web.waiting)
        }))
    progress.end()
    return report
  }

  private func finish(_ state: inout State, _ outcome: WebIntake.Outcome, _ report: inout Report) throws {
    var feed = state.subscription
    let time = now()
    feed.checked = time
    switch outcome {
    case .failed(let reason, let retryAfter):
      report.failed += 1
      fail(&feed, time, reason, retryAfter)
    case .unchanged(let head):
      report.unchanged += 1
      // A server may send new validators with "not modified" (RFC 9110, section 15.4.5).
      feed.etag = head.etag ?? feed.etag
      feed.modified = head.modified ?? feed.modified
      succeed(&feed, time, minutes: nil)
    case .read(let head, let content):
      try keep(state, head, content, in: &feed, &report)
      (feed.etag, feed.modified) = (head.etag, head.modified)
      succeed(&feed, time, minutes: content?.minutesToLive)
    case .partly(let head, let content, let reason, let retryAfter):
      try keep(state, head, content, in: &feed, &report)
      report.postponed += state.postponed.count
      // Without validators the next look gets the feed again, and in it what was left.
      (feed.etag, feed.modified) = (nil, nil)
      fail(&feed, time, reason, retryAfter)
    }
    state.articles = []
    try library.save(feed)
  }

  /// What was read goes into the library before anything says that it was seen.
  private func keep(
    _ state: State, _ head: FetchHead, _ content: Feed?, in feed: inout Subscription, _ report: inout Report
  ) throws {
    let added = try library.add(state.articles)
    _ = try library.dateCopies(of: added.stories, annotate: intake.annotate)
    report.articles += added.added
    report.events += added.events
    let taken = state.chosen.filter { !state.postponed.contains($0) }
    try library.markSeen(taken, of: feed.id, present: state.present)
    if head.isMoved { feed.url = head.url }
    feed.title = feed.title ?? content?.title
    for note in content?.notes ?? [] { progress.note("\(FeedCommand.shown(feed.url)): \(note)") }
  }

  private func fail(_ feed: inout Subscription, _ time: Int, _ reason: String, _ retryAfter: Int?) {
    feed.failures += 1
    feed.error = reason
    feed.due = FeedSchedule.due(afterFailure: time, failures: feed.failures, retryAfter: retryAfter, chance: chance())
    progress.note("\(FeedCommand.shown(feed.url)): \(reason)")
  }

  private func succeed(_ feed: inout Subscription, _ time: Int, minutes: Int?) {
    feed.succeeded = time
    feed.failures = 0
    feed.error = nil
    feed.due = FeedSchedule.due(afterSuccess: time, minutes: minutes, chance: chance())
  }
}
