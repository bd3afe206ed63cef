import Glibc
import Temporal
import Text
import Timeline

/// The libFuzzer target of the readers of dumps: any bytes are read as a line of JSON, a packed file, a web archive and a
/// mailbox; reading them again gives the same, and nothing grows beyond what was put in. Built and run by `make fuzz`.
private let articles: (decoder: ArticleDecoder, dumps: DumpArticles)? = {
  let resources = ResourceFolder(path: getenv("LINIMASA_RESOURCES").map { String(cString: $0) } ?? "Resources")
  guard let dates = try? DateReader(resources: resources),
    let decoder = try? ArticleDecoder(resources: resources, dates: dates),
    let dumps = try? DumpArticles(resources: resources, dates: dates, decoder: decoder)
  else { return nil }
  return (decoder, dumps)
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let articles, let data, size <= 1 << 16 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  if (try? articles.decoder.article(line: bytes)) != (try? articles.decoder.article(line: bytes)) { abort() }
  var archive = WARCReader(BytesInMemory(bytes))
  var length = 0
  while let record = (try? archive.next()) ?? nil {
    length += record.block.count
    if length > size { abort() }
    if let response = (try? WebResponse(record)) ?? nil { _ = articles.dumps.article(response: response, place: "x") }
  }
  var mailbox = MboxReader(BytesInMemory(bytes))
  length = 0
  while let message = (try? mailbox.next()) ?? nil {
    length += message.count
    if length > size + 1 { abort() }
    _ = articles.dumps.article(message: message, place: "x")
  }
  var rest = bytes[...]
  let expanded = ExpandedBytes { block in
    let count = min(7, block.count, rest.count)
    block.replaceSubrange(0..<count, with: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
  var block = [UInt8](repeating: 0, count: 4096)
  while let count = try? expanded.read(into: &block), count > 0 {}
  return 0
}
