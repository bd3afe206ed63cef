import CZlib

/// Stored bytes, compressed by zlib (RFC 1950) with their length in front.
enum Compression {
  /// How many times longer than its stored form a value can be: deflate reaches 1032 (zlib's technical notes). A file that
  /// says more lies, and no memory is taken for it.
  private static let largestRatio = 1032

  /// A fast level: for texts of a few kilobytes the best one saves a twentieth more and takes twice the time.
  private static let level: Int32 = 4

  /// `bytes` in their stored form.
  static func compressed(_ bytes: [UInt8]) throws(PackingError) -> [UInt8] {
    var packer = Packer()
    packer.pack(UInt64(bytes.count))
    let head = packer.bytes
    var size = compressBound(uLong(bytes.count))
    var stored = head + [UInt8](repeating: 0, count: Int(size))
    let status = stored.withUnsafeMutableBufferPointer { buffer in
      compress2(buffer.baseAddress.map { $0 + head.count }, &size, bytes, uLong(bytes.count), level)
    }
    guard status == Z_OK else { throw PackingError() }
    stored.removeLast(stored.count - head.count - Int(size))
    return stored
  }

  /// The bytes of a stored form.
  static func expanded(_ stored: [UInt8]) throws(PackingError) -> [UInt8] {
    var unpacker = Unpacker(stored)
    guard let count = Int(exactly: try unpacker.unsigned()), count / largestRatio <= stored.count else {
      throw PackingError()
    }
    var bytes = [UInt8](repeating: 0, count: count)
    var size = uLong(count)
    let head = unpacker.position
    let status = stored.withUnsafeBufferPointer { buffer in
      uncompress(&bytes, &size, buffer.baseAddress.map { $0 + head }, uLong(buffer.count - head))
    }
    guard status == Z_OK, size == uLong(count) else { throw PackingError() }
    return bytes
  }
}
