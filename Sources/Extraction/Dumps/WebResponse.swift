/// What a record of a web archive holds of one page.
public struct WebResponse: Sendable, Equatable {
  /// The page's address.
  public var url: String?
  /// What it is: `text/html`.
  public var type: String
  /// The encoding that the server declares.
  public var charset: String?
  /// When it was fetched, as the archive writes it.
  public var fetched: String?
  /// The page.
  public var body: [UInt8]

  /// The page of a record; nil where it holds none: requests, metadata, redirections and errors.
  ///
  /// - Throws: `ExpansionError` where the page is packed and cannot be unpacked.
  public init?(_ record: WARCRecord) throws {
    let kind = record.fields["warc-type"]?.lowercased()
    let (type, parameters) = HeaderFields.parameters(of: record.fields["content-type"] ?? "")
    url = record.fields["warc-target-uri"].map { $0.hasPrefix("<") ? String($0.dropFirst().dropLast()) : $0 }
    fetched = record.fields["warc-date"]
    switch kind {
    case "conversion", "resource":
      self.type = type
      charset = parameters["charset"]
      body = record.block
    case "response" where type == "application/http" || type.isEmpty:
      let (fields, start) = HeaderFields.split(record.block)
      let status = record.block.prefix { $0 != 10 }.split(separator: 32).dropFirst().first
      guard status?.first == UInt8(ascii: "2") else { return nil }
      let content = HeaderFields.parameters(of: fields.all["content-type"] ?? "text/html")
      self.type = content.value
      charset = content.parameters["charset"]
      body = Array(record.block[start...])
      if fields.all["transfer-encoding"]?.lowercased() == "chunked" { body = Self.joined(body) ?? body }
      if fields.all["content-encoding"] != nil { body = try Self.expanded(body) }
    default: return nil
    }
  }

  /// The chunks of a body in one piece (RFC 9112, section 7.1); nil where it is not written in chunks, since many an
  /// archive keeps the field and joins them.
  private static func joined(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var start = 0
    while start < body.count {
      guard let end = body[start...].prefix(64).firstIndex(of: 10) else { return nil }
      let digits = body[start..<end].prefix { $0 != 13 && $0 != UInt8(ascii: ";") && $0 != 32 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else { return nil }
      if size == 0 { return result }
      result += body[(end + 1)...].prefix(size)
      guard size < body.count - end - 1 else { return result }
      start = end + 1 + size
      while start < body.count, body[start] == 13 || body[start] == 10 { start += 1 }
    }
    return result
  }

  private static func expanded(_ body: [UInt8]) throws -> [UInt8] {
    var rest = body[...]
    let bytes = ExpandedBytes { block in
      let count = min(block.count, rest.count)
      block.replaceSubrange(0..<count, with: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try bytes.read(into: &block), count > 0 {
      result += block[..<count]
      if result.count > WARCReader<BytesInMemory>.longest { throw ExpansionError.bomb }
    }
    return result
  }
}
