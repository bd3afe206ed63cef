import Text

/// Builds a page's outline from its tags in one pass, forgiving what browsers forgive: ends that are missing, ends of
/// what was never begun, paragraphs in paragraphs.
struct PageOutlineBuilder {
  private var scanner: MarkupScanner
  private let names: PageNames
  private var outline = PageOutline()

  /// Open elements, outermost first.
  private var open: [Int] = [0]
  /// How often each element is open, so that a stray end tag costs nothing.
  private var openCounts = [Int](repeating: 0, count: HTMLElement.allCases.count)
  /// How many open elements are silent.
  private var silence = 0
  /// Raw text elements that have no end on this page: their first one hides the rest from no reader.
  private var endless: Set<HTMLElement> = []

  /// Bytes of the block that is being read, with references.
  private var pending: [UInt8] = []
  private var pendingLinked = 0
  /// The element in which an open link began; nil outside of links.
  private var link: Int?

  /// Deeper elements are read as if their tags were not there.
  private static let deepest = 512
  private static let mostNodes = 200_000

  /// The outline of a page, which is UTF-8.
  static func outline(of bytes: [UInt8], names: PageNames) -> PageOutline {
    var builder = PageOutlineBuilder(scanner: MarkupScanner(bytes), names: names)
    builder.build()
    return builder.outline
  }

  private init(scanner: MarkupScanner, names: PageNames) {
    self.scanner = scanner
    self.names = names
  }

  private mutating func build() {
    var start = 0
    while let tag = scanner.next() {
      append(start..<tag.span.lowerBound)
      start = tag.span.upperBound
      let element = HTMLElement(name: scanner.bytes[tag.name])
      if tag.isEnd {
        end(element)
      } else {
        begin(element, tag)
        if element.isRawText, !tag.isEmpty { start = readRawText(element, tag) }
      }
    }
    append(min(start, scanner.bytes.count)..<scanner.bytes.count)
    flush()
  }

  private mutating func begin(_ element: HTMLElement, _ tag: MarkupScanner.Tag) {
    switch element {
    case .a:
      link = open.last
      return
    case .br:
      if !pending.isEmpty { pending.append(10) }
      return
    case .meta: return readMetadata(tag)
    case .link: return readLink(tag)
    case .time: readMoment(tag)
    default: break
    }
    if element.isInline || element.isRawText { return }
    flush()
    while let last = open.last, open.count > 1, outline.nodes[last].element.endsBefore(element) { pop() }
    if element.isVoid || tag.isEmpty && element == .svg { return }
    push(element, tag)
  }

  private mutating func push(_ element: HTMLElement, _ tag: MarkupScanner.Tag) {
    guard open.count < Self.deepest, outline.nodes.count < Self.mostNodes, let parent = open.last else { return }
    var furniture = Furniture.none
    var isHidden = false
    for attribute in scanner.attributes(of: tag) {
      if scanner.isEqual(attribute.name, "class") || scanner.isEqual(attribute.name, "id")
        || scanner.isEqual(attribute.name, "role") || scanner.isEqual(attribute.name, "data-testid")
        || scanner.isEqual(attribute.name, "data-component")
      {
        furniture = max(furniture, names.furniture.furniture(scanner.bytes[attribute.value]))
      } else if scanner.isEqual(attribute.name, "itemprop") {
        if scanner.isEqual(attribute.value, "articlebody") { furniture = max(furniture, .body) }
      } else if scanner.isEqual(attribute.name, "hidden") {
        isHidden = true
      } else if scanner.isEqual(attribute.name, "style") {
        isHidden = isHidden || Self.hides(scanner.bytes[attribute.value])
      }
    }
    outline.nodes.append(.init(parent: parent, element: element, furniture: furniture, isHidden: isHidden))
    open.append(outline.nodes.count - 1)
    openCounts[Int(element.rawValue)] += 1
    if element.isSilent { silence += 1 }
  }

