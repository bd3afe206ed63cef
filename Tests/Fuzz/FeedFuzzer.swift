import Glibc
import Temporal
import Text

/// The libFuzzer target of the feed reader: any bytes are read as a feed and a list of feeds; what is read holds no control
/// characters, leads nowhere but into the web, and is the same when it is read again. Built and run by `make fuzz`.
private let reader: FeedReader? = {
  let resources = ResourceFolder(path: getenv("LINIMASA_RESOURCES").map { String(cString: $0) } ?? "Resources")
  return try? FeedReader(resources: resources, dates: DateReader(resources: resources))
}()

private let lists: OPMLReader? = {
  try? OPMLReader(
    resources: ResourceFolder(path: getenv("LINIMASA_RESOURCES").map { String(cString: $0) } ?? "Resources"))
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let reader, let data, size <= 1 << 16 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  for entry in lists?.list(bytes)?.entries ?? [] where !entry.url.lowercased().hasPrefix("http") { abort() }
  guard let feed = try? reader.feed(bytes, base: "https://example.org/feed") else { return 0 }
  guard let again = try? reader.feed(bytes, base: "https://example.org/feed"), again == feed else { abort() }
  for item in feed.items {
    if let url = item.url, !url.lowercased().hasPrefix("http") { abort() }
    if item.title?.utf8.contains(where: { $0 < 32 }) ?? false { abort() }
  }
  return 0
}
