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
  /// Names and marks of the types, for formats that people look at.
  public var types: EventTypeTable?
  /// What the timeline holds, counted before it is written.
  public var survey = ExportSurvey()

  /// A context; what is not said is left out.
  public init(
    title: String = "Timeline", generator: String = "linimasa", resources: String = "",
    query: TimelineQuery = .everything, created: String? = nil, sources: [String] = [], words: DateWords = .english,
    coordinates: PlaceCoordinates = PlaceCoordinates(), types: EventTypeTable? = nil
  ) {
    self.title = title
    self.generator = generator
    self.resources = resources
    self.query = query
    self.created = created
    self.sources = sources
    self.words = words
    self.coordinates = coordinates
    self.types = types
  }

  /// Sources that are named one by one where they are listed for people.
  private static let mostSources = 8

  /// Where the file comes from, as names and values for people; empty where no program is named.
  public var provenance: [(name: String, value: String)] {
    if generator.isEmpty { return [] }
    let filter = query.terms.isEmpty ? "everything" : query.description
    let facts: [(String, String?)] = [
      ("Filter", filter), ("Sources", sources.isEmpty ? nil : sourceList), ("Written", created), ("Program", generator),
      ("Tables", resources.isEmpty ? nil : resources),
    ]
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }

  /// What the file holds and what it leaves out.
  ///
  /// - Parameter leavesOut: what the format cannot hold.
  func contents(_ leavesOut: Set<LeftOut>) -> [(name: String, value: String)] {
    let leftOut = survey.special.filter { leavesOut.contains($0.key) }
    let written = leftOut.values.reduce(survey.entries, -)
    var facts = [("Events", String(written) + (leftOut.isEmpty ? "" : " of \(survey.entries)"))]
    if let days = survey.days { facts.append(("Days", Self.words(days, words))) }
    if survey.entries > 0 { facts.append(("Dates", survey.dates)) }
    facts.append(("Left out", leftOut.isEmpty ? "nothing" : ExportReport.words(leftOut)))
    return facts
  }

  /// Contents and provenance: what stands at the head of a file.
  func facts(_ leavesOut: Set<LeftOut>) -> [(name: String, value: String)] {
    generator.isEmpty ? [] : contents(leavesOut) + provenance
  }

  /// The provenance on one line, for formats in which every row is handed on by itself.
  var signature: String { provenance.map { "\($0.name): \($0.value)" }.joined(separator: "; ") }

  private var sourceList: String {
    let named = sources.prefix(Self.mostSources).joined(separator: ", ")
    return sources.count > Self.mostSources ? named + " and \(sources.count - Self.mostSources) more" : named
  }

  private static func words(_ days: ClosedRange<CivilDay>, _ words: DateWords) -> String {
    let date = EventDate(start: days.lowerBound, end: days.upperBound, precision: .range, basis: .explicit)
    return DateLabel(date, words: words).long
  }
}
