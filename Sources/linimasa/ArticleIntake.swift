import Extraction
import Foundation
import Temporal
import Text
import Timeline

/// Reads the articles of files, folders and standard input, one after the other; a bad one is named on standard error
/// and the rest go on.
struct ArticleIntake: Sendable {
  private let decoder: ArticleDecoder
  private let extractor: EventExtractor
  private let feeds: FeedReader

  /// Loads what reading articles needs.
  init(resources: ResourceFolder) throws {
    let dates = try DateReader(resources: resources)
    decoder = try ArticleDecoder(resources: resources, dates: dates)
    extractor = try EventExtractor(resources: resources, dates: dates)
    feeds = try FeedReader(resources: resources, dates: dates)
  }

  /// Gives every article of `sources` to `take`.
  ///
  /// - Returns: whether anything could not be read.
  /// - Throws: what `take` throws.
  func read(_ sources: [String], take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    var hasFailures = false
    for source in sources.flatMap(files) {
      do {
        if try !read(file: source, take: take) { hasFailures = true }
      } catch let failure as LineReader.Failure {
        Diagnostics.note(failure.description)
        hasFailures = true
      }
    }
    return hasFailures
  }

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

  /// Reads one document: a feed, or one article of plain text.
  private func read(document: [UInt8], of file: String, take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    guard document.contains(where: { $0 > 32 }) else {
      Diagnostics.note("\(file): there is no text in it")
      return false
    }
    if FeedReader.isFeed(Array(document.prefix(1 << 13))) { return try read(feed: document, of: file, take: take) }
    let name = file == "-" ? "standard input" : URL(fileURLWithPath: file).lastPathComponent
    try take(extractor.annotate(decoder.article(id: name, text: SourceText(repairing: document))))
    return true
  }

  private func read(feed bytes: [UInt8], of file: String, take: (AnnotatedArticle) throws -> Void) throws -> Bool {
    let feed: Feed
    do throws(FeedError) {
      feed = try feeds.feed(bytes)
    } catch {
      Diagnostics.note("\(file): \(error)")
      return false
    }
    if feed.isCutOff { Diagnostics.note("\(file): the feed ends in the middle; what is there was read") }
    if feed.leftOut > 0 {
      Diagnostics.note("\(file): \(feed.leftOut) items beyond \(FeedReader.mostItems) are left out")
    }
    for article in feed.articles(source: file) { try take(extractor.annotate(article)) }
    return true
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
