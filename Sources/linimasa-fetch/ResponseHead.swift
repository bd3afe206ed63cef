import Fetching
import Foundation

/// The head of an answer while its lines come in.
struct ResponseHead {
  /// The status of the last status line.
  private(set) var status = 0
  /// `Content-Type`.
  private(set) var type: String?
  /// `ETag`.
  private(set) var etag: String?
  /// `Last-Modified`.
  private(set) var modified: String?
  private var length = 0
  private var received = 0

  /// Bytes of all heads together; servers send some hundred.
  private static let longest = 1 << 16

  /// Takes a line with its end; tells whether it ends the head.
  mutating func take(_ line: UnsafeRawBufferPointer) throws(FetchFailure) -> Bool {
    received += line.count
    if received > Self.longest { throw FetchFailure(.malformed, "the head of the answer is longer than 64 KB") }
    let bytes = line.prefix { $0 != 13 && $0 != 10 }
    if bytes.isEmpty { return true }
    if bytes.starts(with: Array("HTTP/".utf8)) {
      let count = received
      self = ResponseHead()
      received = count
      let words = bytes.split(separator: 32)
      status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
      return false
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let value = HeaderText.text(bytes[(colon + 1)...].drop { $0 == 32 || $0 == 9 })
    switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
    case "content-type": type = value
    case "etag": etag = value
    case "last-modified": modified = value
    case "content-length": length = value.flatMap(Int.init) ?? 0
    default: break
    }
    return false
  }

  /// Refuses what is too long or holds no text.
  func check(limit: Int) throws(FetchFailure) {
    if length > limit { throw FetchFailure(.long, "the answer is longer than \(limit >> 10) KB") }
    let kind = (type ?? "").lowercased()
    let refused = ["image/", "audio/", "video/", "font/", "model/", "application/pdf", "application/zip"]
    if refused.contains(where: kind.hasPrefix) {
      throw FetchFailure(.type, "the answer is \(kind.prefix(40)), which holds no text that can be read")
    }
  }
}

/// Values of header lines, which are bytes: each byte is carried as the scalar of its number, so that what a server sent
/// goes back exactly as it was (RFC 9110, section 5.5).
enum HeaderText {
  private static let longest = 1024

  /// The text of a value; nil where it is empty, long or holds control characters, which go nowhere.
  static func text(_ bytes: some Collection<UInt8>) -> String? {
    let end = bytes.reversed().drop { $0 == 32 || $0 == 9 }.count
    let value = bytes.prefix(end)
    guard !value.isEmpty, value.count <= longest, value.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
    var text = String.UnicodeScalarView()
    for byte in value { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  /// The bytes of a text that came from a value; nil where it did not.
  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), byte >= 32, byte != 127 else { return nil }
      bytes.append(byte)
    }
    return bytes.isEmpty || bytes.count > longest ? nil : bytes
  }

  /// The server of an address, as messages name it.
  static func host(_ url: String) -> String { URLComponents(string: url)?.host ?? "the server" }
}
