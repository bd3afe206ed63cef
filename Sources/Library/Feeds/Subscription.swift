/// A feed that is read again and again, and how that went so far. Times are seconds since 1970 in UTC.
public struct Subscription: Sendable, Hashable, Identifiable {
  /// Its number in the library; 0 before it is there.
  public var id: Int64
  /// Where the feed is.
  public var url: String
  /// What it is called: as a person named it, else as it calls itself.
  public var title: String?
  /// The folders that it is filed under; `War/Ukraine` is one inside another.
  public var tags: [String]
  /// The entity tag of the copy that was read last, as the server sent it.
  public var etag: String?
  /// `Last-Modified` of that copy, as the server sent it.
  public var modified: String?
  /// When it was asked for last.
  public var checked: Int?
  /// When that last went well.
  public var succeeded: Int?
  /// When it is worth asking again.
  public var due: Int?
  /// How often in a row it went wrong.
  public var failures = 0
  /// Why, the last time.
  public var error: String?

  /// A new subscription.
  public init(id: Int64 = 0, url: String, title: String? = nil, tags: [String] = []) {
    self.id = id
    self.url = url
    self.title = title
    self.tags = tags
  }

  /// Whether it went wrong or the server asked to wait, and that time is not over.
  public func isHeldBack(at now: Int) -> Bool { failures > 0 && due.map { now < $0 } ?? false }
}
