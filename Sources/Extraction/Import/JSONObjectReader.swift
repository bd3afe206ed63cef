import CSimdjson

/// Reads one JSON object: its strings, and the raw bytes of everything else.
///
/// simdjson reads gigabytes a second, checks the whole document and its depth, and leaves the bytes where they are, so
/// that unknown keys can be handed through as they were written. A reader keeps its memory from one object to the next;
/// one thread uses it at a time, which `JSONReaderPool` sees to.
final class JSONObjectReader: @unchecked Sendable {
  /// One member of the object.
  struct Member {
    /// The name.
    let key: String
    /// The value where it is a string.
    let string: String?
    /// The value's bytes as they were written.
    let raw: [UInt8]
  }

  /// Why a document is no object.
  enum Failure: Error {
    /// Not JSON, or no object.
    case notObject
    /// Nested deeper than `depthLimit`.
    case tooDeep
    /// Larger than memory.
    case noMemory
  }

  /// Arrays and objects inside one another.
  static let depthLimit = 256

  private let parser: OpaquePointer?

  /// A reader.
  init() { parser = linimasa_json_new() }

  deinit { linimasa_json_free(parser) }

  /// The members of the object that `bytes`, which are UTF-8, hold.
  func members(of bytes: [UInt8]) throws(Failure) -> [Member] {
    guard let parser else { throw .noMemory }
    let status = linimasa_json_read(parser, bytes, bytes.count, Self.depthLimit)
    switch UInt32(bitPattern: status) {
    case LINIMASA_JSON_OK.rawValue: break
    case LINIMASA_JSON_TOO_DEEP.rawValue: throw .tooDeep
    case LINIMASA_JSON_NO_MEMORY.rawValue: throw .noMemory
    default: throw .notObject
    }
    return (0..<linimasa_json_count(parser)).map { index in
      let member = linimasa_json_member_at(parser, index)
      return Member(
        key: Self.text(member.key, member.key_length) ?? "", string: Self.text(member.string, member.string_length),
        raw: Self.bytes(member.raw, member.raw_length))
    }
  }

  private static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
    guard let start else { return [] }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String? {
    guard let start else { return nil }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }
}
