import Temporal
import Timeline

/// A feed as it was read: who publishes it, and its items.
public struct Feed: Sendable, Hashable {
  /// The formats.
  public enum Format: String, Sendable, Hashable {
    /// RSS 0.91 to 2.0.
    case rss
    /// RSS 0.90 and 1.0, which are RDF.
    case rdf
    /// Atom (RFC 4287).
    case atom
    /// JSON Feed.
    case json
  }

  /// What it is written in.
  public var format: Format
  /// The publisher's or the feed's name.
  public var title: String?
  /// The page that it belongs to.
  public var link: String?
  /// How long the publisher asks to wait before the next look, in minutes.
  public var minutesToLive: Int?
  /// The items, in the feed's order.
  public var items: [FeedItem] = []
  /// Whether the feed ends in the middle, so that items may be missing.
  public var isCutOff = false
  /// Items beyond those that are read.
  public var leftOut = 0

  /// What a person should know of how it was read.
  public var notes: [String] {
    var notes: [String] = []
    if isCutOff { notes.append("the feed ends in the middle; what is there was read") }
    if leftOut > 0 { notes.append("\(leftOut) items beyond \(FeedReader.mostItems) are left out") }
    return notes
  }
}

/// One item of a feed.
public struct FeedItem: Sendable, Hashable {
  /// What the publisher calls it, or where it leads.
  public var id: String?
  /// The headline, one line.
  public var title: String?
  /// Where the whole article is.
  public var url: String?
  /// Who published it first, where the feed says so.
  public var outlet: String?
  /// When it was published.
  public var publication = Publication()
  /// What the feed holds of its text, paragraphs parted by blank lines.
  public var text = ""
  /// Whether the feed promises more behind the link than it holds: a few words, or a text that ends in an ellipsis.
  public var isStub = false
}

/// Bytes that are no feed.
public enum FeedError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Neither RSS nor Atom nor JSON Feed.
  case notFeed
  /// Longer than is read, in bytes.
  case tooLong(Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notFeed: "this is no feed (RSS, Atom or JSON Feed); give the address of the feed itself"
    case .tooLong(let count): "the feed is longer than \(count >> 20) MB: ask its publisher for a shorter one"
    }
  }
}
