/// What JSON-LD in schema.org's words says of the article of a page.
///
/// It is read as it comes, without a tree: trailing commas, raw line breaks in strings and missing brackets, which real
/// pages have, cost nothing but themselves. Of several objects the one that calls itself an article counts, in the order
/// of the page; a video or a list beside it does not.
struct LinkedData {
  /// Its headline.
  private(set) var headline: String?
  /// When it was published, as written.
  private(set) var published: String?
  /// Who published it.
  private(set) var publisher: String?
  /// Its whole text.
  private(set) var body: String?

  private var rank = Rank.none

  /// How much an object is the article of the page.
  private enum Rank: Int {
    case none, untyped, page, article
  }

  /// An object that is being read.
  private struct Object {
    /// The member of the object around it whose value it is.
    let name: String
    var key = ""
    var rank = Rank.untyped
    var headline: String?
    var published: String?
    var publisher: String?
    var body: String?
    var label: String?
  }

  /// Deeper objects are passed over.
  private static let deepest = 64

  /// Reads the contents of one script of JSON-LD.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    var objects: [Object] = []
    var depth = 0
    var index = bytes.startIndex
    var text: String?
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        depth += 1
        if depth <= Self.deepest { objects.append(Object(name: objects.last?.key ?? "")) }
        text = nil
      case UInt8(ascii: "}"):
        if depth <= Self.deepest, let object = objects.popLast() { close(object, in: &objects) }
        depth = max(0, depth - 1)
      case UInt8(ascii: "\""):
        let end = Self.end(ofString: bytes, from: index + 1)
        text = Self.string(bytes[index + 1..<end])
        index = end
        let next = bytes[(index < bytes.endIndex ? index + 1 : index)...].first { $0 > 32 }
        if depth <= Self.deepest, let value = text, !objects.isEmpty {
          if next == UInt8(ascii: ":") {
            objects[objects.count - 1].key = value
          } else {
            Self.take(value, into: &objects[objects.count - 1])
          }
        }
      default: break
      }
      index += 1
    }
    while let object = objects.popLast() { close(object, in: &objects) }
  }

  private static func take(_ value: String, into object: inout Object) {
    switch object.key {
    case "@type": object.rank = max(object.rank, rank(of: value))
    case "headline": object.headline = object.headline ?? value
    case "name": object.label = object.label ?? value
    case "datePublished": object.published = object.published ?? value
    case "publisher": object.publisher = object.publisher ?? value
    case "articleBody": object.body = object.body ?? value
    default: break
    }
  }

  private static func max(_ a: Rank, _ b: Rank) -> Rank { a.rawValue >= b.rawValue ? a : b }
  private func max(_ a: Int, _ b: Int) -> Int { a >= b ? a : b }

  /// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting`, `LiveBlogPosting`; `WebPage`, `ItemPage`.
  private static func rank(of type: String) -> Rank {
    if type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" { return .article }
    return type.hasSuffix("Page") ? .page : .none
  }

  private mutating func close(_ object: Object, in objects: inout [Object]) {
    if object.name == "publisher", !objects.isEmpty {
      objects[objects.count - 1].publisher = objects[objects.count - 1].publisher ?? object.label
      return
    }
    guard object.rank.rawValue > rank.rawValue, object.published != nil || object.headline != nil else { return }
    rank = object.rank
    headline = object.headline ?? headline
    published = object.published ?? published
    publisher = object.publisher ?? publisher
    body = object.body ?? body
  }

  /// Where the quote stands that ends a string.
  private static func end(ofString bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.endIndex)
  }

  /// The characters that a string's escapes stand for (RFC 8259, section 7).
  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    var rest = String(decoding: bytes, as: UTF8.self).utf16[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C, let escape = rest.popFirst() else {
        units.append(unit)
        continue
      }
      switch escape {
      case 0x6E: units.append(10)
      case 0x74, 0x72, 0x62, 0x66: units.append(32)
      case 0x75:
        units.append(UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
