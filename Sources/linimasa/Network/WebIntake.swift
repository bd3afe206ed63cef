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
  }

  /// What a run tells while it goes on. Sources are named by the number that `ask` was given.
  struct Handlers {
    /// Chooses of a feed's articles those that are wanted; the pages of others are not asked for.
    var select: (Int, [Article]) throws -> [Article] = { $1 }
    /// Takes an article.
    var take: (Int, Article) throws -> Void
    /// Takes notice of a page that a feed leads to and that could not be read; the feed's own words are taken instead.
    var miss: (Int, String, String) -> Void
    /// A source and all its pages are done.
    var end: (Int, Outcome) throws -> Void
  }

  private struct Source {
    var outcome: Outcome?
    var pages = 0
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
    switch job {
    case .source(let source): try finish(source: source, request, result, handlers)
    case .page(let article, let source): try finish(page: article, of: source, request, result, handlers)
    }
    if case .success(let document) = result, document.head.status == 429 || document.head.status == 503 {
      try pause(request, document.head.retryAfter, handlers)
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
    let content: DocumentReader.Content
    do throws(DocumentReader.Failure) {
      content = try documents.content(
        of: document.body, name: head.url, charset: document.charset, address: head.url)
    } catch {
      return .failed(error.description, retryAfter: nil)
    }
    switch content {
    case .article(let article):
      if request.purpose == .feed { return .failed(FeedError.notFeed.description, retryAfter: nil) }
      try handlers.take(source, article)
      return .read(head, nil)
    case .feed(let feed):
      let stubs = Set(feed.items.filter(\.isStub).compactMap(\.url))
      for article in try handlers.select(source, feed.articles(source: request.url, today: today)) {
        if followsLinks, let url = article.url, stubs.contains(url), pauses[Fetcher.host(of: url)] == nil {
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
    guard let state = sources[source], let outcome = state.outcome, state.pages == 0 else { return }
    sources[source] = nil
    try handlers.end(source, outcome)
  }

  // MARK: Pages

  private func finish(
    page article: Article, of source: Int, _ request: FetchRequest, _ result: Result<FetchedDocument, FetchFailure>,
    _ handlers: Handlers
  ) throws {
    switch completed(article, result) {
    case .success(let whole): try handlers.take(source, whole)
    case .failure(let reason):
      handlers.miss(source, request.url, reason.message)
      try handlers.take(source, article)
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

  /// Asks this server for nothing more.
  private func pause(_ request: FetchRequest, _ retryAfter: Int?, _ handlers: Handlers) throws {
    let host = Fetcher.host(of: request.url)
    pauses[host] = retryAfter
    let failure = FetchFailure(.slow, "\(host) asks to wait")
    for withdrawn in fetcher.withdraw(host: host) {
      if case .source(let source)? = jobs[withdrawn.id] {
        jobs[withdrawn.id] = nil
        sources[source]?.outcome = .failed(failure.message, retryAfter: retryAfter)
        try endIfDone(source, handlers)
      } else {
        try finish(withdrawn, .failure(failure), handlers)
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
