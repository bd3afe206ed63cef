import Extraction
import Fetching
import Foundation
import Temporal
import Timeline

/// Reads sources from the web, many at once: pages, and feeds with the pages behind their stubs.
///
/// Politeness lies here and in `Fetcher`: a server that asks to wait (429, 503) is asked for nothing more in this run.
final class WebIntake {
  /// What became of a source.
  enum Outcome {
    /// It is as it was when its copy was made.
    case unchanged(FetchHead)
    /// It was read; nil where it is a page and no feed.
    case read(FetchHead, Feed?)
    /// It was not, for a reason, and perhaps the server says how many seconds to wait.
    case failed(String, retryAfter: Int?)
    /// It was read, but some of its pages were left for another time, for a reason.
    case partly(FetchHead, Feed?, String, retryAfter: Int?)
  }

  /// What a run tells while it goes on. Sources are named by the number that `ask` was given.
  struct Handlers {
    /// Chooses of a feed's articles those that are wanted; the pages of others are not asked for.
    var select: (Int, [Article]) throws -> [Article] = { $1 }
    /// Takes an article.
    var take: (Int, Article) throws -> Void
    /// Takes notice of a page that a feed leads to and that could not be read; the feed's own words are taken instead.
    var miss: (Int, String, String) -> Void
    /// Leaves an article for another time, since its server asks to wait.
    var postpone: (Int, Article) throws -> Void
    /// A source and all its pages are done.
    var end: (Int, Outcome) throws -> Void
  }

  private struct Source {
    var outcome: Outcome?
    var pages = 0
    /// A server that asks to wait before it gives the rest of this source's pages.
    var pausedBy: String?
  }

  private enum Job {
    case source(Int)
    case page(Article, of: Int)
  }

  private let documents: DocumentReader
  private let fetcher = Fetcher()
  private let today: CivilDay?
  private let seconds: Double
  private let followsLinks: Bool
  private var jobs: [Int: Job] = [:]
  private var sources: [Int: Source] = [:]
  /// Servers that ask to wait, and for how many seconds.
  private var pauses: [String: Int?] = [:]

  /// An intake.
  ///
  /// - Parameters:
  ///   - today: the day in UTC, behind which nothing was published yet.
  ///   - seconds: how long one document may take.
  ///   - followsLinks: whether the whole text is fetched where a feed holds a few words.
  init(documents: DocumentReader, today: CivilDay?, seconds: Double = 60, followsLinks: Bool = true) {
    self.documents = documents
    self.today = today
    self.seconds = seconds
    self.followsLinks = followsLinks
  }

  /// Asks for a source that a person named, which may lie anywhere.
  func ask(_ source: Int, url: String, purpose: FetchRequest.Purpose, etag: String? = nil, modified: String? = nil) {
    let request = FetchRequest(id: 0, url: url, purpose: purpose, etag: etag, modified: modified, seconds: seconds)
    sources[source] = Source()
    jobs[fetcher.send(request)] = .source(source)
  }

  /// How many documents are still to come.
  var waiting: Int { jobs.count }

  /// Reads all that was asked for.
  ///
  /// - Throws: what the handlers throw.
  func run(_ handlers: Handlers) throws {
    while let (request, result) = fetcher.next() { try finish(request, result, handlers) }
  }

  private func finish(
    _ request: FetchRequest, _ result: Result<FetchedDocument, FetchFailure>, _ handlers: Handlers
  ) throws {
    guard let job = jobs.removeValue(forKey: request.id) else { return }
    if case .success(let document) = result, Self.asksToWait(document.head) {
      try pause(Fetcher.host(of: request.url), document.head.retryAfter, handlers)
    }
    switch job {
    case .source(let source): try finish(source: source, request, result, handlers)
    case .page(let article, let source): try finish(page: article, of: source, request, result, handlers)
    }
  }

  // MARK: Sources

  private func finish(
    source: Int, _ request: FetchRequest, _ result: Result<FetchedDocument, FetchFailure>, _ handlers: Handlers
  ) throws {
    let outcome: Outcome
    switch result {
    case .failure(let failure): outcome = .failed(failure.message, retryAfter: nil)
    case .success(let document):
      switch document.head.status {
      case 304: outcome = .unchanged(document.head)
      case 200: outcome = try read(source, request, document, handlers)
      default: outcome = .failed(Self.meaning(of: document.head), retryAfter: document.head.retryAfter)
      }
    }
    sources[source]?.outcome = outcome
    try endIfDone(source, handlers)
  }

