import Text

/// The words that begin the lines of an article's head: `articles/labels.tsv`.
struct HeaderLabels: Sendable {
  /// What a labelled line tells.
  enum Field: String {
    /// The headline.
    case title
    /// Who publishes it.
    case outlet
    /// When it was published.
    case published
    /// Who wrote it, and whatever else is no part of the article.
    case author
  }

  private let labels: PhraseTable<Field>

  /// Loads the table.
  ///
  /// - Throws: `TableError` at a field that does not exist.
  init(resources: ResourceFolder) throws(TableError) {
    var labels = PhraseTable<Field>()
    for row in try resources.table("articles/labels.tsv", required: ["label", "field", "example"]).rows {
      guard let field = Field(rawValue: row["field"]) else { throw row.error("no field {\(row["field"])}") }
      labels.insert(row["label"], field)
    }
    self.labels = labels
  }

  /// What `line` tells, and the rest of it; nil where it begins with no label.
  func read(_ line: String) -> (field: Field, rest: String)? {
    let text = SourceText(line)
    let tokens = Tokenizer.tokens(of: text)
    guard let match = labels.match(tokens, at: 0), let field = match.payloads.first else { return nil }
    let rest = text[TextSpan(Int(tokens[match.length - 1].end), text.count)]
    return (field, String(rest.drop { $0 == " " || $0 == ":" || $0 == "\t" }))
  }
}
