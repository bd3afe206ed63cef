/// Writes values as compact bytes: whole numbers in groups of seven bits (LEB128), strings with their length in front.
///
/// A library of a million events is read by page, each row in microseconds; a general coder would take longer than the
/// rest of the page. The order of the fields is the format, so a change of it is a new `PackingVersion`.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func pack(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Small numbers of either sign stay small: 0, -1, 1, -2 …
  mutating func pack(_ number: Int) {
    pack(UInt64(bitPattern: Int64(number << 1) ^ Int64(number >> 63)))
  }

  mutating func pack(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func pack(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func pack(_ string: String) {
    pack(UInt64(string.utf8.count))
    bytes.append(contentsOf: string.utf8)
  }

  mutating func pack(_ raw: [UInt8]) {
    pack(UInt64(raw.count))
    bytes.append(contentsOf: raw)
  }

  mutating func pack<Value: Packable>(_ value: Value) { value.pack(into: &self) }

  mutating func pack<Value: Packable>(_ value: Value?) {
    pack(value != nil)
    if let value { value.pack(into: &self) }
  }

  mutating func pack<Value: Packable>(_ values: [Value]) {
    pack(UInt64(values.count))
    for value in values { value.pack(into: &self) }
  }
}

/// A value that the library stores as bytes.
protocol Packable {
  func pack(into packer: inout Packer)
  init(from unpacker: inout Unpacker) throws(PackingError)
}

/// Stored bytes that are no value: the file is damaged or was made to deceive.
struct PackingError: Error, CustomStringConvertible {
  var description: String { "a stored value cannot be read; the library's file is damaged" }
}
