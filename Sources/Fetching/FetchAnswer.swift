/// What `linimasa-fetch` writes to standard output: lines of JSON. Exactly one of `data`, `done` and `failed` is there;
/// behind a line with `data` stand that many bytes of the body, as they are.
public struct FetchAnswer: Codable, Sendable, Hashable {
  /// The request's number.
  public var id: Int
  /// How many bytes of the body follow this line.
  public var data: Int?
  /// The whole body was sent, and this is what came with it.
  public var done: FetchHead?
  /// Nothing more comes.
  public var failed: FetchFailure?

  /// An answer.
  public init(id: Int, data: Int? = nil, done: FetchHead? = nil, failed: FetchFailure? = nil) {
    self.id = id
    self.data = data
    self.done = done
    self.failed = failed
  }
}

/// What a server said of a document.
public struct FetchHead: Codable, Sendable, Hashable {
  /// The status of the last answer; only 200 has a body here.
  public var status: Int
  /// Where the document was in the end.
  public var url: String
  /// Whether every redirect on the way said that it is for good (301, 308).
  public var isMoved = false
  /// `Content-Type` as sent.
  public var type: String?
  /// `ETag` as sent, byte for byte (each byte is the scalar of its number).
  public var etag: String?
  /// `Last-Modified` as sent.
  public var modified: String?
  /// Seconds that the server asks to wait.
  public var retryAfter: Int?
  /// Where the server lies.
  public var reach: NetworkReach
  /// The version of HTTP: 1 or 2.
  public var version: Int

  /// What a server said.
  public init(status: Int, url: String, reach: NetworkReach, version: Int) {
    self.status = status
    self.url = url
    self.reach = reach
    self.version = version
  }
}

/// Why a document was not fetched.
public struct FetchFailure: Error, Codable, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: String, Codable, Sendable {
    /// The address cannot be read, or is not http or https.
    case address
    /// The server lies where the request may not go.
    case refused
    /// No connection, or it broke.
    case connection
    /// The server could not prove who it is.
    case certificate
    /// Slower than is waited for.
    case slow
    /// A redirect that is not followed.
    case redirect
    /// Longer than is read.
    case long
    /// A picture, a film or another thing without text.
    case type
    /// The server ended before the document did.
    case cutOff = "cut_off"
    /// The answer is not what HTTP allows.
    case malformed
  }

  /// What went wrong.
  public var kind: Kind
  /// The same for people, in one line.
  public var message: String
  /// The message.
  public var description: String { message }

  /// A failure.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
