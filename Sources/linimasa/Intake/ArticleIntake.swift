import Extraction
import Foundation
import Library
import Temporal
import Text
import Timeline

/// Reads the articles of files, folders and standard input, in their order, on every core; a bad one is named on
/// standard error and the rest go on.
struct ArticleIntake: Sendable {
  private let decoder: ArticleDecoder
  /// What is found in an article.
  let annotate: @Sendable (Article) -> AnnotatedArticle
  /// Reads whole documents.
  let documents: DocumentReader
  private let dumps: DumpArticles
  /// The day on which it is read: no publication day lies behind it.
  private let today: CivilDay?

  /// What a batch came to.
  struct Batch {
    /// The articles that were not known.
    var articles: [AnnotatedArticle] = []
    /// How many were.
    var known = 0
    /// How far the reading is.
    var progress = Progress()

    fileprivate init(_ readings: [Reading], _ progress: Progress) {
      for reading in readings {
        articles += reading.articles
        known += reading.known
      }
      self.progress = progress
    }
  }

  /// How far the reading is, in bytes of files.
  struct Progress: Equatable {
    /// Bytes read.
    var done = 0
    /// Bytes to read; 0 where nobody knows.
    var total = 0
  }

  /// How much is read of an article.
  enum Depth {
    /// Its language, its dates and its publication day.
    case dates
    /// Its actors and events as well.
    case events
  }

  /// Loads what reading articles needs.
  ///
  /// - Parameters:
  ///   - depth: how much is read of each.
  ///   - today: the day on which it is read, against publication days that lie in the future.
  init(resources: ResourceFolder, depth: Depth = .events, today: CivilDay? = WallClock.today) throws {
    let dates = try DateReader(resources: resources)
    decoder = try ArticleDecoder(resources: resources, dates: dates)
    switch depth {
    case .dates: annotate = { dates.annotate($0) }
    case .events:
      let extractor = try EventExtractor(resources: resources, dates: dates)
      annotate = { extractor.annotate($0) }
    }
    documents = DocumentReader(
      decoder: decoder, feeds: try FeedReader(resources: resources, dates: dates),
      pages: try PageReader(resources: resources, dates: dates))
    dumps = try DumpArticles(resources: resources, dates: dates, decoder: decoder)
    self.today = today
  }

  /// Gives every article of `sources` to `take`, one by one.
  ///
  /// - Returns: whether anything could not be read.
  /// - Throws: what `take` throws.
  func read(_ sources: [String], take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    try read(sources) { batch in
      for article in batch.articles { try take(article) }
      return true
    }
  }

  /// Gives the articles of `sources` to `take` in batches, until it says that it wants no more.
  ///
  /// - Parameters:
  ///   - largest: the articles of a batch; the first ones are smaller, so that something is seen at once.
  ///   - isKnown: whether an article need not be read, because it is there already.
  /// - Returns: whether anything could not be read.
  /// - Throws: what `take` and `isKnown` throw.
  func read(
    _ sources: [String], largest: Int = 64, isKnown: @Sendable (Article) throws -> Bool = { _ in false },
    take: (Batch) throws -> Bool
  ) throws -> Bool {
    let files = sources.filter { !Self.isAddress($0) }.flatMap(Self.files)
    var progress = Progress(total: files.reduce(0) { $0 + Self.size(of: $1) })
    var hasFailures = false
    let addresses = sources.filter(Self.isAddress)
    if !addresses.isEmpty {
      hasFailures = try !read(addresses: addresses) { article in
        _ = try take(Batch([reading(of: [article], article.url ?? article.id, isKnown)], progress))
      }
    }
    var size = 4
    var waiting: [RawArticle] = []
    func work() throws -> Bool {
      if waiting.isEmpty { return true }
      let readings = try waiting.concurrentMap { try reading(of: $0, isKnown) }
      waiting.removeAll(keepingCapacity: true)
      size = min(size * 2, largest)
      for reading in readings {
        for complaint in reading.complaints { Diagnostics.note(complaint) }
        hasFailures = hasFailures || reading.isFailure
      }
      return try take(Batch(readings, progress))
    }
    for path in files {
      let before = progress.done
      do {
        var file = try SourceFile(path: path)
        while case let raw = try file.next(atMost: size - waiting.count), !raw.isEmpty {
          waiting += raw
          progress.done = before + file.consumed
          if waiting.count >= size || !file.isFile, try !work() { return hasFailures }
        }
        progress.done = before + file.consumed
      } catch let failure as LineReader.Failure {
        if try !work() { return true }
        Diagnostics.note(failure.description)
        hasFailures = true
      }
    }
    _ = try work()
    return hasFailures
  }

