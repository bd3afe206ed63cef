import Text

/// What a page of the web says outside its menus and margins: title, outlet, day, and the paragraphs that are sentences.
struct PageText {
  /// The title, as the page gives it for being shared, else as browsers show it.
  private(set) var title: String?
  /// The outlet, as the page gives it for being shared.
  private(set) var outlet: String?
  /// When it was published, as its metadata or its first `<time>` says.
  private(set) var published: String?
  /// The paragraphs, parted by blank lines; those of `<article>` where there is one.
  private(set) var text = ""

  /// Short lines with a year and a time of day, where a page without metadata says when it appeared.
  private(set) var stamps: [String] = []

  private let markup: MarkupText
  private var scanner: MarkupScanner
  private var blocks: [Block] = []
  private var block = Block()
  private var articles = 0
  private var link = 0

  /// Text between two breaks.
  private struct Block {
    var bytes: [UInt8] = []
    var linked = 0
    var isInArticle = false
  }

  /// Whether bytes begin a page.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(2048).map(MarkupScanner.lowercased)
    guard let first = head.first(where: { $0 > 32 && $0 < 128 }), first == UInt8(ascii: "<") else { return false }
    let marks: [StaticString] = ["<!doctype html", "<html", "<head", "<body"]
    return marks.contains { head[...].endOfFirst($0, from: 0) != nil }
  }

  /// Reads a page, which is UTF-8, in one pass.
  init(_ bytes: [UInt8], markup: MarkupText) {
    self.markup = markup
    scanner = MarkupScanner(bytes)
    read(without: Self.margins)
    if text.isEmpty {
      // Margins that were never closed, or an article that stands in one.
      scanner = MarkupScanner(bytes)
      read(without: Self.silent)
    }
    published = linkedDataDay ?? published
  }

  /// `datePublished` of the page's linked data (schema.org), which is written for machines and so is the surest.
  private var linkedDataDay: String? {
    let bytes = scanner.bytes[...]
    guard let end = bytes.endOfFirst("\"datePublished\"", from: 0) else { return nil }
    let value = bytes[end...].prefix(64).drop { $0 <= 32 || $0 == UInt8(ascii: ":") }
    guard value.first == UInt8(ascii: "\"") else { return nil }
    let day = value.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
    return day.isEmpty ? nil : String(decoding: day, as: UTF8.self)
  }

  /// Elements that are no part of an article, whatever stands in them.
  private static let margins: Set<String> = [
    "script", "style", "noscript", "nav", "footer", "aside", "iframe", "svg", "button", "select", "template",
    "figcaption",
    "title",
  ]
  /// Elements whose characters are no text at all.
  private static let silent: Set<String> = ["script", "style", "title", "svg", "template"]
  private static let inline: Set<String> = [
    "a", "b", "i", "em", "strong", "span", "u", "small", "sup", "sub", "mark", "time", "abbr", "font", "cite", "q",
    "img",
    "wbr", "ins", "del", "code",
  ]

  private mutating func read(without margins: Set<String>) {
    (blocks, block, articles, link, stamps) = ([], Block(), 0, 0, [])
    var start = 0
    var margin: (name: String, depth: Int)?
    while let tag = scanner.next() {
      let name = String(decoding: scanner.bytes[tag.name].map(MarkupScanner.lowercased), as: UTF8.self)
      if let open = margin {
        if open.name == name, !tag.isEmpty { margin = (name, open.depth + (tag.isEnd ? -1 : 1)) }
        if margin?.depth == 0 {
          if name == "title", title == nil { title = line(start..<tag.span.lowerBound) }
          margin = nil
          start = tag.span.upperBound
        }
        continue
      }
      append(start..<tag.span.lowerBound)
      start = tag.span.upperBound
      if !tag.isEnd { readMetadata(tag, name) }
      if name == "a", !tag.isEmpty { link = max(0, link + (tag.isEnd ? -1 : 1)) }
      if !Self.inline.contains(name) {
        flush()
        link = 0
      }
      if name == "article", !tag.isEmpty { articles = max(0, articles + (tag.isEnd ? -1 : 1)) }
      if margins.contains(name), !tag.isEnd, !tag.isEmpty { margin = (name, 1) }
    }
    if margin == nil { append(min(start, scanner.bytes.count)..<scanner.bytes.count) }
    flush()
    let inArticle = blocks.filter(\.isInArticle)
    let isEnough = inArticle.reduce(0) { $0 + $1.bytes.count } >= 200
    text = (isEnough ? inArticle : blocks).map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n\n")
  }

  private mutating func append(_ range: Range<Int>) {
    let text = scanner.bytes[range].map { $0 <= 32 ? 32 : $0 }
    block.bytes += text
    if link > 0 { block.linked += text.count }
  }

  /// Keeps a block that is prose: some words, a sentence's end, not mostly links.
  private mutating func flush() {
    defer { block = Block() }
    guard block.bytes.count >= 16 else { return }
    let text = Array(markup.line(ofHTML: block.bytes).utf8)
    if text.count < 100, stamps.count < 16, Self.isStamp(text) { stamps.append(String(decoding: text, as: UTF8.self)) }
    let ends = text.indices.count { ".!?".utf8.contains(text[$0]) && ($0 + 1 == text.count || text[$0 + 1] == 32) }
    let isQuoted = text.last.map { $0 == UInt8(ascii: "\"") || $0 == 0x9D } ?? false
    guard text.count >= 30, ends > 0 || isQuoted, block.linked * 2 < block.bytes.count else { return }
    blocks.append(Block(bytes: text, isInArticle: articles > 0))
  }

  /// A year and a time: `Senin, 28 Oktober 2024 19:05 WIB`.
  private static func isStamp(_ text: [UInt8]) -> Bool {
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && text[index] >= 48 && text[index] <= 57 }
    let hasYear = text[...].endOfFirst("20", from: 0).map { isDigit($0) && isDigit($0 + 1) } ?? false
    return hasYear
      && text.indices.contains {
        (text[$0] == 58 || text[$0] == 46) && isDigit($0 - 1) && isDigit($0 + 1) && isDigit($0 + 2)
      }
  }

  private func line(_ range: Range<Int>) -> String? {
    let text = markup.line(ofHTML: Array(scanner.bytes[range]))
    return text.isEmpty ? nil : text
  }

  private mutating func readMetadata(_ tag: MarkupScanner.Tag, _ name: String) {
    if name == "time", published == nil, let range = scanner.attribute("datetime", of: tag) { published = line(range) }
    guard name == "meta", let content = scanner.attribute("content", of: tag) else { return }
    let key =
      scanner.attribute("property", of: tag) ?? scanner.attribute("name", of: tag)
      ?? scanner.attribute("itemprop", of: tag)
    guard let key else { return }
    if scanner.isEqual(key, "og:title") { title = line(content) ?? title }
    if scanner.isEqual(key, "og:site_name") { outlet = line(content) }
    if scanner.isEqual(key, "article:published_time") || scanner.isEqual(key, "datepublished") {
      published = line(content) ?? published
    }
  }
}
