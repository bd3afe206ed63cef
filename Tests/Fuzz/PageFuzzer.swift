import Glibc
import Temporal
import Text
import Timeline

/// The libFuzzer target of the page reader: any bytes are read as a page; title and text hold no control characters, the
/// address leads nowhere but into the web, and the same bytes give the same article. Built and run by `make fuzz`.
private let reader: PageReader? = {
  let resources = ResourceFolder(path: getenv("LINIMASA_RESOURCES").map { String(cString: $0) } ?? "Resources")
  return try? PageReader(resources: resources, dates: DateReader(resources: resources))
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let reader, let data, size <= 1 << 16 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let article = reader.article(bytes, name: "page")
  guard article == reader.article(bytes, name: "page") else { abort() }
  guard let article else { return 0 }
  if article.title?.utf8.contains(where: { $0 < 32 }) ?? false { abort() }
  if article.text.bytes.contains(where: { $0 < 32 && $0 != 10 || $0 == 127 }) { abort() }
  if let url = article.url, !url.hasPrefix("http") { abort() }
  return 0
}
