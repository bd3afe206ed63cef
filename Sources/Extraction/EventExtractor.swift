import Temporal
import Text
import Timeline

/// Finds the events of an article: the one entry to this module's rules.
///
/// ```swift
/// let extractor = try EventExtractor(resources: resources)
/// let found = extractor.annotate(Article(id: "1", text: SourceText("M23 merebut Goma pada Senin.")))
/// found.events[0].type  // EventType(rawValue: "territory")
/// ```
public struct EventExtractor: Sendable {
  private let dates: DateReader
  private let tables: ExtractionTables
  private let splitter: SentenceSplitter

  /// Loads the tables below `events/` and `gazetteers/`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder) throws(TableError) {
    try self.init(resources: resources, dates: DateReader(resources: resources))
  }

  /// The same with a date reader that has been loaded already.
  public init(resources: ResourceFolder, dates: DateReader) throws(TableError) {
    self.dates = dates
    tables = try ExtractionTables(resources: resources)
    let abbreviations = try resources.table("events/abbreviations.tsv", required: ["language", "words", "example"])
    splitter = SentenceSplitter(abbreviations: abbreviations.rows.flatMap { TableLoader.words($0["words"]) })
  }

  /// Everything that is found in `article`: its publication day and language too, where it does not say them.
  public func annotate(_ article: Article) -> AnnotatedArticle {
    let dated = dates.read(
      article.text, published: article.publication.day,
      language: article.language == .undetermined ? nil : article.language)
    return ArticleReader(tables: tables, splitter: splitter, article: article, dated: dated).annotate()
  }
}

extension DateReader {
  /// The dates of `article`, its language and its publication day where it does not say them; no actors, no events.
  public func annotate(_ article: Article) -> AnnotatedArticle {
    let dated = read(
      article.text, published: article.publication.day,
      language: article.language == .undetermined ? nil : article.language)
    var result = article
    if result.publication.day == nil, let day = dated.published {
      result.publication = Publication(day: day, basis: .inferred)
    }
    result.language = dated.language
    return AnnotatedArticle(article: result, sentences: [], timexes: dated.timexes, actors: [], events: [])
  }
}