  private func read(_ source: Int, _ request: FetchRequest, _ document: FetchedDocument, _ handlers: Handlers) throws
    -> Outcome
  {
    let head = document.head
    if request.purpose == .feed, !FeedReader.isFeed(Array(document.body.prefix(1 << 13))) {
      return .failed(FeedError.notFeed.description, retryAfter: nil)
    }
    let content: DocumentReader.Content
    do throws(DocumentReader.Failure) {
      content = try documents.content(
        of: document.body, name: head.url, charset: document.charset, address: head.url)
    } catch {
      return .failed(error.description, retryAfter: nil)
    }
    switch content {
    case .article(let article):
      try handlers.take(source, article)
      return .read(head, nil)
    case .feed(let feed):
      let stubs = Set(feed.items.filter(\.isStub).compactMap(\.url))
      for article in try handlers.select(source, feed.articles(source: request.url, today: today)) {
        let isStub = article.url.map(stubs.contains) ?? false
        if followsLinks, isStub, let url = article.url, pauses.keys.contains(Fetcher.host(of: url)) {
          try postpone(article, of: source, url, handlers)
        } else if followsLinks, isStub, let url = article.url {
          // A link out of a feed leads no further inside than the feed lies.
          let page = FetchRequest(id: 0, url: url, purpose: .page, reach: head.reach, limit: 4 << 20, seconds: seconds)
          jobs[fetcher.send(page)] = .page(article, of: source)
          sources[source]?.pages += 1
        } else {
          try handlers.take(source, article)
        }
      }
      return .read(head, feed)
    }
  }

  private func endIfDone(_ source: Int, _ handlers: Handlers) throws {
    guard let state = sources[source], var outcome = state.outcome, state.pages == 0 else { return }
    sources[source] = nil
    if let host = state.pausedBy, case .read(let head, let feed) = outcome {
      let reason = "\(host) asks to wait; what is new there is left for the next time"
      outcome = .partly(head, feed, reason, retryAfter: pauses[host] ?? nil)
    }
    try handlers.end(source, outcome)
  }

  private func postpone(_ article: Article, of source: Int, _ url: String, _ handlers: Handlers) throws {
    sources[source]?.pausedBy = Fetcher.host(of: url)
    try handlers.postpone(source, article)
  }

  // MARK: Pages

  private func finish(
    page article: Article, of source: Int, _ request: FetchRequest, _ result: Result<FetchedDocument, FetchFailure>,
    _ handlers: Handlers
  ) throws {
    if case .success(let document) = result, Self.asksToWait(document.head) {
      try postpone(article, of: source, request.url, handlers)
    } else {
      switch completed(article, result) {
      case .success(let whole): try handlers.take(source, whole)
      case .failure(let reason):
        handlers.miss(source, request.url, reason.message)
        try handlers.take(source, article)
      }
    }
    sources[source]?.pages -= 1
    try endIfDone(source, handlers)
  }

  /// The article with the text of its page, where that is longer than what the feed holds.
  private func completed(
    _ article: Article, _ result: Result<FetchedDocument, FetchFailure>
  ) -> Result<Article, FetchFailure> {
    let document: FetchedDocument
    switch result {
    case .failure(let failure): return .failure(failure)
    case .success(let fetched): document = fetched
    }
    guard document.head.status == 200 else {
      return .failure(FetchFailure(.connection, Self.meaning(of: document.head)))
    }
    let content = try? documents.content(
      of: document.body, name: article.id, charset: document.charset, address: document.head.url)
    guard case .article(let page)? = content else {
      return .failure(FetchFailure(.type, "there is no article on the page"))
    }
    var whole = article
    if page.body.length > article.body.length {
      whole.text = page.text
      whole.body = page.body
    }
    if whole.publication.day == nil { whole.publication = page.publication }
    return .success(whole)
  }

  // MARK: Servers that ask to wait

  private static func asksToWait(_ head: FetchHead) -> Bool { head.status == 429 || head.status == 503 }

  /// Asks this server for nothing more.
  private func pause(_ host: String, _ retryAfter: Int?, _ handlers: Handlers) throws {
    pauses[host] = .some(retryAfter)
    for withdrawn in fetcher.withdraw(host: host) {
      switch jobs.removeValue(forKey: withdrawn.id) {
      case .source(let source):
        sources[source]?.outcome = .failed("\(host) asks to wait", retryAfter: retryAfter)
        try endIfDone(source, handlers)
      case .page(let article, let source):
        try postpone(article, of: source, withdrawn.url, handlers)
        sources[source]?.pages -= 1
        try endIfDone(source, handlers)
      case nil: break
      }
    }
  }

  /// What a status says to people (RFC 9110, section 15).
  private static func meaning(of head: FetchHead) -> String {
    let wait = head.retryAfter.map { " for \($0) s" } ?? ""
    switch head.status {
    case 401, 403: return "the server does not give it to this program (\(head.status))"
    case 404: return "there is no such document (404): check the address"
    case 410: return "it is gone for good (410): remove it"
    case 429: return "the server asks to wait\(wait) (429)"
    case 503: return "the server is overloaded and asks to wait\(wait) (503)"
    case 500...599: return "the server failed (\(head.status))"
    default: return "the server answered with status \(head.status)"
    }
  }
}
