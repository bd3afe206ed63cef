import Text

/// Collects the pieces of a damaged date: numbers and names of months to the right of a weekday, across marks and
/// blanks, and where the head stays open a displaced tail behind other words.
struct FragmentFinder {
  let reader: LexemeReader
  let damage: DamageTable

  /// A region of pieces.
  struct Found {
    var date = DamagedDate()
    var end = 0
  }

  /// The most bytes that one damaged date takes, and how far its tail may lie.
  private static let reach = 48
  private static let tailReach = 120

  private var bytes: UnsafeBufferPointer<UInt8> { reader.bytes }

  // MARK: After a weekday

  /// The pieces behind a weekday that ends at `position`; nil where what follows is no date.
  func after(_ weekday: Weekday, at position: Int) -> Found? {
    guard startsPieces(position) else { return nil }
    var region = Region(position)
    collect(&region)
    guard isDate(region) else { return nil }
    var found = Found()
    found.date.weekday = weekday
    found.date.pieces = region.pieces
    found.end = end(of: region)
    if isOpen(region), let tail = tail(of: region, from: found.end) {
      found.date.pieces += tail.pieces
      found.date.displaced = [tail.span]
    }
    found.date.form = form(of: region, found.date)
    return found
  }

  /// What was collected: the pieces and the marks around them.
  private struct Region {
    var start: Int
    var position: Int
    var pieces: [DamagedDate.Piece] = []
    /// Marks before the first piece, and those after each piece.
    var lead: [UInt8] = []
    var marks: [[UInt8]] = []
    var hasBlankInside = false
    var ocr = false

    init(_ start: Int) {
      self.start = start
      position = start
    }
  }

