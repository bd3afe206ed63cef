import Extraction
import Temporal
import Text
import Timeline

/// Reads one whole document, wherever it came from: a feed, a page, or one article.
struct DocumentReader: Sendable {
  /// What a document holds.
  enum Content {
    /// A feed.
    case feed(Feed)
    /// One article.
    case article(Article)
  }

  /// A document that cannot be read, and why.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let decoder: ArticleDecoder
  private let feeds: FeedReader
  private let pages: PageReader

  /// A reader of articles, feeds and pages.
  init(decoder: ArticleDecoder, feeds: FeedReader, pages: PageReader) {
    self.decoder = decoder
    self.feeds = feeds
    self.pages = pages
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - name: what its article is called.
  ///   - charset: the encoding that a server declares.
  ///   - address: where on the web it is.
  /// - Throws: `Failure` where there is nothing to read in it.
  func content(
    of bytes: [UInt8], name: String, charset: String? = nil, address: String? = nil
  ) throws(Failure) -> Content {
    guard bytes.contains(where: { $0 > 32 }) else { throw Failure(description: "there is no text in it") }
    if FeedReader.isFeed(Array(bytes.prefix(1 << 13))) {
      do throws(FeedError) {
        return .feed(try feeds.feed(bytes, charset: charset, base: address))
      } catch {
        throw Failure(description: error.description)
      }
    }
    if PageReader.isPage(bytes) {
      guard let article = pages.article(bytes, name: name, charset: charset, address: address) else {
        throw Failure(description: "there are no sentences on the page")
      }
      return .article(article)
    }
    var article = decoder.article(id: name, text: SourceText(repairing: bytes))
    article.url = article.url ?? address
    return .article(article)
  }
}
