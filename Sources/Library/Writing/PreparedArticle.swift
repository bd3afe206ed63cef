import Temporal
import Text
import Timeline

/// An article made ready to be written: packed, compressed, with its fingerprint and the words of its events.
struct PreparedArticle: Sendable {
  let annotated: AnnotatedArticle
  let content: [UInt8]
  let fingerprint: Int64
  /// The searched words of each event.
  let words: [String]
  /// What its story is known by; nil where it is too short.
  let sketch: StorySketch?

  init(_ annotated: AnnotatedArticle) throws(PackingError) {
    self.annotated = annotated
    var packer = Packer()
    packer.pack(annotated)
    content = try Compression.compressed(packer.bytes)
    fingerprint = Int64(bitPattern: annotated.article.fingerprint)
    sketch = StorySketch(annotated.article.text[annotated.article.body])
    words = annotated.events.map { Self.words(of: $0, in: annotated.article, actors: annotated.actors) }
  }

  /// The searched words of an event.
  static func words(of event: Event, in article: Article, actors: [Actor]) -> String {
    let ids = event.actorIDs
    return SearchText(event.searchedTexts(in: article, actors: actors.filter { ids.contains($0.id) })).string
  }
}

extension Article {
  /// Whether the two are one article, whatever they are called and however the day became known.
  func isSame(as other: Article) -> Bool {
    func day(_ publication: Publication) -> CivilDay? { publication.basis == .inferred ? nil : publication.day }
    return text == other.text && outlet == other.outlet && title == other.title
      && day(publication) == day(other.publication)
  }
}
