import Text
import Timeline

/// Reads the tables below `events/` and refuses a bad row by its place.
struct TableLoader {
  let resources: ResourceFolder
  private(set) var triggers: [TriggerRow] = []
  private(set) var descriptions: [ActorRecord] = []
  private(set) var organs: [Bool] = []
  private(set) var titles: [TitleKind] = []
  private(set) var units: [String] = []
  private(set) var phrases: [LanguageCode: PhraseList] = [:]
  private var objectClasses: [String: Int] = [:]

  /// - Parameter unnamed: the descriptions that the gazetteer has already given numbers to.
  init(resources: ResourceFolder, unnamed: [ActorRecord]) {
    self.resources = resources
    descriptions = unnamed
    organs = Array(repeating: false, count: unnamed.count)
  }

  mutating func loadTriggers(_ language: LanguageCode) throws(TableError) {
    if objectClasses.isEmpty { try loadObjects() }
    let types = try EventTypeTable(resources: resources)
    let columns = ["type", "subtype", "active", "passive", "postposed", "noun", "object", "example"]
    let table = try resources.table("events/triggers.\(language).tsv", required: columns)
    for row in table.rows {
      let name = row["type"]
      let type = EventType(rawValue: name)
      guard name == "-" || types[type] != nil else { throw row.error("no event type {\(name)}") }
      var objects: UInt64 = 0
      for name in Self.words(row["object"]) {
        guard let index = objectClasses[name] else { throw row.error("no object class {\(name)}") }
        objects |= 1 << UInt64(index)
      }
      let index = triggers.count
      triggers.append(
        TriggerRow(
          type: name == "-" ? nil : type, subtype: row["subtype"].isEmpty ? nil : row["subtype"], objects: objects,
          frame: RoleFrame(type: name, subtype: row["subtype"]), scope: Self.scope(name, row["subtype"])))
      for (form, column) in zip(TriggerForm.allCases, ["active", "passive", "postposed", "noun"]) {
        add(row[column], .trigger, Int32(index * 4) + form.rawValue, language)
      }
    }
  }

  mutating func loadCues(_ language: LanguageCode) throws(TableError) {
    let table = try resources.table("events/cues.\(language).tsv", required: ["kind", "words", "example"])
    for row in table.rows {
      guard let cue = Cue(name: row["kind"]) else { throw row.error("no cue {\(row["kind"])}") }
      add(row["words"], .cue, cue.rawValue, language)
    }
  }

  mutating func loadCredits(_ language: LanguageCode) throws(TableError) {
    let table = try resources.table("events/attribution.\(language).tsv", required: ["kind", "words", "example"])
    for row in table.rows {
      guard let credit = Credit(name: row["kind"]) else { throw row.error("no attribution {\(row["kind"])}") }
      add(row["words"], .credit, credit.rawValue, language)
    }
  }

  mutating func loadTitles() throws(TableError) {
    let table = try resources.table("events/titles.tsv", required: ["kind", "language", "words", "example"])
    for row in table.rows {
      guard let kind = TitleKind(rawValue: row["kind"]) else { throw row.error("no title kind {\(row["kind"])}") }
      add(row["words"], .title, Int32(titles.count), LanguageCode(rawValue: row["language"]))
      titles.append(kind)
    }
  }

  mutating func loadDescriptions() throws(TableError) {
    let columns = ["id", "kind", "name_id", "name_en", "words_id", "words_en", "organ"]
    for row in try resources.table("events/descriptions.tsv", required: columns).rows {
      guard let kind = ActorKind(rawValue: row["kind"]) else { throw row.error("no actor kind {\(row["kind"])}") }
      for language in ExtractionTables.languages {
        add(row["words_\(language)"], .description, Int32(descriptions.count), language)
      }
      descriptions.append(
        ActorRecord(
          id: ActorID(rawValue: row["id"]), kind: kind, indonesianName: row["name_id"], englishName: row["name_en"]))
      organs.append(row["organ"] == "state")
    }
  }

  mutating func loadUnits() throws(TableError) {
    for row in try resources.table("events/units.tsv", required: ["unit", "id", "en"]).rows {
      for language in ExtractionTables.languages { add(row["\(language)"], .unit, Int32(units.count), language) }
      units.append(row["unit"])
    }
  }

  /// The bit of a class of things; 0 where no table has it.
  func objectClass(_ name: String) -> UInt64 { objectClasses[name].map { 1 << UInt64($0) } ?? 0 }

  private mutating func loadObjects() throws(TableError) {
    for row in try resources.table("events/objects.tsv", required: ["class", "id", "en"]).rows {
      let index = objectClasses.count
      guard index < 64 else { throw row.error("more than 64 object classes") }
      objectClasses[row["class"]] = index
      for language in ExtractionTables.languages { add(row["\(language)"], .object, Int32(index), language) }
    }
  }

  private mutating func add(_ cell: String, _ table: LexicalTable, _ row: Int32, _ language: LanguageCode) {
    for words in Self.words(cell) { phrases[language, default: PhraseList()].add(words, table, row) }
  }

  /// The words of a cell, which `|` separates.
  static func words(_ cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }

  private static func scope(_ type: String, _ subtype: String) -> ReportScope {
    switch (type, subtype) {
    case ("statement", _), ("accuse", _), ("briefing", _): .claim
    case ("reject", "deny"): .denial
    case ("reject", _), ("threaten", _), ("demand", _), ("agree", _): .irrealis
    default: .none
    }
  }
}
