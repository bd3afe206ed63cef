import Temporal
import Text
import Timeline

/// The named actors of `gazetteers/actors.tsv`: states, persons, organizations, groups, forces, agencies, outlets.
struct ActorGazetteer: Sendable {
  /// The rows, in the order of the table.
  let records: [ActorRecord]
  /// The rows of actors without a name of their own, such as journalists: those named in small letters.
  let unnamed: [ActorRecord]
  /// The offices that the phrases of `.office` entries name.
  let offices: [Office]
  private let indexes: [ActorID: Int]
  /// Every name of every actor, in both languages, since outlets mix them.
  let phrases: PhraseList
  /// The actors with names of several words by the key of the first, for joining misspellings.
  let actorsByFirstWord: [UInt64: [Int]]

  init(resources: ResourceFolder) throws(TableError) {
    let columns = [
      "id", "kind", "name_id", "name_en", "aliases_id", "aliases_en", "demonyms_en", "capital", "seat", "parent",
      "roles",
    ]
    let table = try resources.table("gazetteers/actors.tsv", required: columns)
    var builder = Builder()
    for row in table.rows { try builder.addNames(row) }
    for (index, row) in table.rows.enumerated() { try builder.addRoles(row, holder: index) }
    records = builder.records
    unnamed = builder.unnamed
    offices = builder.offices
    indexes = builder.indexes
    phrases = builder.phrases
    var byFirstWord: [UInt64: [Int]] = [:]
    for (index, record) in records.enumerated() where record.englishName.contains(" ") {
      for name in Set([record.indonesianName, record.englishName]).sorted() {
        byFirstWord[Tokenizer.key(of: name), default: []].append(index)
      }
    }
    actorsByFirstWord = byFirstWord
  }

  /// The row of an id; nil where the table has none.
  func index(of id: ActorID) -> Int? { indexes[id] }

  private struct Builder {
    var records: [ActorRecord] = []
    var unnamed: [ActorRecord] = []
    var offices: [Office] = []
    var indexes: [ActorID: Int] = [:]
    var phrases = PhraseList()
    private var names: [(indonesian: [String], english: [String], demonyms: [String])] = []
    private var officeIndexes: [String: Int] = [:]

    mutating func addNames(_ row: TableFile.Row) throws(TableError) {
      let id = ActorID(rawValue: row["id"])
      guard let kind = ActorKind(rawValue: row["kind"]) else { throw row.error("no actor kind {\(row["kind"])}") }
      guard indexes.updateValue(records.count, forKey: id) == nil else { throw row.error("{\(id)} stands twice") }
      let index = Int32(records.count)
      var record = ActorRecord(id: id, kind: kind, indonesianName: row["name_id"], englishName: row["name_en"])
      if !row["parent"].isEmpty { record.parent = ActorID(rawValue: row["parent"]) }
      records.append(record)
      let both = TableLoader.words(row["name_id"]) + TableLoader.words(row["name_en"])
      let inIndonesian = TableLoader.words(row["aliases_id"])
      let inEnglish = TableLoader.words(row["aliases_en"])
      let demonyms = TableLoader.words(row["demonyms_en"])
      let isUnnamed = row["name_en"].first?.isLowercase == true && kind != .person
      if isUnnamed { unnamed.append(record) }
      for words in both + inIndonesian + inEnglish {
        if isUnnamed {
          phrases.add(words, .description, Int32(unnamed.count - 1))
        } else {
          phrases.add(words, .actor, index)
        }
      }
      for words in demonyms { phrases.add(words, .demonym, index) }
      for words in TableLoader.words(row["capital"]) { phrases.add(words, .metonym, index) }
      for words in TableLoader.words(row["seat"]) { phrases.add(words, kind == .state ? .actor : .metonym, index) }
      names.append(([row["name_id"]] + inIndonesian, [row["name_en"]] + inEnglish, demonyms))
    }

    mutating func addRoles(_ row: TableFile.Row, holder: Int) throws(TableError) {
      for role in TableLoader.words(row["roles"]) {
        let parts = role.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5 else { throw row.error("a role has five parts: {\(role)}") }
        guard let of = indexes[ActorID(rawValue: parts[2])] else { throw row.error("no actor {\(parts[2])}") }
        let term = Office.Term(
          holder: holder, from: Self.day(parts[3], endOfUnit: false), to: Self.day(parts[4], endOfUnit: true))
        for phrase in phrases(office: parts[0], parts[1], of: of).sorted() { add(term, to: phrase) }
      }
    }

    private mutating func add(_ term: Office.Term, to phrase: String) {
      let name = LatinFolding.fold(phrase)
      if let index = officeIndexes[name] {
        offices[index].terms.append(term)
      } else {
        officeIndexes[name] = offices.count
        phrases.add(phrase, .office, Int32(offices.count))
        offices.append(Office(terms: [term]))
      }
    }

    private func phrases(office indonesian: String, _ english: String, of index: Int) -> Set<String> {
      var result: Set<String> = []
      let bare = { (words: String) in words.hasPrefix("=") ? String(words.dropFirst()) : words }
      for name in names[index].indonesian where !indonesian.isEmpty { result.insert("\(indonesian) \(bare(name))") }
      for name in names[index].english.map(bare) where !english.isEmpty {
        result.formUnion([
          "\(name) \(english)", "\(name)'s \(english)", "\(name)’s \(english)", "\(english) of \(name)",
        ])
      }
      for name in names[index].demonyms where !english.isEmpty { result.insert("\(name) \(english)") }
      return result
    }

    /// A day of `2024-10-01`, `2024-10` or `2024`, a coarser one at its first or its last day.
    private static func day(_ text: String, endOfUnit: Bool) -> CivilDay? {
      if let day = CivilDay(iso: text) { return day }
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard let year = parts.first else { return nil }
      let month = parts.count > 1 ? parts[1] : endOfUnit ? 12 : 1
      guard (1...12).contains(month) else { return nil }
      return CivilDay(year: year, month: month, day: endOfUnit ? CivilDay.days(inMonth: month, of: year) : 1)
    }
  }
}
