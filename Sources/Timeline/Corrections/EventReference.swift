import Text

/// Names an event of an article in a way that outlives reading it again and holds in another library: by the article's
/// content, the words of the trigger and the type, and not by numbers that the program gives.
public struct EventReference: Sendable, Hashable {
  /// What stands for the article's content: `Article.fingerprint`.
  public var article: UInt64
  /// The trigger's words.
  public var trigger: TextSpan
  /// The type as it was read.
  public var type: EventType

  /// A reference from its parts.
  public init(article: UInt64, trigger: TextSpan, type: EventType) {
    self.article = article
    self.trigger = trigger
    self.type = type
  }

  /// The reference of an event.
  public init(_ event: Event, in article: Article) {
    self.init(article: article.fingerprint, trigger: event.evidence.trigger, type: event.type)
  }

  /// Whether it names `event` of an article with the right content.
  public func names(_ event: Event) -> Bool { event.evidence.trigger == trigger && event.type == type }
}

extension EventReference: LosslessStringConvertible {
  /// `9f86d081884c7d65/2811-2815/deploy`.
  public var description: String {
    let digits = String(article, radix: 16)
    let article = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return "\(article)/\(trigger.start)-\(trigger.end)/\(type)"
  }

  /// A reference from its text; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let article = UInt64(parts[0], radix: 16), !parts[2].isEmpty else { return nil }
    let span = parts[1].split(separator: "-").compactMap { Int($0) }
    guard span.count == 2, span[0] >= 0, span[1] >= span[0] else { return nil }
    self.init(article: article, trigger: TextSpan(span[0], span[1]), type: EventType(rawValue: String(parts[2])))
  }
}

extension Article {
  /// Stands for what makes an article the same wherever it is found: text, outlet, title and publication day (FNV-1a, 64
  /// bits).
  public var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in text.bytes { add(byte) }
    for part in [outlet, title, publication.day?.description] {
      add(0xFF)
      for byte in (part ?? "").utf8 { add(byte) }
    }
    return hash
  }
}
