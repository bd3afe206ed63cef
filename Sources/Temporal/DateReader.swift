import Text

/// Reads the dates of a text: the one entry to this module.
///
/// ```swift
/// let reader = try DateReader(resources: resources)
/// let found = reader.read(SourceText("Kamis (24/10/2024)"), published: CivilDay(iso: "2024-10-28"))
/// found.timexes[0].value  // "2024-10-24"
/// ```
public struct DateReader: Sendable {
  /// Loads the language packs below `languages/`.
  ///
  /// - Throws: `TableError` at the first bad row, as a compiler would name it.
  public init(resources: ResourceFolder) throws(TableError) {}

  /// Finds and reads every date expression of `text`.
  ///
  /// - Parameters:
  ///   - published: the document creation time; nil where it is not known, and then it is inferred from the text.
  ///   - language: nil lets the text decide.
  public func read(_ text: SourceText, published: CivilDay?, language: LanguageCode? = nil) -> DatedText {
    DatedText(timexes: [], published: published, publishedBasis: .none, language: language ?? .indonesian)
  }
}

/// What `DateReader` found in a text.
public struct DatedText: Sendable {
  /// The expressions, in the order of the text, none overlapping.
  public var timexes: [Timex3]
  /// The publication day, given or inferred; nil where neither.
  public var published: CivilDay?
  /// `.publication` where it was given, `.inferred` where it was concluded from the text, `.none`.
  public var publishedBasis: Basis
  /// The language that was given or found.
  public var language: LanguageCode

  /// What was found.
  public init(timexes: [Timex3], published: CivilDay?, publishedBasis: Basis, language: LanguageCode) {
    self.timexes = timexes
    self.published = published
    self.publishedBasis = publishedBasis
    self.language = language
  }
}
