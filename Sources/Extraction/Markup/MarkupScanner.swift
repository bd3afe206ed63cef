import Glibc

/// Cuts markup into tags and what stands between them, in one pass and without a tree.
///
/// Feeds are XML only by name: a parser that stops at the first fault loses half of them, and one that expands entities
/// or fetches definitions can be made to work for hours. This one knows neither definitions nor entities of a document's
/// own, never goes back further than the tag it is in, and keeps nothing but places in the bytes.
struct MarkupScanner {
  /// A start tag or an end tag.
  struct Tag {
    /// The whole tag, from `<` to behind `>`.
    let span: Range<Int>
    /// The name with its prefix.
    let name: Range<Int>
    /// `</name>`
    let isEnd: Bool
    /// `<name/>`
    let isEmpty: Bool
  }

  /// The markup.
  let bytes: [UInt8]
  /// Where the scan stands.
  private(set) var position = 0
  /// Whether the markup ends inside a tag, a comment or a section of characters.
  private(set) var isCutOff = false
  /// The next quotes, as far as they were looked for, so that none is looked for twice.
  private var nextDouble = -1
  private var nextSingle = -1

  /// A scanner at the head of `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; comments, instructions, definitions and sections of characters are passed over. Nil at the end.
  mutating func next() -> Tag? {
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard position < bytes.count else { break }
      switch bytes[position] {
      case UInt8(ascii: "!"): skipDeclaration(at: start)
      case UInt8(ascii: "?"): skip(past: "?>", from: start + 2)
      default: if let tag = tag(at: start) { return tag }
      }
    }
    position = bytes.count
    return nil
  }

  /// Passes over characters that are no markup up to the end tag of `name`, which is where the scan goes on.
  ///
  /// - Parameter name: where the start tag's name stands.
  /// - Returns: the end tag; nil where none follows, and then nothing is passed over.
  mutating func skipRawText(named name: Range<Int>) -> Range<Int>? {
    var index = position
    while let start = find(UInt8(ascii: "<"), from: index) {
      index = start + 1
      let nameStart = start + 2
      guard nameStart + name.count <= bytes.count, bytes[start + 1] == UInt8(ascii: "/") else { continue }
      let isSame = name.indices.allSatisfy {
        Self.lowercased(bytes[nameStart + $0 - name.lowerBound]) == Self.lowercased(bytes[$0])
      }
      guard isSame, let close = find(UInt8(ascii: ">"), from: nameStart + name.count) else { continue }
      position = close + 1
      return start..<close + 1
    }
    return nil
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? { bytes[...].firstPlace(of: byte, from: start) }

  private mutating func skip(past end: StaticString, from start: Int) {
    let found = bytes[...].endOfFirst(end, from: start)
    position = found ?? bytes.count
    if found == nil { isCutOff = true }
  }

  private mutating func skipDeclaration(at start: Int) {
    if bytes[...].hasMark("<!--", at: start) { return skip(past: "-->", from: start + 4) }
    if bytes[...].hasMark("<![CDATA[", at: start) { return skip(past: "]]>", from: start + 9) }
    // A document type may hold definitions in brackets, and these quoted brackets: none of it is read.
    var depth = 0
    var index = start + 2
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(depth - 1, 0)
      case UInt8(ascii: ">") where depth == 0:
        position = index + 1
        return
      default: break
      }
      index += 1
    }
    position = bytes.count
    isCutOff = true
  }

  /// The tag at `<`; nil where this is no tag but a sign in the text.
  private mutating func tag(at start: Int) -> Tag? {
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = isEnd ? start + 2 : start + 1
    var index = nameStart
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    let name = nameStart..<index
    guard !name.isEmpty, !Self.isDigit(bytes[nameStart]) else { return nil }
    guard let close = end(from: index) else { return nil }
    position = close + 1
    let isEmpty = !isEnd && close > start && bytes[close - 1] == UInt8(ascii: "/")
    return Tag(span: start..<close + 1, name: name, isEnd: isEnd, isEmpty: isEmpty)
  }

  /// Where the `>` of a tag stands. A quoted value may hold anything; a quote that is not closed, or not before a sign that
  /// can follow a value, hides no tag.
  private mutating func end(from start: Int) -> Int? {
    var candidate: Int?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index }
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if let close = closingQuote(byte, from: index + 1) {
          index = close
        } else {
          candidate = candidate ?? firstEnd(from: index + 1)
          break
        }
      }
      index += 1
    }
    if index == bytes.count { isCutOff = true }
    if candidate == nil { position = index }
    return candidate
  }

  /// Where the next quote of a kind stands that can end a value; nil where there is none.
  private mutating func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
    let isDouble = quote == UInt8(ascii: "\"")
    let known = isDouble ? nextDouble : nextSingle
    let close = known >= start ? known : find(quote, from: start) ?? bytes.count
    if isDouble { nextDouble = close } else { nextSingle = close }
    guard close < bytes.count else { return nil }
    guard close + 1 < bytes.count else { return close }
    let after = bytes[close + 1]
    let endsValue = after <= 32 || after == UInt8(ascii: ">") || after == UInt8(ascii: "/")
    // Within one tag anything may follow a quote; only a value that runs over other tags must end as values do.
    if endsValue { return close }
    return bytes[start..<close].contains(UInt8(ascii: "<")) ? nil : close
  }

  /// The first `>` of a tag whose quotes do not match, unless another tag begins before it.
  private func firstEnd(from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: ">") { return index }
      index += 1
    }
    return nil
  }

  /// The value of an attribute as it is written, its quotes left out; its name is compared without its prefix where
  /// `name` has none.
  func attribute(_ name: StaticString, of tag: Tag) -> Range<Int>? {
    for attribute in attributes(of: tag) where isEqual(attribute.name, name) { return attribute.value }
    return nil
  }

  /// Where the comment, declaration or instruction ends that begins at `index`; nil where none does.
  static func endOfDeclaration(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
    guard index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "!") || text[index + 1] == UInt8(ascii: "?") else {
      return nil
    }
    return text.endOfFirst(text.hasMark("<!--", at: index) ? "-->" : ">", from: index + 2) ?? text.endIndex
  }

  /// Names and values of a tag's attributes, the first 64.
  func attributes(of tag: Tag) -> [(name: Range<Int>, value: Range<Int>)] {
    var found: [(name: Range<Int>, value: Range<Int>)] = []
    var index = tag.name.upperBound
    let end = tag.span.upperBound - 1
    while index < end, found.count < 64 {
      while index < end, !Self.isName(bytes[index]) { index += 1 }
      let nameStart = index
      while index < end, Self.isName(bytes[index]) { index += 1 }
      let name = nameStart..<index
      while index < end, bytes[index] <= 32 { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, bytes[index] <= 32 { index += 1 }
      guard index < end else { break }
      let quote = bytes[index]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { index += 1 }
      let valueStart = index
      while index < end, isQuoted ? bytes[index] != quote : bytes[index] > 32 { index += 1 }
      found.append((name, valueStart..<index))
      index += 1
    }
    return found
  }

  /// Whether a piece of the markup is `word`, capitals or not.
  func isEqual(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count where Self.lowercased(bytes[range.lowerBound + offset]) != word[offset] {
        return false
      }
      return true
    }
  }

  /// A byte without the capital of ASCII.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isName(_ byte: UInt8) -> Bool {
    (byte | 32 >= 97 && byte | 32 <= 122) || isDigit(byte) || byte >= 128
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}

