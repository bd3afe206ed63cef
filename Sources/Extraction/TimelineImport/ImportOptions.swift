import Temporal
import Text

/// How a foreign file is read; what is not said is found out.
public struct ImportOptions: Sendable {
  /// The format.
  public var format: ImportFormat?
  /// The names of columns by the field that they tell.
  public var columns: [ImportField: String]
  /// The character between the cells of a table.
  public var delimiter: Unicode.Scalar?
  /// The language of the words, which decides the order of day and month.
  public var language: LanguageCode?
  /// The day from which dates in words count where a row tells none.
  public var published: CivilDay?
  /// Told now and then how many rows have been read.
  public var progress: @Sendable (_ rows: Int) -> Void = { _ in }

  /// Options.
  public init(
    format: ImportFormat? = nil, columns: [ImportField: String] = [:], delimiter: Unicode.Scalar? = nil,
    language: LanguageCode? = nil, published: CivilDay? = nil
  ) {
    self.format = format
    self.columns = columns
    self.delimiter = delimiter
    self.language = language
    self.published = published
  }
}

/// What a foreign file is.
public enum ImportFormat: String, Sendable, Hashable, CaseIterable {
  /// The JSON of TimelineJS 3.
  case timelinejs
  /// A table of delimited text with a line of column names.
  case csv
  /// What `export --format jsonl` and `extract` write.
  case jsonl
}
