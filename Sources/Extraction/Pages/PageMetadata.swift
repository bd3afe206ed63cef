import Text

/// What a page says of itself for machines: in its head, in properties, in linked data.
struct PageMetadata {
  /// A field of the page that machines are to read.
  enum Field: String, CaseIterable {
    case published, title, outlet, handle, address
  }

  /// The best value of each field, with the name that gave it and its rank.
  private var values: [Field: (value: String, name: String, rank: Int)] = [:]
  /// What browsers show as the title.
  var title: String?
  /// What schema.org's vocabulary says of the article.
  var linkedData = LinkedData()

  /// A field's value.
  subscript(field: Field) -> String? { values[field]?.value }

  /// The name of the metadata that gave a field its value.
  func name(of field: Field) -> String? { values[field]?.name }

  /// Takes a value where none as good is known.
  mutating func offer(_ value: String, for field: Field, name: String, rank: Int) {
    guard !value.isEmpty, values[field].map({ rank < $0.rank }) ?? true else { return }
    values[field] = (value, name, rank)
  }
}

/// The names of metadata that tell something of an article (`pages/metadata.tsv`).
struct MetadataNames: Sendable {
  private var fields: [String: (field: PageMetadata.Field, rank: Int)] = [:]

  /// Reads `pages/metadata.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  init(resources: ResourceFolder) throws(TableError) {
    for row in try resources.table("pages/metadata.tsv", required: ["name", "field", "rank"]).rows {
      guard let field = PageMetadata.Field(rawValue: row["field"]) else {
        throw row.error("\(row["field"]) is no field of a page")
      }
      guard let rank = Int(row["rank"]) else { throw row.error("\(row["rank"]) is no rank") }
      fields[row["name"]] = (field, rank)
    }
  }

  /// What the metadata of a name tells; nil where that is nothing of use. Capitals do not matter.
  func field(_ name: ArraySlice<UInt8>) -> (field: PageMetadata.Field, rank: Int)? {
    fields[String(decoding: name.map(MarkupScanner.lowercased), as: UTF8.self)]
  }
}
