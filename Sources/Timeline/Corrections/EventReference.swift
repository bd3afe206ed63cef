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

  /// Which of an article's events it names; nil where none does.
  ///
  /// Another program may read the article otherwise: give the event another type, take other words for its trigger, or
  /// find others before it. So what is meant is the event with this trigger and type, else the only one with this
  /// trigger, else the only one of the type whose trigger shares words with it, else the only one that shares any.
  public func index(in events: [Event]) -> Int? {
    func only(_ matches: (Event) -> Bool) -> Int? {
      let found = events.indices.filter { matches(events[$0]) }
      return found.count == 1 ? found[0] : nil
    }
    func overlaps(_ event: Event) -> Bool {
      event.evidence.trigger.start < trigger.end && trigger.start < event.evidence.trigger.end
    }
    return events.firstIndex { $0.evidence.trigger == trigger && $0.type == type }
      ?? only { $0.evidence.trigger == trigger } ?? only { $0.type == type && overlaps($0) } ?? only(overlaps)
  }
}

extension EventReference: LosslessStringConvertible {
  /// `9f86d081884c7d65/2811-2815/deploy`.
  public var description: String {
    "\(Self.prefix(ofArticle: article))\(trigger.start)-\(trigger.end)/\(type)"
  }

  /// What the references of all events of an article begin with: `9f86d081884c7d65/`.
  public static func prefix(ofArticle fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits + "/"
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
  /// bits). A day that the program has inferred is left out, since another program may infer another one.
  public var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in text.bytes { add(byte) }
    for part in [outlet, title, publication.basis == .inferred ? nil : publication.day?.description] {
      add(0xFF)
      for byte in (part ?? "").utf8 { add(byte) }
    }
    return hash
  }
}
