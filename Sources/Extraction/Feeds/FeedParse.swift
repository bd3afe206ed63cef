import Text
import Timeline

/// One pass over a feed in XML.
///
/// Only four things are remembered: the feed so far, the item so far, the field whose end is awaited, and the element
/// that is passed over. There is no tree and no stack, so depth costs nothing.
struct FeedParse {
  private let reader: FeedReader
  private let base: String?
  private var scanner: MarkupScanner
  private var result: Feed
  private var item = FeedItemDraft()
  private var isInItem = false
  private var channelLink: String?
  private var open: OpenElement?
  private var vocabularies = FeedVocabularies()

  /// An element whose end is awaited.
  private struct OpenElement {
    /// What it says; nil where it is passed over.
    let field: FeedField?
    let name: Range<Int>
    /// What is in it begins here.
    let start: Int
    let kind: MarkupKind
    /// Elements of the same name inside it.
    var depth = 0
  }

  /// A pass over `bytes`, which are UTF-8.
  init(_ bytes: [UInt8], format: Feed.Format, reader: FeedReader, base: String?) {
    self.reader = reader
    self.base = base
    scanner = MarkupScanner(bytes)
    result = Feed(format: format)
  }

  /// Reads to the end.
  mutating func feed() -> Feed {
    while let tag = scanner.next() {
      if !tag.isEnd { vocabularies.declare(tag, scanner) }
      let name = scanner.localName(tag)
      let isItem = scanner.isEqual(name, "item") || scanner.isEqual(name, "entry")
      if isItem, vocabularies.vocabulary(of: tag, scanner) == .core {
        // The end of an item ends what is open in it, whether it was closed or not.
        close(at: tag.span.lowerBound)
        if tag.isEnd { finishItem() } else { beginItem(tag) }
      } else if open != nil {
        continueOpen(tag, name)
      } else if !tag.isEnd {
        begin(tag, name)
      }
    }
    result.isCutOff = scanner.isCutOff || open?.field != nil || isInItem
    close(at: scanner.bytes.count)
    finishItem()
    result.link = channelLink.flatMap(resolved)
    return result
  }

  private mutating func beginItem(_ tag: MarkupScanner.Tag) {
    finishItem()
    item = FeedItemDraft()
    isInItem = true
    item.about = scanner.attribute("rdf:about", of: tag).map { value($0) }
    if tag.isEmpty { finishItem() }
  }

  private mutating func finishItem() {
    guard isInItem else { return }
    isInItem = false
    guard result.items.count < FeedReader.mostItems else {
      result.leftOut += 1
      return
    }
    let finished = item.item(reader: reader, isAtom: result.format == .atom) { resolved($0) }
    if finished.title != nil || !finished.text.isEmpty || finished.url != nil { result.items.append(finished) }
  }

  /// A tag inside an open element: its end, one of the same name within it, or a field that shows that the end tag of a
  /// line is missing.
  private mutating func continueOpen(_ tag: MarkupScanner.Tag, _ name: Range<Int>) {
    guard var element = open else { return }
    guard isSame(element.name, tag.name) else {
      if element.field?.isLine == true, !tag.isEnd, field(of: tag, name) != nil {
        close(at: tag.span.lowerBound)
        begin(tag, name)
      }
      return
    }
    if !tag.isEnd {
      if !tag.isEmpty { element.depth += 1 }
    } else if element.depth == 0 {
      return close(at: tag.span.lowerBound)
    } else {
      element.depth -= 1
    }
    open = element
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && scanner.bytes[a].elementsEqual(scanner.bytes[b])
  }

  /// A start tag outside every field.
  private mutating func begin(_ tag: MarkupScanner.Tag, _ name: Range<Int>) {
    let vocabulary = vocabularies.vocabulary(of: tag, scanner)
    if let field = field(of: tag, name) {
      if field == .link, let address = scanner.attribute("href", of: tag) {
        let relation = scanner.attribute("rel", of: tag).map { value($0) } ?? "alternate"
        if relation == "alternate" { take(.link, value(address)) }
        if tag.isEmpty { return }
        open = OpenElement(field: nil, name: tag.name, start: tag.span.upperBound, kind: .text)
        return
      }
      if tag.isEmpty { return }
      if field == .guid, let flag = scanner.attribute("ispermalink", of: tag) {
        item.isPermanentLink = value(flag).lowercased() != "false"
      }
      let kind = MarkupKind(
        type: scanner.attribute("type", of: tag).map { value($0) },
        isAtom: result.format == .atom && vocabulary == .core)
      open = OpenElement(field: field, name: tag.name, start: tag.span.upperBound, kind: kind)
    } else if FeedField.isPassedOver(word(name), in: vocabulary), !tag.isEmpty {
      open = OpenElement(field: nil, name: tag.name, start: tag.span.upperBound, kind: .text)
    }
  }

  private func word(_ name: Range<Int>) -> String {
    String(decoding: scanner.bytes[name].map(MarkupScanner.lowercased), as: UTF8.self)
  }

  private func field(of tag: MarkupScanner.Tag, _ name: Range<Int>) -> FeedField? {
    FeedField(word(name), in: vocabularies.vocabulary(of: tag, scanner))
  }

  private mutating func close(at end: Int) {
    guard let element = open else { return }
    open = nil
    guard let field = element.field, element.start <= end else { return }
    let inner = Array(scanner.bytes[element.start..<end])
    switch field {
    case .content, .summary: takeText(field, reader.markup.text(inner, element.kind))
    case .title, .outlet: take(field, reader.markup.line(inner, element.kind))
    default: take(field, MarkupText.line(reader.markup.characters(inner)))
    }
  }

  private mutating func takeText(_ field: FeedField, _ text: String) {
    guard isInItem, !text.isEmpty else { return }
    if field == .content { item.content = item.content ?? text } else { item.summary = item.summary ?? text }
  }

  private mutating func take(_ field: FeedField, _ text: String) {
    if text.isEmpty { return }
    if isInItem {
      item.take(field, text)
    } else {
      switch field {
      case .title: result.title = result.title ?? text
      case .link: channelLink = channelLink ?? text
      case .minutesToLive: result.minutesToLive = Int(text).flatMap { $0 > 0 ? $0 : nil }
      default: break
      }
    }
  }

  private func value(_ range: Range<Int>) -> String {
    MarkupText.line(reader.markup.references.decoded(scanner.bytes[range]))
  }

  /// An address as the web writes it, from where the feed came.
  private func resolved(_ address: String) -> String? { FeedAddress.resolved(address, base: base ?? channelLink) }
}
