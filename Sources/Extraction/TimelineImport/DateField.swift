import Temporal
import Text
import Timeline

/// Reads a text that is a date and nothing else: a cell of a table, what a person types. The date is as fine as the text
/// and no finer: `before 5 May 2024` is no fifth of May.
///
/// ```swift
/// let field = try DateField(resources: resources, dates: dates)
/// field.read("sebelum 5 Mei 2024", published: nil)?.date.end  // 2024-05-04
/// ```
public struct DateField: Sendable {
  private enum Meaning: String { case before, until, after, from, about, exact }

  /// A date and what of the text it leaves unread.
  public struct Found: Sendable {
    /// The date.
    public var date: EventDate
    /// Words that were not understood; empty where all were.
    public var rest: String
  }

  private let dates: DateReader
  private let bounds: [(words: [String], meaning: Meaning)]

  /// Loads `import/bounds.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder, dates: DateReader) throws(TableError) {
    self.dates = dates
    var bounds: [(words: [String], meaning: Meaning)] = []
    for row in try resources.table("import/bounds.tsv", required: ["words", "means", "example", "date"]).rows {
      guard let meaning = Meaning(rawValue: row["means"]) else { throw row.error("no meaning {\(row["means"])}") }
      bounds.append((SearchText.words(of: row["words"]), meaning))
    }
    self.bounds = bounds.sorted { $0.words.count > $1.words.count }
  }

  /// The date of a text; nil where it names no day.
  ///
  /// - Parameter language: what is tried first; another one that understands more of the text is better.
  public func read(_ text: String, published: CivilDay?, language: LanguageCode? = nil) -> Found? {
    var best: Found?
    for language in [language] + dates.languages.filter({ $0 != language }) {
      guard let found = read(text, published, in: language) else { continue }
      if found.rest.isEmpty { return found }
      if best.map({ found.rest.utf8.count < $0.rest.utf8.count }) ?? true { best = found }
    }
    return best
  }

  private func read(_ text: String, _ published: CivilDay?, in language: LanguageCode?) -> Found? {
    let source = SourceText(text)
    let timexes = dates.read(source, published: published, language: language).timexes
    guard let timex = timexes.first(where: { $0.days != nil }), var date = EventDate(read: timex, words: text) else {
      return nil
    }
    let before = SearchText.words(of: source[TextSpan(0, timex.span.start)])
    let after = SearchText.words(of: source[TextSpan(timex.span.end, source.count)])
    guard let bound = bounds.first(where: { before.suffix($0.words.count) == $0.words[...] }) else {
      return Found(date: date, rest: (before + after).joined(separator: " "))
    }
    date = Self.bounded(date, bound.meaning)
    let rest = before.dropLast(bound.words.count) + after
    return Found(date: date, rest: rest.joined(separator: " "))
  }

  private static func bounded(_ date: EventDate, _ meaning: Meaning) -> EventDate {
    guard let first = date.start, let last = date.end else { return date }
    var date = date
    switch meaning {
    case .exact: return date
    case .about: date.precision = .period
    case .before: (date.start, date.end, date.precision) = (nil, first - 1, .before)
    case .until: (date.start, date.end, date.precision) = (nil, last, .before)
    case .after: (date.start, date.end, date.precision) = (last + 1, nil, .after)
    case .from: (date.start, date.end, date.precision) = (first, nil, .after)
    }
    if meaning != .about { date.time = nil }
    return date
  }
}
