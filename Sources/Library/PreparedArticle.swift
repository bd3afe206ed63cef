import Text
import Timeline

/// An article made ready to be written: packed, compressed, with its fingerprint and the words of its events.
struct PreparedArticle: Sendable {
  let annotated: AnnotatedArticle
  let content: [UInt8]
  let fingerprint: Int64
  /// The searched words of each event.
  let words: [String]

  init(_ annotated: AnnotatedArticle) throws(PackingError) {
    self.annotated = annotated
    var packer = Packer()
    packer.pack(annotated)
    content = try Compression.compressed(packer.bytes)
    fingerprint = Self.fingerprint(of: annotated.article)
    words = annotated.events.map { Self.words(of: $0, in: annotated.article, actors: annotated.actors) }
  }

  /// The searched words of an event.
  static func words(of event: Event, in article: Article, actors: [Actor]) -> String {
    let ids = event.actorIDs
    return SearchText(event.searchedTexts(in: article, actors: actors.filter { ids.contains($0.id) })).string
  }

  /// Stands for what makes an article the same (FNV-1a). Equal fingerprints are compared in full.
  static func fingerprint(of article: Article) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in article.text.bytes { add(byte) }
    for part in [article.outlet, article.title, article.publication.day?.description] {
      add(0xFF)
      for byte in (part ?? "").utf8 { add(byte) }
    }
    return Int64(bitPattern: hash)
  }
}

extension Article {
  /// Whether the two are one article, whatever they are called and however the day became known.
  func isSame(as other: Article) -> Bool {
    text == other.text && outlet == other.outlet && title == other.title
      && publication.day == other.publication.day
  }
}
