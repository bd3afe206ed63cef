/// A short row of decimal digits, kept in place: zeros in front count.
struct Digits: Hashable, Sendable, BitwiseCopyable {
  /// Four bits for each digit, the last one lowest.
  private var bits: UInt32 = 0
  private(set) var count = 0

  /// The most digits that are kept: no piece of a date has more.
  static let most = 8

  init() {}

  /// The digits of a number; none of it where it is below 0 or has more than `most`.
  init(_ number: Int) {
    guard (0..<100_000_000).contains(number) else { return }
    var rest = number
    repeat {
      bits |= UInt32(rest % 10) << UInt32(4 * count)
      count += 1
      rest /= 10
    } while rest > 0
  }

  var isEmpty: Bool { count == 0 }

  /// The digit at a place, from the front.
  subscript(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt32(4 * (count - 1 - index)) & 15) }

  /// Appends a digit from 0 to 9; a ninth is dropped.
  mutating func append(_ digit: UInt8) {
    guard count < Self.most else { return }
    bits = bits << 4 | UInt32(digit & 15)
    count += 1
  }

  /// These digits and then others.
  static func + (a: Digits, b: Digits) -> Digits {
    var all = a
    for index in 0..<b.count { all.append(b[index]) }
    return all
  }

  /// The digits of a part.
  subscript(_ range: Range<Int>) -> Digits {
    var part = Digits()
    for index in range { part.append(self[index]) }
    return part
  }

  /// The number, of the first six digits.
  var value: Int {
    var value = 0
    for index in 0..<min(count, 6) { value = value * 10 + Int(self[index]) }
    return value
  }

  var text: String { String(decoding: (0..<count).map { self[$0] + 48 }, as: UTF8.self) }

  /// The single change that made these digits out of `meant`; nil where none did. Zeros in front do not count.
  func change(from meant: Digits) -> DamageTable.DigitChange? {
    if count == meant.count + 1 { return isLengthened(meant) ? .insert : nil }
    if count + 1 == meant.count { return meant.isLengthened(self) ? .drop : nil }
    guard count == meant.count, let first = (0..<count).first(where: { self[$0] != meant[$0] }) else { return nil }
    let second = first + 1
    guard let last = (second..<max(second, count)).first(where: { self[$0] != meant[$0] }) else { return .replace }
    let isSwap = last == second && self[first] == meant[second] && self[second] == meant[first]
    return isSwap && (second + 1..<max(second + 1, count)).allSatisfy { self[$0] == meant[$0] } ? .transpose : nil
  }

  /// Whether these are the digits of `short` with one more among them.
  private func isLengthened(_ short: Digits) -> Bool {
    var skipped = 0
    for index in 0..<short.count {
      if self[index + skipped] == short[index] { continue }
      skipped += 1
      if skipped > 1 || self[index + skipped] != short[index] { return false }
    }
    return true
  }
}