  /// `display: none`, blanks anywhere.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let packed = style.filter { $0 > 32 }.map(MarkupScanner.lowercased)
    return packed[...].endOfFirst("display:none", from: 0) != nil
  }

  private mutating func end(_ element: HTMLElement) {
    if element == .a { link = nil }
    if element == .br, !pending.isEmpty { pending.append(10) }
    if element.isInline || element.isRawText || element == .br { return }
    flush()
    guard openCounts[Int(element.rawValue)] > 0 else { return }
    while let last = open.last, open.count > 1 {
      pop()
      if outline.nodes[last].element == element { return }
    }
  }

  private mutating func pop() {
    guard let last = open.popLast() else { return }
    let element = outline.nodes[last].element
    openCounts[Int(element.rawValue)] -= 1
    if element.isSilent { silence -= 1 }
    if link == last { link = nil }
  }

  /// Passes over the characters of a script, a style, a title; reads those that tell something.
  ///
  /// - Returns: where the text goes on.
  private mutating func readRawText(_ element: HTMLElement, _ tag: MarkupScanner.Tag) -> Int {
    let start = tag.span.upperBound
    guard !endless.contains(element), let end = scanner.skipRawText(named: tag.name) else {
      endless.insert(element)
      return start
    }
    let contents = scanner.bytes[start..<end.lowerBound]
    if element == .title, outline.metadata.title == nil, openCounts[Int(HTMLElement.svg.rawValue)] == 0 {
      outline.metadata.title = names.markup.line(ofHTML: Array(contents))
    }
    if element == .script, let type = scanner.attribute("type", of: tag), scanner.isEqual(type, "application/ld+json") {
      outline.metadata.linkedData.read(contents)
    }
    return end.upperBound
  }

  private mutating func readMetadata(_ tag: MarkupScanner.Tag) {
    guard let content = scanner.attribute("content", of: tag),
      let key = scanner.attribute("property", of: tag) ?? scanner.attribute("name", of: tag)
        ?? scanner.attribute("itemprop", of: tag),
      let (field, rank) = names.metadata.field(scanner.bytes[key])
    else { return }
    outline.metadata.offer(
      line(content), for: field, name: String(decoding: scanner.bytes[key], as: UTF8.self), rank: rank)
  }

  private mutating func readLink(_ tag: MarkupScanner.Tag) {
    guard let relation = scanner.attribute("rel", of: tag), scanner.isEqual(relation, "canonical"),
      let address = scanner.attribute("href", of: tag)
    else { return }
    outline.metadata.offer(line(address), for: .address, name: "canonical", rank: 1)
  }

  private mutating func readMoment(_ tag: MarkupScanner.Tag) {
    guard outline.moments.count < 64, let value = scanner.attribute("datetime", of: tag), let node = open.last else {
      return
    }
    var isPublication = false
    for attribute in scanner.attributes(of: tag)
    where scanner.isEqual(attribute.name, "class") || scanner.isEqual(attribute.name, "itemprop")
      || scanner.isEqual(attribute.name, "pubdate")
    {
      let word = (attribute.name.count == 7 ? scanner.bytes[attribute.name] : scanner.bytes[attribute.value])
        .map(MarkupScanner.lowercased)
      isPublication = isPublication || word[...].endOfFirst("publish", from: 0) != nil
      isPublication = isPublication || word[...].endOfFirst("pubdate", from: 0) != nil
    }
    outline.moments.append(.init(node: node, value: line(value), isPublication: isPublication))
  }

  private func line(_ range: Range<Int>) -> String { names.markup.line(ofHTML: Array(scanner.bytes[range])) }

  /// Adds what stands between two tags to the block, comments and declarations left out, runs of blanks as one.
  private mutating func append(_ range: Range<Int>) {
    guard silence == 0, !range.isEmpty else { return }
    let before = pending.count
    var last = pending.last ?? 32
    var index = range.lowerBound
    let bytes = scanner.bytes[range]
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "<"), let end = MarkupScanner.endOfDeclaration(bytes, at: index) {
        index = end
        continue
      }
      let isBlank = bytes[index] <= 32
      if !isBlank || last != 32 && last != 10 {
        last = isBlank ? 32 : bytes[index]
        pending.append(last)
      }
      index += 1
    }
    if link != nil { pendingLinked += pending.count - before }
  }

  /// Ends the block, if it has any text.
  private mutating func flush() {
    defer {
      pending.removeAll(keepingCapacity: true)
      pendingLinked = 0
    }
    while let last = pending.last, last == 32 || last == 10 { pending.removeLast() }
    guard !pending.isEmpty, let node = open.last else { return }
    let start = outline.text.count
    if pending.contains(UInt8(ascii: "&")) || pending.contains(where: { $0 == 127 }) {
      outline.text += names.markup.references.decoded(pending)
    } else {
      outline.text += pending
    }
    let range = start..<outline.text.count
    guard outline.text[range].contains(where: { $0 > 32 }) else { return }
    outline.blocks.append(
      .init(node: node, range: range, linked: pendingLinked, isSentence: Sentences.endIn(outline.text[range])))
  }
}

/// The tables that reading a page needs.
struct PageNames: Sendable {
  /// Titles and other lines.
  let markup: MarkupText
  /// Classes and ids.
  let furniture: FurnitureNames
  /// Names of metadata.
  let metadata: MetadataNames
}

/// Where sentences end, in any script.
enum Sentences {
  /// Whether a sentence ends in the text: a full stop, question or exclamation mark, or an ellipsis, at the end or before a
  /// blank or a closing quote.
  static func endIn(_ text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        if isEnd(text, index + 1) { return true }
      } else if byte == 0xE2, text.hasMark("\u{2026}", at: index), isEnd(text, index + 3) {
        return true
      } else if byte >= 0xE0,
        text.hasMark("\u{3002}", at: index) || text.hasMark("\u{FF01}", at: index)
          || text.hasMark("\u{FF1F}", at: index) || text.hasMark("\u{0964}", at: index)
      {
        return true
      }
      index += 1
    }
    return false
  }

  private static func isEnd(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index < text.endIndex else { return true }
    let byte = text[index]
    return byte <= 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
      || text.hasMark("\u{201D}", at: index) || text.hasMark("\u{2019}", at: index)
      || text.hasMark("\u{BB}", at: index) || text.hasMark("\u{AB}", at: index) || text.hasMark("\u{201C}", at: index)
      || text.hasMark("\u{A0}", at: index)
  }
}
