/// What a feed's element says.
enum FeedField {
  case title, link, guid, outlet, published, updated, content, summary, minutesToLive

  /// The meaning of an element; nil where it is not read.
  ///
  /// - Parameter name: its local name in small letters.
  init?(_ name: String, in vocabulary: FeedVocabulary) {
    guard let field = Self.fields[vocabulary]?[name] else { return nil }
    self = field
  }

  private static let fields: [FeedVocabulary: [String: FeedField]] = [
    .core: [
      "title": .title, "link": .link, "guid": .guid, "id": .guid, "source": .outlet, "pubdate": .published,
      "published": .published, "issued": .published, "created": .published, "date": .published, "updated": .updated,
      "modified": .updated, "content": .content, "description": .summary, "summary": .summary, "ttl": .minutesToLive,
      "fulltext": .content, "body": .content,
    ],
    .content: ["encoded": .content],
    .dublinCore: ["date": .published, "title": .title, "description": .summary, "identifier": .guid],
    .media: ["description": .summary],
  ]

  /// Whether it is one line, in which no other field can stand.
  var isLine: Bool { self != .content && self != .summary }

  /// Whether an element holds others whose names mean something else there: the title of a picture is no headline.
  static func isPassedOver(_ name: String, in vocabulary: FeedVocabulary) -> Bool {
    switch vocabulary {
    case .core: ["image", "textinput", "author", "contributor", "generator"].contains(name)
    case .content, .dublinCore: false
    case .media: name != "group" && name != "content"
    case .other: true
    }
  }
}

/// The vocabularies whose elements are read.
enum FeedVocabulary: Hashable {
  /// RSS and Atom themselves.
  case core
  /// The content module of RSS 1.0.
  case content
  /// Dublin Core.
  case dublinCore
  /// Media RSS.
  case media
  /// All others.
  case other

  /// What a namespace's name begins with.
  private static let names: [(String, FeedVocabulary)] = [
    ("http://purl.org/rss/1.0/modules/content", .content), ("http://purl.org/dc/", .dublinCore),
    ("http://search.yahoo.com/mrss", .media), ("http://www.w3.org/2005/atom", .core),
    ("http://purl.org/atom/", .core), ("http://purl.org/rss/1.0/modules/", .other), ("http://purl.org/rss/1.0", .core),
    ("http://my.netscape.com/rdf", .core), ("http://channel.netscape.com/rdf", .core),
    ("http://backend.userland.com/rss", .core), ("http://www.w3.org/1999/02/22-rdf-syntax-ns", .core),
  ]

  /// The vocabulary that a namespace's name stands for.
  init(namespace: String) {
    let name = namespace.lowercased()
    self = Self.names.first { name.hasPrefix($0.0) }?.1 ?? .other
  }

  /// What prefixes mean where nothing declares them.
  static let customary: [String: FeedVocabulary] = [
    "atom": .core, "a": .core, "rss": .core, "rdf": .core, "content": .content, "dc": .dublinCore,
    "dcterms": .dublinCore,
    "media": .media,
  ]
}

/// The prefixes that a feed declares, and what they stand for.
struct FeedVocabularies {
  private var declared: [String: FeedVocabulary] = [:]

  /// Prefixes beyond these are not kept.
  private static let most = 64

  /// Takes the declarations of a tag.
  mutating func declare(_ tag: MarkupScanner.Tag, _ scanner: MarkupScanner) {
    // Few tags have attributes, fewer declare.
    guard tag.span.upperBound - tag.name.upperBound > 8, declared.count < Self.most else { return }
    for (name, value) in scanner.attributes(of: tag)
    where name.count > 6 && scanner.isEqual(name.lowerBound..<name.lowerBound + 6, "xmlns:") {
      let prefix = String(decoding: scanner.bytes[name.lowerBound + 6..<name.upperBound], as: UTF8.self)
      let namespace = String(decoding: scanner.bytes[value], as: UTF8.self)
      declared[prefix] = FeedVocabulary(namespace: namespace)
    }
  }

  /// The vocabulary of a tag's name.
  func vocabulary(of tag: MarkupScanner.Tag, _ scanner: MarkupScanner) -> FeedVocabulary {
    guard let prefix = scanner.prefix(tag) else { return .core }
    let name = String(decoding: scanner.bytes[prefix], as: UTF8.self)
    return declared[name] ?? FeedVocabulary.customary[name] ?? .other
  }
}

extension MarkupScanner {
  /// A tag's name without its prefix.
  func localName(_ tag: Tag) -> Range<Int> {
    guard let colon = bytes[tag.name].firstIndex(of: UInt8(ascii: ":")) else { return tag.name }
    return colon + 1..<tag.name.upperBound
  }

  /// The prefix of a tag's name.
  func prefix(_ tag: Tag) -> Range<Int>? {
    bytes[tag.name].firstIndex(of: UInt8(ascii: ":")).map { tag.name.lowerBound..<$0 }
  }
}
