import Temporal
import Text
import Timeline

/// Finds the events of an article: the one entry to this module's rules.
public struct EventExtractor: Sendable {
  private let dates: DateReader

  /// Loads the tables below `events/` and `gazetteers/`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder) throws(TableError) {
    dates = try DateReader(resources: resources)
  }

  /// Everything that is found in `article`.
  public func annotate(_ article: Article) -> AnnotatedArticle {
    let dated = dates.read(article.text, published: article.publication.day, language: article.language)
    return AnnotatedArticle(article: article, sentences: [], timexes: dated.timexes, actors: [], events: [])
  }
}
