/// Reads what `Packer` wrote. Every length is checked against what is left, so that no bytes can make it read too far or
/// reserve too much.
struct Unpacker {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read.
  var isAtEnd: Bool { index == bytes.count }

  /// Bytes read so far.
  var position: Int { index }

  mutating func unsigned() throws(PackingError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw PackingError()
  }

  mutating func int() throws(PackingError) -> Int {
    let zigzag = try unsigned()
    return Int(bitPattern: UInt(zigzag >> 1)) ^ -Int(zigzag & 1)
  }

  mutating func double() throws(PackingError) -> Double {
    let raw = try take(8)
    return Double(bitPattern: raw.reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  mutating func bool() throws(PackingError) -> Bool {
    let raw = try take(1)
    return raw.first == 1
  }

  mutating func string() throws(PackingError) -> String {
    String(decoding: try take(count()), as: UTF8.self)
  }

  mutating func raw() throws(PackingError) -> [UInt8] { Array(try take(count())) }

  mutating func value<Value: Packable>(_ type: Value.Type = Value.self) throws(PackingError) -> Value {
    try Value(from: &self)
  }

  mutating func optional<Value: Packable>(_ type: Value.Type = Value.self) throws(PackingError) -> Value? {
    try bool() ? try Value(from: &self) : nil
  }

  mutating func array<Value: Packable>(_ type: Value.Type = Value.self) throws(PackingError) -> [Value] {
    // Every value takes at least one byte, so a count beyond the rest is a lie; and a smaller lie takes no memory.
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(min(count, 64))
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// Values up to the end.
  mutating func rest<Value: Packable>(_ type: Value.Type = Value.self) throws(PackingError) -> [Value] {
    var values: [Value] = []
    while !isAtEnd { values.append(try Value(from: &self)) }
    return values
  }

  private mutating func count() throws(PackingError) -> Int {
    guard let count = Int(exactly: try unsigned()), count <= bytes.count - index else { throw PackingError() }
    return count
  }

  private mutating func take(_ count: Int) throws(PackingError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - index else { throw PackingError() }
    defer { index += count }
    return bytes[index..<index + count]
  }
}
