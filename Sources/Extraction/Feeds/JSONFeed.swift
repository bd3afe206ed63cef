import Foundation
import Timeline

/// Reads JSON Feed (jsonfeed.org, versions 1 and 1.1).
struct JSONFeed {
  let reader: FeedReader
  let base: String?

  /// Whether a document's head names the version of a JSON Feed.
  static func isFeed(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("jsonfeed.org/version") || text.contains("jsonfeed.org\\/version")
  }

  /// Values of the wrong kind are as good as missing; nil where the text is no JSON object.
  func feed(_ text: [UInt8]) -> Feed? {
    guard let root = try? JSONSerialization.jsonObject(with: Data(text)) as? [String: Any] else { return nil }
    var feed = Feed(format: .json)
    feed.title = line(root["title"])
    feed.link = (root["home_page_url"] as? String).flatMap { FeedAddress.resolved($0, base: base) }
    let items = (root["items"] as? [Any] ?? []).compactMap { $0 as? [String: Any] }
    feed.items = items.prefix(FeedReader.mostItems).map { item($0, link: feed.link) }
    feed.leftOut = items.count - feed.items.count
    return feed
  }

  private func item(_ members: [String: Any], link: String?) -> FeedItem {
    var item = FeedItem()
    let address = (members["url"] ?? members["external_url"]) as? String
    item.url = address.flatMap { FeedAddress.resolved($0, base: base ?? link) }
    item.id = (members["id"] as? String) ?? (members["id"] as? NSNumber)?.stringValue ?? item.url
    item.title = line(members["title"])
    let date = (members["date_published"] ?? members["date_modified"]) as? String
    item.publication = date.map(reader.dates.publication) ?? Publication()
    let html = (members["content_html"] as? String).map { reader.markup.text(ofHTML: Array($0.utf8)) }
    let plain = (members["content_text"] ?? members["summary"]) as? String
    item.text = html ?? plain.map { reader.markup.plain(Array($0.utf8)) } ?? ""
    item.isStub = FeedReader.isStub(item.text, url: item.url)
    return item
  }

  private func line(_ value: Any?) -> String? {
    guard let text = value as? String else { return nil }
    let line = MarkupText.line(Array(text.utf8).filter { $0 != 127 })
    return line.isEmpty ? nil : line
  }
}
