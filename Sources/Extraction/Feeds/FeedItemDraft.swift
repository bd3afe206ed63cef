import Timeline

/// An item while its fields come in, in any order and more than once.
struct FeedItemDraft {
  /// The address that RDF gives the item.
  var about: String?
  /// Whether the item's id is its address too.
  var isPermanentLink = true
  /// The whole text.
  var content: String?
  /// A part of it.
  var summary: String?
  private var id: String?
  private var title: String?
  private var link: String?
  private var outlet: String?
  private var published: String?
  private var updated: String?

  /// Takes a field of one line; the first of each kind counts.
  mutating func take(_ field: FeedField, _ text: String) {
    switch field {
    case .title: title = title ?? text
    case .link: link = link ?? text
    case .guid: id = id ?? text
    case .outlet: outlet = outlet ?? text
    case .published: published = published ?? text
    case .updated: updated = updated ?? text
    case .content, .summary, .minutesToLive: break
    }
  }

  /// The item.
  ///
  /// - Parameter resolve: makes an address whole.
  func item(reader: FeedReader, isAtom: Bool, resolve: (String) -> String?) -> FeedItem {
    let address = link ?? (isAtom || !isPermanentLink ? nil : id) ?? about
    var item = FeedItem()
    item.url = address.flatMap(resolve)
    item.id = id ?? about ?? item.url
    item.title = title
    item.outlet = outlet
    item.publication = (published ?? updated).map(reader.dates.publication) ?? Publication()
    let (long, short) = (content ?? "", summary ?? "")
    item.text = long.utf8.count >= short.utf8.count ? long : short
    item.isStub = FeedReader.isStub(item.text, url: item.url)
    return item
  }
}
