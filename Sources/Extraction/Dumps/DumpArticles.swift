import Temporal
import Text
import Timeline

/// Reads the articles of web archives and mailboxes.
public struct DumpArticles: Sendable {
  private let decoder: ArticleDecoder
  private let markup: MarkupText
  private let dates: FeedDateReader

  /// A reader of the records and messages of dumps.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder, dates: DateReader, decoder: ArticleDecoder) throws(TableError) {
    self.decoder = decoder
    markup = MarkupText(references: try CharacterReferences(resources: resources))
    self.dates = FeedDateReader(dates: dates)
  }

  /// The article of a newsletter: the subject is its title, the sender its outlet, the day of sending its publication
  /// day; nil where there is nothing to read.
  public func article(message bytes: [UInt8], place: String) -> Article? {
    let message = MailMessage(bytes)
    let text = message.isHTML ? Array(markup.text(ofHTML: message.text).utf8) : message.text.filter { $0 != 13 }
    guard text.contains(where: { $0 > 32 }) else { return nil }
    let name = message["message-id"].map { $0.filter { $0 != "<" && $0 != ">" } } ?? place
    return Article(
      id: name, title: message["subject"], outlet: message.sender, language: .undetermined,
      publication: message["date"].map(dates.publication) ?? Publication(), text: SourceText(repairing: text))
  }

  /// The article of an archived plain text; nil for pages of another kind.
  public func article(response: WebResponse, place: String) -> Article? {
    guard response.type == "text/plain" else { return nil }
    let text = TextEncoding.utf8(response.body, declared: response.charset)
    guard text.contains(where: { $0 > 32 }) else { return nil }
    var article = decoder.article(id: response.url ?? place, text: SourceText(repairing: text))
    article.url = response.url
    return article
  }
}
