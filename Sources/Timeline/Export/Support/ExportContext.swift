import Temporal

/// Where an exported file comes from, so that who receives it can tell and repeat it.
public struct ExportContext: Sendable {
  /// The file's title.
  public var title: String
  /// Program and version: `linimasa 0.1.0`.
  public var generator: String
  /// The fingerprint of the tables that were used.
  public var resources: String
  /// The filter.
  public var query: TimelineQuery
  /// When the file was written, in UTC as RFC 3339 writes it: `2024-10-28T07:15:00Z`. Given from outside, since
  /// exporters read no clock; nil leaves it out, and the same timeline gives the same bytes.
  public var created: String?
  /// What the timeline was read from, as the user named it.
  public var sources: [String]
  /// The language of the dates written in words.
  public var words: DateWords
  /// Where places lie, for formats that draw a map.
  public var coordinates: PlaceCoordinates

  /// A context; what is not said is left out.
  public init(
    title: String = "Timeline", generator: String = "linimasa", resources: String = "",
    query: TimelineQuery = .everything, created: String? = nil, sources: [String] = [], words: DateWords = .english,
    coordinates: PlaceCoordinates = PlaceCoordinates()
  ) {
    self.title = title
    self.generator = generator
    self.resources = resources
    self.query = query
    self.created = created
    self.sources = sources
    self.words = words
    self.coordinates = coordinates
  }

  /// What is known of the file's origin, as names and values for people.
  public var provenance: [(name: String, value: String)] {
    let filter = query.terms.isEmpty ? "everything" : query.description
    let facts: [(String, String?)] = [
      ("Filter", filter), ("Sources", sources.isEmpty ? nil : sources.joined(separator: ", ")), ("Written", created),
      ("Program", generator), ("Tables", resources.isEmpty ? nil : resources),
    ]
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }
}
