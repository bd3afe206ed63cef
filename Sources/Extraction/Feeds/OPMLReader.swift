import Foundation
import Text

/// What a list of feeds in OPML holds.
public struct FeedList: Sendable, Hashable {
  /// One feed.
  public struct Entry: Sendable, Hashable {
    /// Where it is: http or https.
    public var url: String
    /// What it is called.
    public var title: String?
    /// The folders it is filed under; `War/Ukraine` is one inside another.
    public var tags: [String]

    /// A feed.
    public init(url: String, title: String? = nil, tags: [String] = []) {
      self.url = url
      self.title = title
      self.tags = tags
    }
  }

  /// An entry that is not taken.
  public struct Refusal: Sendable, Hashable {
    /// What the list gives as its address.
    public var address: String
    /// Why not.
    public var reason: String
  }

  /// The feeds, in the list's order, each address once.
  public var entries: [Entry] = []
  /// What is not taken.
  public var refused: [Refusal] = []
  /// Whether the list ends in the middle.
  public var isCutOff = false

  /// A list.
  public init(entries: [Entry] = []) { self.entries = entries }
}

/// Reads OPML 1.0 and 2.0 (opml.org/spec2.opml).
///
/// A list of feeds comes from elsewhere, and some readers take commands where an address stands (`exec:`, `filter:`,
/// `|program`). Here an address is http or https, or it is refused by name and the rest is taken.
public struct OPMLReader: Sendable {
  private let references: CharacterReferences

  /// The longest list that is read, in bytes.
  public static let longest = 8 << 20
  /// Folders inside one another.
  private static let deepest = 32

  /// A reader.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder) throws(TableError) {
    references = try CharacterReferences(resources: resources)
  }

  /// The list; nil where the bytes are no OPML or too long.
  public func list(_ bytes: [UInt8]) -> FeedList? {
    guard bytes.count <= Self.longest else { return nil }
    var scanner = MarkupScanner(TextEncoding.utf8(bytes, declared: FeedReader.declaredEncoding(bytes)))
    guard let root = scanner.next(), scanner.isEqual(root.name, "opml") else { return nil }
    var list = FeedList()
    var folders: [String?] = []
    var known: [String: Int] = [:]
    while let tag = scanner.next() {
      guard scanner.isEqual(tag.name, "outline") else { continue }
      if tag.isEnd {
        _ = folders.popLast()
        continue
      }
      let outline = Outline(tag, scanner, references)
      if let address = outline.address {
        add(address, outline, folders.compactMap { $0 }, to: &list, &known)
      }
      // Each start tag that waits for its end is remembered, so that ends and starts stay pairs.
      if !tag.isEmpty { folders.append(outline.address == nil && folders.count < Self.deepest ? outline.title : nil) }
    }
    list.isCutOff = scanner.isCutOff || !folders.isEmpty
    return list
  }

  private func add(
    _ address: String, _ outline: Outline, _ folders: [String], to list: inout FeedList, _ known: inout [String: Int]
  ) {
    guard let url = FeedAddress.subscribable(address) else {
      let shown = String(address.prefix(120))
      list.refused.append(.init(address: shown, reason: "only http and https addresses are feeds"))
      return
    }
    let folder = folders.joined(separator: "/")
    let tags = (folder.isEmpty ? [] : [folder]) + outline.categories.filter { $0 != folder }
    if let index = known[url] {
      list.entries[index].tags += tags.filter { !list.entries[index].tags.contains($0) }
    } else {
      known[url] = list.entries.count
      list.entries.append(.init(url: url, title: outline.title, tags: tags))
    }
  }

  /// The attributes of an outline that are read.
  private struct Outline {
    var title: String?
    var address: String?
    var categories: [String] = []

    init(_ tag: MarkupScanner.Tag, _ scanner: MarkupScanner, _ references: CharacterReferences) {
      var text: String?
      for (name, range) in scanner.attributes(of: tag) {
        let value = MarkupText.line(references.decoded(scanner.bytes[range]))
        if value.isEmpty { continue }
        if scanner.isEqual(name, "title") { title = value }
        if scanner.isEqual(name, "text") { text = value }
        if scanner.isEqual(name, "xmlurl") { address = value }
        if scanner.isEqual(name, "category") { categories = Self.categories(value) }
      }
      title = title ?? text
    }

    /// `/War/Ukraine,Maps`: each begins with a stroke or not.
    private static func categories(_ value: String) -> [String] {
      value.split(separator: ",").prefix(32)
        .map { $0.split(separator: "/").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "/") }
        .filter { !$0.isEmpty }
    }
  }
}
