import Extraction
import Foundation
import Temporal
import TestSupport
import Testing

/// Feeds that are made to do harm: time, memory, files and connections stay what they are.
@Suite(.timeLimit(.minutes(1))) struct HostileFeedTests {
  private static let reader = Result {
    try FeedReader(resources: Checkout.resources, dates: DateReader(resources: Checkout.resources))
  }

  private func feed(_ text: String) throws -> Feed { try Self.reader.get().feed(Array(text.utf8)) }

  @Test func entitiesOfTheDocumentAreNotRead() throws {
    var laughs = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for level in 1..<20 { laughs += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">" }
    let feed = try feed("\(laughs)]><rss><item><title>&a19;</title></item></rss>")
    #expect(feed.items.first?.title == "&a19;")
  }

  @Test func externalEntitiesAndDefinitionsAreNotFetched() throws {
    let feed = try feed(
      """
      <!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd"> %p;]>
      <?xml-stylesheet href="http://127.0.0.1:9/"?><rss><item><title>&x;</title></item></rss>
      """)
    #expect(feed.items.first?.title == "&x;")
  }

  /// Half a megabyte of each: a reader whose time grows with the square of them would not end.
  @Test(arguments: [
    ("<", ""), ("<a ", ""), ("<a b=\"", ""), ("<a b='>", ""), ("<!--", ""), ("<![CDATA[", ""), ("<!", ""), ("<?", ""),
    ("&", ""), ("&#", ""), ("&#x41", ""), ("&lt", ""), ("]]>", ""), ("<title>", ""), ("<b>", ""), ("</b>", ""),
    ("<item>", ""), ("<item><title>", "</title></item>"), ("x:", "<a/>"), (" xmlns:a=\"b\"", ""), ("<!-- ", " -->"),
    ("<div>", "</div>"),
  ])
  func timeGrowsWithTheBytes(_ open: String, _ close: String) throws {
    let count = 500_000 / (open.utf8.count + close.utf8.count)
    let middle = String(repeating: open, count: count) + String(repeating: close, count: close.isEmpty ? 0 : count)
    _ = try feed("<rss><channel><item><title>\(middle)</title></item></channel></rss>")
    _ = try feed("<rss><channel><item><description><![CDATA[\(middle)]]></description></item></channel></rss>")
    _ = try feed("<rss><channel \(middle)><item><title>Ada</title></item></channel></rss>")
  }

  @Test func oneTagOfManyAttributes() throws {
    let attributes = (0..<50_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    #expect(try feed("<rss><item><title \(attributes)>Ada</title></item></rss>").items.count <= 1)
  }

  @Test func itemsBeyondTheLimitAreCounted() throws {
    let items = String(repeating: "<item><title>x</title></item>", count: FeedReader.mostItems + 5)
    let feed = try feed("<rss>\(items)</rss>")
    #expect(feed.items.count == FeedReader.mostItems && feed.leftOut == 5)
  }

  @Test func aFeedThatIsTooLongIsRefused() throws {
    let bytes = Array("<rss>".utf8) + [UInt8](repeating: 32, count: FeedReader.longest)
    #expect(throws: FeedError.tooLong(FeedReader.longest)) { try Self.reader.get().feed(bytes) }
  }

  @Test func deepJSONIsNoFeed() throws {
    let text = "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":" + String(repeating: "[", count: 100_000)
    #expect(throws: FeedError.notFeed) { try feed(text) }
  }

  @Test func everySeedOfTheFuzzerIsRead() throws {
    for file in Checkout.files(below: "Tests/Fuzz/feeds", ending: "") where !file.hasDirectoryPath {
      let bytes = Array(try Data(contentsOf: file))
      guard let feed = try? Self.reader.get().feed(bytes) else { continue }
      #expect(try feed == Self.reader.get().feed(bytes), "\(file.lastPathComponent)")
      for item in feed.items { #expect(item.url.map { $0.hasPrefix("http") } ?? true) }
    }
  }
}
