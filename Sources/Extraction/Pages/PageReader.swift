import Temporal
import Text
import Timeline

/// Reads pages of the web: the article's text, its title, outlet and address, and when it appeared.
///
/// Pages are markup only by name. They are read in one pass into an outline without ever failing, in time and memory that
/// grow with the number of bytes and nothing else; nothing of a page is run or fetched.
///
/// ```swift
/// let page = try PageReader(resources: resources, dates: dates).article(bytes, name: "page.html")
/// page?.publication.day
/// ```
public struct PageReader: Sendable {
  private let names: PageNames
  private let dates: FeedDateReader

  /// A reader that reads dates which no standard knows with `dates`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder, dates: DateReader) throws(TableError) {
    names = PageNames(
      markup: MarkupText(references: try CharacterReferences(resources: resources)),
      furniture: try FurnitureNames(resources: resources), metadata: try MetadataNames(resources: resources))
    self.dates = FeedDateReader(dates: dates)
  }

  /// Whether bytes begin a page.
  public static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = TextEncoding.utf8(Array(bytes.prefix(2048)), declared: nil).map(MarkupScanner.lowercased)
    guard let first = head.first(where: { $0 > 32 && $0 < 128 }), first == UInt8(ascii: "<") else { return false }
    let marks: [StaticString] = ["<!doctype html", "<html", "<head", "<body"]
    return marks.contains { head[...].endOfFirst($0, from: 0) != nil }
  }

  /// The article of a page; nil where there are no sentences on it.
  ///
  /// - Parameters:
  ///   - name: what the article is called.
  ///   - charset: the encoding that the server declares.
  ///   - address: where on the web it came from.
  public func article(
    _ bytes: [UInt8], name: String, charset: String? = nil, address: String? = nil
  ) -> Article? {
    let text = TextEncoding.utf8(bytes, declared: charset ?? Self.declaredEncoding(bytes))
    let outline = PageOutlineBuilder.outline(of: text, names: names)
    let main = MainText(outline)
    var body = main.text
    if let whole = outline.metadata.linkedData.body, whole.utf8.count > 2 * body.utf8.count {
      body = names.markup.text(ofHTML: Array(whole.utf8))
    }
    if body.isEmpty { return nil }
    let url = address ?? outline.metadata[.address]
    return Article(
      id: name, title: title(outline), url: url.flatMap(Self.webAddress), outlet: outlet(outline),
      language: .undetermined,
      publication: PageDay(outline: outline, main: main, dates: dates, address: url).publication,
      text: SourceText(body))
  }

  /// An address of the web; nil for everything else that a page may call its own.
  private static func webAddress(_ text: String) -> String? {
    text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  /// The headline: as given for sharing, else the first heading, else what browsers show.
  private func title(_ outline: PageOutline) -> String? {
    let heading = outline.blocks.first { outline.nodes[$0.node].element == .h1 }.map(outline.text(of:))
    let given = outline.metadata[.title] ?? outline.metadata.linkedData.headline.map { line($0) }
    guard let title = given ?? heading ?? outline.metadata.title, !title.isEmpty else { return nil }
    // Many titles carry the outlet's name behind a bar: what the heading says is the headline.
    if let heading, !heading.isEmpty, title.count > heading.count, title.hasPrefix(heading) { return heading }
    return title
  }

  private func outlet(_ outline: PageOutline) -> String? {
    let publisher = outline.metadata.linkedData.publisher.map { line($0) }
    return outline.metadata[.outlet] ?? (publisher?.isEmpty == false ? publisher : nil)
  }

  private func line(_ text: String) -> String { names.markup.line(ofHTML: Array(text.utf8)) }

  /// The encoding that a page's head declares: `<meta charset="…">` or `content="text/html; charset=…"`.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map(MarkupScanner.lowercased)
    guard let start = head[...].endOfFirst("charset=", from: 0) else { return nil }
    let value = head[start...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 32 }
    let name = value.prefix { byte in
      (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