  /// What one thing of a source came to.
  fileprivate struct Reading: Sendable {
    var articles: [AnnotatedArticle] = []
    var known = 0
    var complaints: [String] = []
    var isFailure = false

    static func failure(_ complaint: String) -> Reading { Reading(complaints: [complaint], isFailure: true) }
  }

  private func reading(of raw: RawArticle, _ isKnown: (Article) throws -> Bool) throws -> Reading {
    switch raw {
    case .line(let line, let place):
      do {
        return try reading(of: [named(decoder.article(line: line), place)], place, isKnown)
      } catch let error as ArticleError where error.kind == .blank {
        return Reading()
      } catch let error as ArticleError {
        return .failure("\(place): \(error.message)")
      }
    case .text(let bytes, let name): return try reading(of: bytes, name, isKnown)
    case .message(let bytes, let place):
      guard let article = dumps.article(message: bytes, place: place) else {
        return .failure("\(place): the message holds no text")
      }
      return try reading(of: [article], place, isKnown)
    case .record(let record, let place): return try reading(of: record, place, isKnown)
    }
  }

  /// A record of a web archive; one that holds no page gives nothing.
  private func reading(of record: WARCRecord, _ place: String, _ isKnown: (Article) throws -> Bool) throws -> Reading {
    let response: WebResponse?
    do { response = try WebResponse(record) } catch { return .failure("\(place): \(error)") }
    guard let response else { return Reading() }
    var reading = Reading()
    if let article = dumps.article(response: response, place: place) ?? page(of: response, place) {
      reading = try self.reading(of: [article], place, isKnown)
    } else if response.type == "text/html" || response.type == "text/plain" {
      reading = .failure("\(place): \(response.url ?? "a page") holds no text that can be read")
    }
    if record.isCut {
      reading.complaints.append("\(place): the record ends in the middle; what is there was read")
      reading.isFailure = true
    }
    return reading
  }

  /// The article of an archived page of HTML; nil where it holds none, or a feed.
  private func page(of response: WebResponse, _ place: String) -> Article? {
    guard response.type == "text/html" || response.type == "application/xhtml+xml" else { return nil }
    let content = try? documents.content(
      of: response.body, name: response.url ?? place, charset: response.charset, address: response.url)
    guard case .article(let article) = content else { return nil }
    return article
  }

  /// One document: a feed, or one article.
  private func reading(of document: [UInt8], _ name: String, _ isKnown: (Article) throws -> Bool) throws -> Reading {
    if document.count > FeedReader.longest {
      return .failure("\(name): the text is longer than \(FeedReader.longest >> 20) MB: split it")
    }
    let content: DocumentReader.Content
    do throws(DocumentReader.Failure) {
      content = try documents.content(of: document, name: name)
    } catch {
      return .failure("\(name): \(error)")
    }
    switch content {
    case .article(let article): return try reading(of: [article], name, isKnown)
    case .feed(let feed):
      var result = try reading(of: feed.articles(source: name, today: today), name, isKnown)
      result.complaints += feed.notes.map { "\(name): \($0)" }
      return result
    }
  }

  /// The events of articles that are not known. A publication day that cannot be is said and not used.
  private func reading(of articles: [Article], _ place: String, _ isKnown: (Article) throws -> Bool) throws -> Reading {
    var reading = Reading()
    for var article in articles {
      if let day = article.publication.day, !article.publication.isCredible(today: today) {
        reading.complaints.append("\(place): published \(day)? That day is not used")
        article.publication = article.publication.credible(today: today)
      }
      if try isKnown(article) { reading.known += 1 } else { reading.articles.append(annotate(article)) }
    }
    return reading
  }

  /// An article without an id is called by its place.
  private func named(_ article: Article, _ place: String) -> Article {
    guard article.id.isEmpty else { return article }
    var article = article
    article.id = place
    return article
  }

  /// The files of a source: itself, or everything below a folder in order of name, hidden files left out.
  private static func files(of source: String) -> [String] {
    var isFolder: ObjCBool = false
    guard source != "-", FileManager.default.fileExists(atPath: source, isDirectory: &isFolder), isFolder.boolValue
    else { return [source] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: source)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { files(of: "\(source)/\($0)") }
  }

  private static func size(of path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
