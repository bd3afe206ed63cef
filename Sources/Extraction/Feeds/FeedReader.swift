import Temporal
import Text
import Timeline

/// Reads feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed, broken ones too.
///
/// A feed that ends in the middle gives the items that are there; a bad reference, a wrong encoding, markup in a title
/// or a date that no standard knows costs nothing but itself. Time and memory grow with the number of bytes and with
/// nothing else: definitions and entities of a document's own are not read, and nothing is fetched.
///
/// ```swift
/// let feed = try FeedReader(resources: resources, dates: dates).feed(bytes)
/// feed.items.first?.title
/// ```
public struct FeedReader: Sendable {
  let markup: MarkupText
  let dates: FeedDateReader

  /// The longest feed that is read, in bytes.
  public static let longest = 32 << 20
  /// The most items that are read of one feed.
  public static let mostItems = 10_000

  /// A reader that reads dates which no standard knows with `dates`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder, dates: DateReader) throws(TableError) {
    markup = MarkupText(references: try CharacterReferences(resources: resources))
    self.dates = FeedDateReader(dates: dates)
  }

  /// Whether `head`, the first bytes of a document, begin a feed: its root element or its version says so.
  public static func isFeed(_ head: [UInt8]) -> Bool { format(of: TextEncoding.utf8(head, declared: nil)) != nil }

  /// Reads a feed.
  ///
  /// - Parameters:
  ///   - charset: the encoding that the server declares.
  ///   - base: where the feed came from, for links that are written from there.
  /// - Throws: `FeedError` where it is no feed or too long.
  public func feed(_ bytes: [UInt8], charset: String? = nil, base: String? = nil) throws(FeedError) -> Feed {
    if bytes.count > Self.longest { throw .tooLong(Self.longest) }
    let text = TextEncoding.utf8(bytes, declared: charset ?? Self.declaredEncoding(bytes))
    guard let format = Self.format(of: text) else { throw .notFeed }
    if format == .json {
      guard let feed = JSONFeed(reader: self, base: base).feed(text) else { throw .notFeed }
      return feed
    }
    var parse = FeedParse(text, format: format, reader: self, base: base)
    return parse.feed()
  }

  /// The format that the first element names; nil where the document is no feed.
  private static func format(of text: [UInt8]) -> Feed.Format? {
    let head = Array(text.prefix(1 << 13))
    guard let first = head.first(where: { $0 > 32 }) else { return nil }
    if first == UInt8(ascii: "{") { return JSONFeed.isFeed(head) ? .json : nil }
    var scanner = MarkupScanner(head)
    while let tag = scanner.next() {
      if tag.isEnd { continue }
      let name = scanner.localName(tag)
      for (root, format) in roots where scanner.isEqual(name, root) { return format }
      // A document type or a stylesheet may come first, another element may not.
      return nil
    }
    return nil
  }

  private static let roots: [(name: StaticString, format: Feed.Format)] = [
    ("rss", .rss), ("rdf", .rdf), ("feed", .atom), ("channel", .rss), ("item", .rss), ("entry", .atom),
  ]

  /// The encoding of `<?xml … encoding="…"?>`.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(256).map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    guard let start = head.firstRange(of: "encoding")?.upperBound else { return nil }
    let value = head[start...].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}

extension FeedReader {
  /// What is left of a text that is a stub: fewer bytes than an article has.
  private static let stubLength = 600
  private static let ellipses = ["…", "...", "[…]", "[...]", "(…)"]

  /// Whether a text is only the beginning of what is behind the link.
  static func isStub(_ text: String, url: String?) -> Bool {
    guard url != nil else { return false }
    return text.utf8.count < stubLength || ellipses.contains { text.hasSuffix($0) }
  }
}