extension ArraySlice<UInt8> {
  /// The first place of a byte at or behind `start`.
  func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    guard start < endIndex else { return nil }
    return withUnsafeBytes { bytes in
      let offset = start - startIndex
      guard let base = bytes.baseAddress, let found = memchr(base + offset, Int32(byte), bytes.count - offset) else {
        return nil
      }
      return startIndex + (UnsafeRawPointer(found) - base)
    }
  }

  /// Where the first occurrence of `mark` ends that begins at or behind `start`; nil where there is none.
  func endOfFirst(_ mark: StaticString, from start: Int) -> Int? {
    mark.withUTF8Buffer { mark in
      guard let last = mark.last else { return start }
      var index = start + mark.count - 1
      while let found = firstPlace(of: last, from: index) {
        let first = found - mark.count + 1
        if mark.indices.allSatisfy({ self[first + $0] == mark[$0] }) { return found + 1 }
        index = found + 1
      }
      return nil
    }
  }

  /// Whether `mark` stands at `index`.
  func hasMark(_ mark: StaticString, at index: Int) -> Bool {
    guard endIndex - index >= mark.utf8CodeUnitCount else { return false }
    return mark.withUTF8Buffer { mark in mark.indices.allSatisfy { self[index + $0] == mark[$0] } }
  }
}
