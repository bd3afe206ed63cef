import Temporal
import Text

/// One article as it was read: its text, and what is known of where and when it appeared.
public struct Article: Sendable, Hashable {
  /// Names the article in its source: the caller's id, a URL, or a file name.
  public var id: String
  /// The headline.
  public var title: String?
  /// Where it can be opened again.
  public var url: String?
  /// The outlet's name as written.
  public var outlet: String?
  /// The language of the text.
  public var language: LanguageCode
  /// When it was published.
  public var publication: Publication
  /// The whole text as it came in; every span of the article's events points into it.
  public var text: SourceText
  /// The part of `text` that is the article's own prose, without title, outlet and publication lines.
  public var body: TextSpan
  /// The unknown keys of the JSON line that it came from, as JSON object text, handed through untouched.
  public var extra: [UInt8]

  /// An article; what is not said is not known. `body` defaults to the whole text.
  public init(
    id: String, title: String? = nil, url: String? = nil, outlet: String? = nil, language: LanguageCode = .indonesian,
    publication: Publication = Publication(), text: SourceText, body: TextSpan? = nil, extra: [UInt8] = []
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.outlet = outlet
    self.language = language
    self.publication = publication
    self.text = text
    self.body = body ?? TextSpan(0, text.count)
    self.extra = extra
  }
}

/// When an article appeared (its document creation time, DCT) and how that is known.
public struct Publication: Sendable, Hashable {
  /// The local day; nil where nothing tells.
  public var day: CivilDay?
  /// The local time of day.
  public var time: ClockTime?
  /// How the day is known.
  public var basis: PublicationBasis
  /// The words or field that told it.
  public var evidence: String?

  /// A publication day.
  public init(day: CivilDay? = nil, time: ClockTime? = nil, basis: PublicationBasis = .none, evidence: String? = nil) {
    self.day = day
    self.time = time
    self.basis = basis
    self.evidence = evidence
  }
}

/// How a publication day is known.
public enum PublicationBasis: String, Sendable, Hashable {
  /// The caller said so, in a field or an option.
  case given
  /// A line at the head of the article says so.
  case header
  /// Concluded from the dates of the text: the latest explicit past day.
  case inferred
  /// Nothing tells.
  case none
}

/// An article with everything that was found in it.
public struct AnnotatedArticle: Sendable {
  /// The article.
  public var article: Article
  /// Its sentences, in order.
  public var sentences: [TextSpan]
  /// Its date expressions.
  public var timexes: [Timex3]
  /// Who is named in it.
  public var actors: [Actor]
  /// What happened, was claimed, planned or said.
  public var events: [Event]

  /// An annotated article.
  public init(article: Article, sentences: [TextSpan], timexes: [Timex3], actors: [Actor], events: [Event]) {
    self.article = article
    self.sentences = sentences
    self.timexes = timexes
    self.actors = actors
    self.events = events
  }
}
