import Text

/// Reads the dates of a text: the one entry to this module.
///
/// ```swift
/// let reader = try DateReader(resources: resources)
/// let found = reader.read(SourceText("Kamis (24/10/2024)"), published: CivilDay(iso: "2024-10-28"))
/// found.timexes[0].value  // "2024-10-24"
/// ```
public struct DateReader: Sendable {
  private let packs: [LanguagePack]
  private let guess: LanguageGuess
  private let damage: DamageTable
  private let hijri: HijriCalendar
  private let wars: [CivilDay]

  /// Loads the language packs below `languages/` and the tables below `dates/`.
  ///
  /// - Throws: `TableError` at the first bad row, as a compiler would name it.
  public init(resources: ResourceFolder) throws(TableError) {
    damage = try DamageTable(
      resources.table("dates/damage.tsv", required: ["kind", "change", "cost", "example", "means"]))
    hijri = try HijriCalendar(resources.table("dates/hijri.tsv", required: ["year", "month", "first"]))
    wars = try Self.firstDays(resources.table("dates/wars.tsv", required: ["war", "first"]))
    var packs: [LanguagePack] = []
    for name in resources.names(in: "languages") {
      packs.append(try LanguagePack(code: LanguageCode(rawValue: name), resources: resources))
    }
    if packs.isEmpty { throw TableError(place: "languages", message: "no language in \(resources.path)") }
    self.packs = packs
    guess = LanguageGuess(packs)
  }

  private static func firstDays(_ table: TableFile) throws(TableError) -> [CivilDay] {
    try table.rows.map { (row) throws(TableError) in
      guard let first = CivilDay(iso: row["first"]) else { throw row.error("needs a first day YYYY-MM-DD") }
      return first
    }
  }

  /// The language that a text is in, by its commonest words.
  public func language(of text: SourceText) -> LanguageCode { packs[guess.best(for: text)].code }

  /// The languages that are known.
  public var languages: [LanguageCode] { packs.map(\.code) }

  /// Finds and reads every date expression of `text`.
  ///
  /// - Parameters:
  ///   - published: the document creation time; nil where it is not known, and then it is inferred from the text.
  ///   - language: nil, or one that is not known, lets the text decide.
  ///   - genre: whether expressions count from the publication day or from the running date of a history.
  ///   - explains: whether each expression carries the steps from its words to its days.
  public func read(
    _ text: SourceText, published: CivilDay?, language: LanguageCode? = nil, genre: TextGenre = .auto,
    explains: Bool = true
  ) -> DatedText {
    let pack = packs.first { $0.code == language } ?? packs[guess.best(for: text)]
    let tagging = Tagger.tag(text, with: pack, damage: damage)
    let explicit = ExplicitDays(tagging, text)
    let day = published ?? explicit.publication
    let pass = NormalizationPass(
      tagging: tagging, text: text,
      normalizer: Normalizer(
        pack: pack, hijri: hijri,
        repairer: Repairer(damage: damage, monthFirst: pack.monthFirst, neighbors: explicit.sorted), wars: wars),
      published: day, isNarrative: genre.isNarrative(explicit, published: published), explains: explains)
    return DatedText(
      timexes: pass.timexes(), published: day,
      publishedBasis: published != nil ? .publication : day != nil ? .inferred : .none, language: pack.code)
  }
}

/// What kind of text is read, which decides where relative expressions count from.
public enum TextGenre: String, Sendable, Hashable, CaseIterable {
  /// From the publication day.
  case news
  /// From the running date of the text.
  case narrative
  /// As the dates of the text suggest.
  case auto

  /// A text is a history where it is dated by the calendar and hardly by a publication day, and where its years lie
  /// nearly all years before its publication or, if that is not told, no day is stamped on it and its years spread.
  func isNarrative(_ explicit: ExplicitDays, published: CivilDay?) -> Bool {
    switch self {
    case .news: return false
    case .narrative: return true
    case .auto:
      guard explicit.years.count >= 3, explicit.calendarDates >= 6,
        explicit.newsDates * 6 <= explicit.calendarDates
      else { return false }
      guard let published = published ?? explicit.stamped else {
        return (explicit.years.max() ?? 0) > (explicit.years.min() ?? 0)
      }
      if let latest = explicit.latest, latest > published - 60 { return false }
      let old = explicit.years.count { $0 < published.year - 2 }
      return old * 10 >= explicit.years.count * 8
    }
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
