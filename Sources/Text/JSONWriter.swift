/// Writes JSON as bytes, in the order in which it is told, with no white space.
///
/// It exists beside Foundation's encoder because the filter's output is a contract: keys in a fixed order, the same
/// bytes for the same input, and every character on which line-splitting engines cut a line (C0, U+0085, U+2028,
/// U+2029) or which a terminal obeys without showing it (C1, bidi controls, zero-width) written as an escape.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { $0.field("id", "a\u{2028}b"); $0.field("n", 3) }
/// json.string  // {"id":"a\u2028b","n":3}
/// ```
public struct JSONWriter: Sendable {
  private var out = ByteBuffer()
  private var needsComma = false

  /// An empty document.
  public init() {}

  /// What has been written.
  public var bytes: ArraySlice<UInt8> { out.bytes }

  /// What has been written, as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    out.removeAll()
    needsComma = false
  }

  /// An object whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  /// An array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

  private mutating func nested(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    out.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    out.append(UInt8(ascii: close))
    needsComma = true
  }

  /// The name of the next value, one of the program's own.
  public mutating func key(_ name: StaticString) {
    name.withUTF8Buffer { appendQuoted($0) }
    out.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// The name of the next value, as it came from outside.
  public mutating func key(escaping name: String) {
    value(name)
    out.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A string, or null.
  public mutating func value(_ string: String?) {
    guard var string else { return null() }
    string.withUTF8 { value(utf8: $0) }
  }

  /// A string of UTF-8 bytes.
  public mutating func value(utf8: UnsafeBufferPointer<UInt8>) {
    if utf8.allSatisfy(Self.isPlain) { return appendQuoted(utf8) }
    separate()
    out.append(UInt8(ascii: "\""))
    escape(utf8)
    out.append(UInt8(ascii: "\""))
  }

  /// A string in which nothing needs an escape, as most are: one copy.
  private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    let comma = needsComma ? 1 : 0
    needsComma = true
    out.append(atMost: utf8.count &+ 3) { target in
      target[0] = UInt8(ascii: ",")
      target[comma] = UInt8(ascii: "\"")
      if let source = utf8.baseAddress { (target + comma + 1).update(from: source, count: utf8.count) }
      target[comma + 1 + utf8.count] = UInt8(ascii: "\"")
      return comma + 2 + utf8.count
    }
  }

  /// A whole number, or null.
  public mutating func value(_ number: Int?) {
    guard let number else { return null() }
    separate()
    append(number.magnitude, isNegative: number < 0)
  }

  /// A number with at most `digits` decimals, trailing zeros left out; null where it is not finite.
  public mutating func value(_ number: Double?, digits: Int = 2) {
    guard let number, var (whole, scale) = Self.scaled(number, digits: digits) else { return null() }
    separate()
    while scale > 1, whole % 10 == 0 { (whole, scale) = (whole / 10, scale / 10) }
    append(whole / scale, isNegative: number < 0 && whole != 0)
    if scale == 1 { return }
    out.append(UInt8(ascii: "."))
    while scale > 1 {
      scale /= 10
      out.append(UInt8(truncatingIfNeeded: 48 + whole / scale % 10))
    }
  }

  /// A number times a power of ten, rounded half away from zero, and that power; nil where it is not finite or too large.
  private static func scaled(_ number: Double, digits: Int) -> (UInt, UInt)? {
    guard number.isFinite, abs(number) < 1e12, (0...6).contains(digits) else { return nil }
    var scale: UInt = 1
    for _ in 0..<digits { scale *= 10 }
    return (UInt((abs(number) * Double(scale)).rounded()), scale)
  }

  private mutating func append(_ number: UInt, isNegative: Bool) {
    if isNegative { out.append(UInt8(ascii: "-")) }
    out.append(decimal: number)
  }

  /// True or false.
  public mutating func value(_ flag: Bool) {
    separate()
    out.append(flag ? "true" : "false")
  }

  /// The value null.
  public mutating func null() {
    separate()
    out.append("null")
  }

  /// Bytes that are JSON already, such as the unknown keys of an article that are handed through.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    for byte in json { out.append(byte) }
  }

  /// A named string, or null.
  public mutating func field(_ name: StaticString, _ string: String?) {
    key(name)
    value(string)
  }

  /// A named whole number, or null.
  public mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }

  /// A named number with at most `digits` decimals, or null.
  public mutating func field(_ name: StaticString, _ number: Double?, digits: Int = 2) {
    key(name)
    value(number, digits: digits)
  }

  /// A named truth value.
  public mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// A named object.
  public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// A named array.
  public mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// `number` in plain decimal notation, rounded half away from zero; nil where it is not finite or too large.
  public static func decimal(_ number: Double, digits: Int) -> String? {
    var json = JSONWriter()
    json.value(number, digits: digits)
    return json.string == "null" ? nil : json.string
  }

  private mutating func separate() {
    if needsComma { out.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < utf8.count {
      if Self.isPlain(utf8[index]) {
        index &+= 1
        continue
      }
      let length = Self.lengthToEscape(utf8, index)
      if length == 0 {
        index += 1
        continue
      }
      out.append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
      escape(utf8, index)
      index += length
      start = index
    }
    out.append(UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  /// Whether a byte stands as it is, whatever follows.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x7F
      ? byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      : byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  /// How many bytes from `index` on must be escaped together; 0 where the byte may stand.
  private static func lengthToEscape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = utf8[index]
    if byte < 0x80 { return 1 }
    if byte == 0xC2, index + 1 < utf8.count, utf8[index + 1] < 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xEF, index + 2 < utf8.count else { return 0 }
    return isInvisible(byte, utf8[index + 1], utf8[index + 2]) ? 3 : 0
  }

  /// Whether three bytes are a zero-width character, a bidi control, or a line or paragraph separator.
  private static func isInvisible(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) {
    switch utf8[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): escape(with: utf8[index])
    case 0x0A: escape(with: UInt8(ascii: "n"))
    case 0x0D: escape(with: UInt8(ascii: "r"))
    case 0x09: escape(with: UInt8(ascii: "t"))
    case 0xC2: unicodeEscape(UInt16(utf8[index + 1]))
    case 0xE2, 0xEF:
      let high = UInt16(utf8[index] & 0xF) << 12
      unicodeEscape(high | UInt16(utf8[index + 1] & 0x3F) << 6 | UInt16(utf8[index + 2] & 0x3F))
    default: unicodeEscape(UInt16(utf8[index]))
    }
  }

  private mutating func escape(with letter: UInt8) {
    out.append(UInt8(ascii: "\\"))
    out.append(letter)
  }

  private mutating func unicodeEscape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    escape(with: UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] { out.append(digits[Int(unit >> UInt16(shift)) & 15]) }
  }
}
