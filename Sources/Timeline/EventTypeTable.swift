import Text

/// The types of event in the order of `events/types.tsv`: what each is called and how it is drawn.
///
/// ```swift
/// let types = try EventTypeTable(resources: resources)
/// types[EventType(rawValue: "attack")]?.name(.english)  // "attack"
/// ```
public struct EventTypeTable: Sendable {
  /// One row.
  public struct Entry: Sendable, Hashable {
    /// The code.
    public let type: EventType
    /// The mark in a list, one column wide.
    public let mark: String
    /// The mark where only ASCII can be shown.
    public let asciiMark: String
    /// The class of meaning that decides the color: `force`, `speech`.
    public let hue: String
    private let englishDefinition: String
    private let indonesianDefinition: String
    private let indonesianName: String
    private let englishName: String

    init(row: TableFile.Row) {
      type = EventType(rawValue: row["code"])
      mark = row["mark"]
      asciiMark = row["ascii"]
      hue = row["hue"]
      englishDefinition = row["definition_en"]
      indonesianDefinition = row["definition_id"]
      indonesianName = row["name_id"]
      englishName = row["name_en"]
    }

    /// What the type is called; English where the language has no name.
    public func name(_ language: LanguageCode) -> String {
      language == .indonesian ? indonesianName : englishName
    }

    /// What falls under the type; in English where the language has no words for it.
    public func definition(_ language: LanguageCode) -> String {
      language == .indonesian ? indonesianDefinition : englishDefinition
    }
  }

  /// Every type.
  public let entries: [Entry]
  private let indexes: [EventType: Int]

  /// Loads `events/types.tsv`.
  ///
  /// - Throws: `TableError` at a row without a code, a name or a mark, and at a code that stands twice.
  public init(resources: ResourceFolder) throws(TableError) {
    let columns = ["code", "name_id", "name_en", "mark", "ascii", "hue", "definition_en", "definition_id"]
    let table = try resources.table("events/types.tsv", required: columns)
    var entries: [Entry] = []
    var indexes: [EventType: Int] = [:]
    for row in table.rows {
      if let column = columns.first(where: { row[$0].isEmpty }) { throw row.error("no {\(column)}") }
      let entry = Entry(row: row)
      if indexes.updateValue(entries.count, forKey: entry.type) != nil {
        throw row.error("the type \(entry.type) stands twice")
      }
      entries.append(entry)
    }
    self.entries = entries
    self.indexes = indexes
  }

  /// The row of `type`; nil where the table has none.
  public subscript(type: EventType) -> Entry? { indexes[type].map { entries[$0] } }
}
