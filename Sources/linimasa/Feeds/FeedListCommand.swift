import ArgumentParser
import Foundation
import Library
import Text

/// `linimasa feed list`.
struct FeedListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows the subscriptions: how the last look went, and when the next is due.",
    discussion: "Example: linimasa feed list")

  @Flag(help: "Write one JSON object a line.")
  var json = false
  @OptionGroup var library: LibraryOption

  func run() throws {
    let subscriptions = try library.open().subscriptions()
    if subscriptions.isEmpty, !json {
      Diagnostics.note("there are no subscriptions; add one with linimasa feed add URL")
    }
    for subscription in subscriptions {
      if json { try StandardOutput.line(Self.object(subscription)) } else { try Self.show(subscription) }
    }
  }

  private static func show(_ feed: Subscription) throws {
    let tags = feed.tags.isEmpty ? "" : "  [\(feed.tags.joined(separator: ", "))]"
    try StandardOutput.line(VisibleText.line((feed.title.map { "\($0)  " } ?? "") + FeedCommand.shown(feed.url) + tags))
    let looks = [
      "last read \(feed.succeeded.map(time) ?? "never")", feed.due.map { "next due \(time($0))" },
    ]
    try StandardOutput.line("  " + looks.compactMap { $0 }.joined(separator: ", "))
    if let error = feed.error {
      let times = feed.failures == 1 ? "once" : "\(feed.failures) times in a row"
      let checked = feed.checked.map(time) ?? "?"
      try StandardOutput.line(VisibleText.line("  ! failed \(times), last \(checked): \(error)"))
    }
  }

  private static func object(_ feed: Subscription) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("url", FeedCommand.shown(feed.url))
      json.field("title", feed.title)
      json.array("tags") { json in for tag in feed.tags { json.value(tag) } }
      json.field("checked", feed.checked.map(time))
      json.field("succeeded", feed.succeeded.map(time))
      json.field("due", feed.due.map(time))
      json.field("failures", feed.failures)
      json.field("error", feed.error)
      json.field("etag", feed.etag)
      json.field("last_modified", feed.modified)
    }
    return json.string
  }

  /// A time in UTC, as RFC 3339 writes it.
  static func time(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}

extension FeedCommand {
  /// An address without the password that it may hold.
  static func shown(_ url: String) -> String {
    guard var parts = URLComponents(string: url), parts.password != nil else { return url }
    parts.password = "…"
    return parts.string?.replacing("%E2%80%A6", with: "…") ?? url
  }
}
