/// Bytes that grow at their end: an array that is filled ahead, so that appending a few bytes is a copy and no more.
struct ByteBuffer: Sendable {
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// What has been appended.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Forgets the bytes and keeps the memory.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == storage.count { grow(by: 1) }
    storage[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if count &+ bytes.count > storage.count { grow(by: bytes.count) }
    let start = count
    if let source = bytes.baseAddress {
      storage.withUnsafeMutableBufferPointer { target in
        if let base = target.baseAddress { (base + start).update(from: source, count: bytes.count) }
      }
    }
    count &+= bytes.count
  }

  /// Appends what `body` writes and counts, at most `room` bytes: room is looked for once.
  @inline(__always)
  mutating func append(atMost room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count &+ room > storage.count { grow(by: room) }
    let start = count
    count &+= storage.withUnsafeMutableBufferPointer { target in target.baseAddress.map { body($0 + start) } ?? 0 }
  }

  mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: UInt) {
    var digits = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    if count + digits > storage.count { grow(by: digits) }
    rest = number
    for index in (count..<count + digits).reversed() {
      storage[index] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    count += digits
  }

  private mutating func grow(by needed: Int) {
    let size = max(256, storage.count * 2, count + needed)
    storage.append(contentsOf: repeatElement(0, count: size - storage.count))
  }
}
