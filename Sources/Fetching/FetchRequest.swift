/// What `linimasa-fetch` is asked for: one document, by GET. A line of JSON on its standard input.
public struct FetchRequest: Codable, Sendable, Hashable {
  /// What is fetched, which decides what is accepted.
  public enum Purpose: String, Codable, Sendable {
    /// A feed.
    case feed
    /// An article's page.
    case page
  }

  /// The asker's number, repeated in every answer.
  public var id: Int
  /// The address, http or https.
  public var url: String
  /// What it is fetched for.
  public var purpose: Purpose
  /// The entity tag of the copy that is there, as the server sent it.
  public var etag: String?
  /// `Last-Modified` of the copy that is there, as the server sent it.
  public var modified: String?
  /// Where the document may lie.
  public var reach: NetworkReach
  /// The most bytes of the body, after decompression.
  public var limit: Int
  /// Seconds for all of it, redirects included.
  public var seconds: Double
  /// Seconds until a connection stands.
  public var connectSeconds: Double
  /// Seconds until the head of the answer is there, at each address.
  public var headSeconds: Double

  /// A request; limits are those of a patient reader.
  public init(
    id: Int, url: String, purpose: Purpose, etag: String? = nil, modified: String? = nil, reach: NetworkReach = .any,
    limit: Int = 8 << 20, seconds: Double = 60
  ) {
    self.id = id
    self.url = url
    self.purpose = purpose
    self.etag = etag
    self.modified = modified
    self.reach = reach
    self.limit = limit
    self.seconds = seconds
    connectSeconds = min(10, seconds)
    headSeconds = min(20, seconds)
  }
}
