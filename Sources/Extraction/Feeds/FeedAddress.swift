import Foundation

/// Addresses of feeds and in feeds.
public enum FeedAddress {
  private static let longest = 2048

  /// `address` seen from `base`; nil where it is no address of the web, which alone is opened and followed.
  static func resolved(_ address: String, base: String?) -> String? {
    guard !address.isEmpty, address.utf8.count <= longest else { return nil }
    let url = URL(string: address, relativeTo: base.flatMap { URL(string: $0) })
    guard let url, let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https", url.host != nil else {
      return nil
    }
    return url.absoluteString
  }

  /// The address that a feed is asked for at: http or https, `feed:` before or instead of it taken away; nil for all
  /// others, which are never run, opened or asked for.
  ///
  /// ```swift
  /// FeedAddress.subscribable("feed://example.org/rss")  // "http://example.org/rss"
  /// FeedAddress.subscribable("exec:ls")                 // nil
  /// ```
  public static func subscribable(_ address: String) -> String? {
    var address = address[...]
    if address.lowercased().hasPrefix("feed:") {
      address = address.dropFirst(5)
      if address.hasPrefix("//") { address = "http:\(address)" }
    }
    guard !address.utf8.contains(where: { $0 <= 32 || $0 == 127 }) else { return nil }
    return resolved(String(address), base: nil)
  }
}