  /// Whether marks and then a piece follow: the quick look that nearly every bare weekday fails.
  private func startsPieces(_ position: Int) -> Bool {
    var index = position
    while index < bytes.count, index < position + 5 {
      switch bytes[index] {
      case 32, 10, 13, UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "["),
        UInt8(ascii: "-"):
        index += 1
      default: return index > position && ByteClass.of(bytes[index]) != .mark
      }
    }
    return false
  }

  private func collect(_ region: inout Region) {
    while region.pieces.count < 6, region.position < region.start + Self.reach {
      let blanks = reader.skipBlanks(region.position)
      guard blanks.position < bytes.count else { return }
      let position = blanks.position
      if var piece = piece(at: position, region) {
        if blanks.passed, !region.pieces.isEmpty { region.hasBlankInside = true }
        piece.followsBlank = blanks.passed && region.marks.last?.isEmpty ?? false
        if Self.breaksOff(region), !fitsTail(piece, region) { return }
        region.pieces.append(piece)
        region.marks.append([])
        region.position = piece.span.end
        if piece.month != nil, region.position < bytes.count, bytes[region.position] == UInt8(ascii: ".") {
          region.position += 1
        }
        if Self.isWhole(region.pieces) { return }
      } else if Self.isMark(bytes[position]) {
        if region.pieces.isEmpty {
          region.lead.append(bytes[position])
        } else {
          region.marks[region.marks.count - 1].append(bytes[position])
        }
        if region.lead.count > 3 || region.marks.last?.count ?? 0 > 4 { return }
        region.position = position + 1
      } else {
        return
      }
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool { "()[]/.,-|:".utf8.contains(byte) }

  /// Whether a bracket has closed or a sentence has ended, after which only a tail may follow.
  private static func breaksOff(_ region: Region) -> Bool {
    region.marks.last.map { $0.contains(UInt8(ascii: ")")) || $0.last == UInt8(ascii: ".") } ?? false
  }

  /// Whether a piece behind a break goes on with `/2024` or ends the date: `10/2024)`, `2024)`.
  private func fitsTail(_ piece: DamagedDate.Piece, _ region: Region) -> Bool {
    if piece.month != nil { return false }
    if region.marks.last?.last == UInt8(ascii: "/") { return true }
    guard piece.span.end < bytes.count else { return piece.digits.count == 4 }
    let next = bytes[piece.span.end]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: ")") && piece.digits.count == 4
  }

  /// A number, with letters that stand for digits, or the name of a month.
  private func piece(at position: Int, _ region: Region) -> DamagedDate.Piece? {
    if let number = number(at: position) { return number }
    guard let word = reader.plain(position), word.kind == .word, word.classes.contains(.month),
      let month = reader.lexicon.sense(word.entry, .month)
    else { return nil }
    var piece = DamagedDate.Piece(month: Int(month.value))
    piece.errors = word.isMisspelt ? 1 : 0
    piece.span = TextSpan(position, Int(word.end))
    return piece
  }

  private func number(at position: Int) -> DamagedDate.Piece? {
    var index = position
    var piece = DamagedDate.Piece()
    var realDigits = 0
    while index < bytes.count, piece.digits.count < Digits.most {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        piece.digits.append(byte - 48)
        realDigits += 1
      } else if let digit = damage.digit(for: byte) {
        piece.digits.append(digit)
      } else {
        break
      }
      index += 1
    }
    guard realDigits > 0 || isLoneDigit(position, index), index >= bytes.count || ByteClass.of(bytes[index]) != .letter
    else { return nil }
    guard index >= bytes.count || bytes[index] &- 48 >= 10 else { return nil }
    piece.errors = piece.digits.count - realDigits
    piece.span = TextSpan(position, index)
    return piece
  }

  /// Whether a single letter stands as day or month of a bracketed date: `(l/1/2017)`, `(14/B/2021)`.
  private func isLoneDigit(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, start > 0, end + 1 < bytes.count else { return false }
    let opens = bytes[start - 1] == UInt8(ascii: "(") || bytes[start - 1] == UInt8(ascii: "/")
    return opens && bytes[end] == UInt8(ascii: "/") && bytes[end + 1] &- 48 < 10
  }

  /// Whether the pieces are day, month and year in an order that is written.
  private static func isWhole(_ pieces: [DamagedDate.Piece]) -> Bool {
    guard pieces.count == 3 else { return false }
    func isSmall(_ piece: DamagedDate.Piece, _ limit: Int) -> Bool {
      piece.month == nil && piece.digits.count <= 2 && (1...limit).contains(piece.value)
    }
    guard pieces[2].month == nil, pieces[2].digits.count == 4 else { return false }
    if pieces[0].month != nil { return isSmall(pieces[1], 31) }
    if pieces[1].month != nil { return isSmall(pieces[0], 31) }
    return isSmall(pieces[0], 31) && isSmall(pieces[1], 12) || isSmall(pieces[0], 12) && isSmall(pieces[1], 31)
  }

  /// Whether the region looks like a date and not like a score or a count.
  private func isDate(_ region: Region) -> Bool {
    let hasName = region.pieces.contains { $0.month != nil }
    let hasYear = region.pieces.contains { $0.month == nil && $0.digits.count >= 3 }
    let isFramed = region.lead.contains {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "[")
    }
    let hasSlash = region.marks.contains { $0.contains(UInt8(ascii: "/")) }
    guard region.pieces.contains(where: { $0.month == nil }) else { return false }
    if region.pieces.count == 1 { return isFramed && hasSlash }
    if hasName { return hasYear || isFramed || region.pieces.count == 2 }
    return hasYear && (isFramed || hasSlash || region.pieces.count == 3) || isFramed && hasSlash
  }

  private func end(of region: Region) -> Int {
    guard var end = region.pieces.last?.span.end else { return region.position }
    if region.pieces.last?.month != nil { end = max(end, region.position) }
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: ")") { return region.lead.contains(UInt8(ascii: "(")) ? end + 1 : end }
      guard byte == UInt8(ascii: "/"), region.pieces.count < 3 || region.lead.contains(UInt8(ascii: "/")) else {
        return end
      }
      end += 1
    }
    return end
  }

  /// Whether day alone, or day and month alone, stand in a bracket with a slot left open.
  private func isOpen(_ region: Region) -> Bool {
    region.pieces.count <= 2 && region.pieces.allSatisfy { $0.digits.count <= 2 }
  }

  // MARK: A displaced tail

  /// The missing end of a date behind other words: `11/2024)` for a day, `2024)` for day and month. The first number
  /// that comes must be it, and it may be no date of its own.
  private func tail(of region: Region, from position: Int) -> (pieces: [DamagedDate.Piece], span: TextSpan)? {
    var index = position
    let limit = min(bytes.count, position + Self.tailReach)
    while index < limit, bytes[index] &- 48 >= 10 {
      if bytes[index] == UInt8(ascii: "(") || bytes[index] == 10 && index + 1 < limit && bytes[index + 1] == 10 {
        return nil
      }
      index += 1
    }
    guard index < limit, index > position, let first = number(at: index), first.errors == 0 else { return nil }
    if [.letter, .other].contains(ByteClass.of(bytes[index - 1])) { return nil }
    if region.pieces.count == 2 { return yearTail(first) }
    guard first.digits.count <= 2, (1...12).contains(first.value), first.span.end < limit,
      bytes[first.span.end] == UInt8(ascii: "/"), let year = number(at: first.span.end + 1), isYear(year)
    else { return nil }
    return ([first, year], TextSpan(index, withBracket(year.span.end)))
  }

  private func yearTail(_ piece: DamagedDate.Piece) -> (pieces: [DamagedDate.Piece], span: TextSpan)? {
    guard isYear(piece), piece.span.end < bytes.count, bytes[piece.span.end] == UInt8(ascii: ")") else { return nil }
    let hasSlash = piece.span.start > 0 && bytes[piece.span.start - 1] == UInt8(ascii: "/")
    return ([piece], TextSpan(piece.span.start - (hasSlash ? 1 : 0), piece.span.end + 1))
  }

  private func isYear(_ piece: DamagedDate.Piece) -> Bool {
    guard piece.digits.count == 4, (1900...2100).contains(piece.value) else { return false }
    return piece.span.end >= bytes.count || bytes[piece.span.end] != UInt8(ascii: "/")
  }

  private func withBracket(_ end: Int) -> Int { end < bytes.count && bytes[end] == UInt8(ascii: ")") ? end + 1 : end }

  // MARK: What the form shows

  private func form(of region: Region, _ date: DamagedDate) -> [String] {
    var forms: [String] = []
    let all = region.lead + region.marks.joined()
    let opens = all.count { $0 == UInt8(ascii: "(") }
    let text = bytes[region.start..<min(bytes.count, end(of: region))]
    let closes = text.count { $0 == UInt8(ascii: ")") }
    let isTorn =
      !date.displaced.isEmpty
      || region.marks.dropLast().contains { $0.contains(UInt8(ascii: ".")) && region.hasBlankInside }
    if isTorn { forms.append("torn-split") }
    if date.pieces.contains(where: { $0.month == nil && $0.errors > 0 }) { forms.append("ocr") }
    if date.pieces.contains(where: { $0.month != nil && $0.errors > 0 }) { forms.append("typo-month") }
    if opens != closes, !isTorn { forms.append("unbalanced") }
    if opens == closes, region.marks.dropLast().contains(where: { $0.contains(UInt8(ascii: ")")) }), !isTorn {
      forms.append("unbalanced")
    }
    if region.lead.contains(UInt8(ascii: ".")) { forms.append("stray-punct") }
    let isSeparated = region.marks.dropLast().contains { $0.count > 1 } || region.lead.contains(UInt8(ascii: "/"))
    if forms.isEmpty, isSeparated || region.hasBlankInside && region.pieces.allSatisfy({ $0.month == nil }) {
      forms.append("sep-corrupt")
    }
    return forms
  }

  // MARK: Without a weekday

  /// Three numbers between slashes that no pattern takes: `26/102/2024`.
  func numeric(at position: Int) -> Found? {
    var found = Found()
    var index = position
    for part in 0..<3 {
      guard let piece = number(at: index), part == 2 ? (3...5).contains(piece.digits.count) : piece.digits.count <= 3
      else {
        return nil
      }
      found.date.pieces.append(piece)
      index = piece.span.end
      if part < 2 {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "/") else { return nil }
        index += 1
      }
    }
    guard index >= bytes.count || bytes[index] != UInt8(ascii: "/") else { return nil }
    if found.date.pieces.contains(where: { $0.errors > 0 }) { found.date.form = ["ocr"] }
    found.end = index
    return found
  }

  /// A year whose digits a scanner took for letters: `2O24`.
  func blurredYear(at position: Int) -> DamagedDate.Piece? {
    let start = reader.skipBlanks(position).position
    guard start > position, start < bytes.count, bytes[start] &- 49 < 2, let piece = number(at: start) else {
      return nil
    }
    return piece.errors > 0 && piece.digits.count == 4 && (1900...2100).contains(piece.value) ? piece : nil
  }

  /// A day before a month whose digits a scanner took for letters: `2l October`.
  func blurredDay(before position: Int) -> DamagedDate.Piece? {
    var start = position
    while start > 0, bytes[start - 1] == 32 { start -= 1 }
    guard start >= 2, start < position else { return nil }
    start -= 2
    if start > 0, ![.blank, .mark, .lineFeed].contains(ByteClass.of(bytes[start - 1])) { return nil }
    guard let piece = number(at: start), piece.errors == 1, piece.digits.count == 2, (1...31).contains(piece.value)
    else {
      return nil
    }
    return piece
  }
}
