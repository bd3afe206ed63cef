import Temporal
import Text
import Timeline

extension Feed {
  /// The articles of the feed's items, in its order; an item without any text is its headline.
  ///
  /// - Parameters:
  ///   - source: what an item without an id and an address is called by, with its number.
  ///   - today: the day on which the feed was read. A publication day behind the next one is a mistake of the feed and
  ///     not used (its words stay as evidence), as is one before 1995, when there were no feeds.
  public func articles(source: String, today: CivilDay? = nil) -> [Article] {
    items.enumerated().compactMap { number, item in
      let text = item.text.isEmpty ? item.title ?? "" : item.text
      if text.isEmpty { return nil }
      var article = Article(
        id: item.id ?? "\(source):\(number + 1)", title: item.title, url: item.url, outlet: item.outlet ?? title,
        language: .undetermined, publication: item.publication, text: SourceText(text))
      article.publication = item.publication.credible(today: today)
      return article
    }
  }
}
