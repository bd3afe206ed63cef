import Extraction
import Foundation
import Temporal
import Text
import Timeline

/// Reads the articles of files, folders, standard input and the web; what cannot be read is named on standard error and
/// the rest go on.
struct ArticleIntake: Sendable {
  private let decoder: ArticleDecoder
  private let extractor: EventExtractor
  /// Reads whole documents.
  let documents: DocumentReader

  /// Loads what reading articles needs.
  init(resources: ResourceFolder) throws {
    let dates = try DateReader(resources: resources)
    decoder = try ArticleDecoder(resources: resources, dates: dates)
    extractor = try EventExtractor(resources: resources, dates: dates)
    documents = DocumentReader(decoder: decoder, feeds: try FeedReader(resources: resources, dates: dates))
  }

  /// Gives every article of `sources` to `take`.
  ///
  /// - Returns: whether anything could not be read.
  /// - Throws: what `take` throws.
  func read(_ sources: [String], take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    var hasFailures = false
    let addresses = sources.filter(Self.isAddress)
    if !addresses.isEmpty, try !read(addresses: addresses, take: take) { hasFailures = true }
    for source in sources where !Self.isAddress(source) {
      for file in files(of: source) {
        do {
          if try !read(file: file, take: take) { hasFailures = true }
        } catch let failure as LineReader.Failure {
          Diagnostics.note(failure.description)
          hasFailures = true
        }
      }
    }
    return hasFailures
  }

  /// What is found in an article.
  func annotate(_ article: Article) -> AnnotatedArticle { extractor.annotate(article) }

  /// Reads one file: JSON Lines where its first line begins an object, else one article of plain text.
  ///
  /// - Returns: whether all of it could be read.
  private func read(file: String, take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    var reader = try LineReader(path: file)
    var lines = try reader.lines(atMost: 1)
    let isJSON = lines.first?.first { $0 > 32 } == UInt8(ascii: "{")
    if isJSON { lines += try reader.lines(atMost: 8) }
    guard isJSON, !FeedReader.isFeed(Array(lines.joined(separator: [10]).prefix(1 << 13))) else {
      while case let more = try reader.lines(atMost: 1024), !more.isEmpty { lines += more }
      return try read(document: Array(lines.joined(separator: [10])), of: file, take: take)
    }
    var isComplete = true
    var number = 0
    while !lines.isEmpty {
      for line in lines {
        number += 1
        do {
          try take(extractor.annotate(named(decoder.article(line: line), "\(file):\(number)")))
        } catch let error as ArticleError where error.kind == .blank {
          continue
        } catch let error as ArticleError {
          Diagnostics.note("\(file):\(number): \(error.message)")
          isComplete = false
        }
      }
      lines = try reader.lines(atMost: 64)
    }
    return isComplete
  }

  private func read(document: [UInt8], of file: String, take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    let name = file == "-" ? "standard input" : URL(fileURLWithPath: file).lastPathComponent
    let content: DocumentReader.Content
    do throws(DocumentReader.Failure) {
      content = try documents.content(of: document, name: name)
    } catch {
      Diagnostics.note("\(file): \(error)")
      return false
    }
    switch content {
    case .article(let article): try take(extractor.annotate(article))
    case .feed(let feed):
      for note in feed.notes { Diagnostics.note("\(file): \(note)") }
      for article in feed.articles(source: file) { try take(extractor.annotate(article)) }
    }
    return true
  }

  /// Whether a source is on the web.
  static func isAddress(_ source: String) -> Bool {
    source.hasPrefix("http://") || source.hasPrefix("https://")
  }

  /// Reads pages and feeds from the web, all at once.
  ///
  /// - Returns: whether all of them could be read.
  private func read(addresses: [String], take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    try withoutActuallyEscaping(take) { take in
      var isComplete = true
      let web = WebIntake(documents: documents, today: WallClock.today)
      for (number, address) in addresses.enumerated() { web.ask(number, url: address, purpose: .page) }
      try web.run(
        WebIntake.Handlers(
          take: { try take(extractor.annotate($1)) },
          miss: { _, page, reason in
            Diagnostics.note("\(page): \(reason)")
            isComplete = false
          },
          end: { number, outcome in
            switch outcome {
            case .read(_, let feed): for note in feed?.notes ?? [] { Diagnostics.note("\(addresses[number]): \(note)") }
            case .unchanged: break
            case .failed(let reason, _):
              Diagnostics.note("\(addresses[number]): \(reason)")
              isComplete = false
            }
          }))
      return isComplete
    }
  }

  /// An article without an id is called by its place.
  private func named(_ article: Article, _ place: String) -> Article {
    guard article.id.isEmpty else { return article }
    var article = article
    article.id = place
    return article
  }

  /// The files of a source: itself, or everything below a folder in order of name, hidden files left out.
  private func files(of source: String) -> [String] {
    var isFolder: ObjCBool = false
    guard source != "-", FileManager.default.fileExists(atPath: source, isDirectory: &isFolder), isFolder.boolValue
    else { return [source] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: source)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { files(of: "\(source)/\($0)") }
  }
}
