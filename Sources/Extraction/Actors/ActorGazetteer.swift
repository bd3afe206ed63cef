import Temporal
import Text
import Timeline

/// The named actors of `gazetteers/actors.tsv`: states, persons, organizations, groups, forces, agencies, outlets.
///
/// A class only so that handing it on costs one reference; it never changes.
final class ActorGazetteer: Sendable {
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
  /// The persons by the consonants of their surname, for names of which both words are misspelt.
  let personsBySkeleton: [[UInt8]: [Int]]

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
    actorsByFirstWord = builder.actorsByFirstWord
    personsBySkeleton = builder.personsBySkeleton
  }

  /// The row of an id; nil where the table has none.
  func index(of id: ActorID) -> Int? { indexes[id] }

  private struct Builder {
    var records: [ActorRecord] = []
    var unnamed: [ActorRecord] = []
    var offices: [Office] = []
    var indexes: [ActorID: Int] = [:]
    var phrases = PhraseList()
    var actorsByFirstWord: [UInt64: [Int]] = [:]
    var personsBySkeleton: [[UInt8]: [Int]] = [:]
    private var names: [Names] = []
    /// Offices by the hash of their words.
    private var officeIndexes: [UInt64: Int] = [:]

    /// The names of an actor, as numbers of phrases.
    private struct Names {
      let indonesian: Range<Int>
      let english: Range<Int>
      let demonyms: Range<Int>
    }

    mutating func addNames(_ row: TableFile.Row) throws(TableError) {
      let id = ActorID(rawValue: row["id"])
      guard let kind = ActorKind(rawValue: row["kind"]) else { throw row.error("no actor kind {\(row["kind"])}") }
      guard indexes.updateValue(records.count, forKey: id) == nil else { throw row.error("{\(id)} stands twice") }
      let index = Int32(records.count)
      var record = ActorRecord(id: id, kind: kind, indonesianName: row["name_id"], englishName: row["name_en"])
      let parent = row["parent"]
      if !parent.isEmpty { record.parent = ActorID(rawValue: parent) }
      records.append(record)
      let isUnnamed = record.englishName.first?.isLowercase == true && kind != .person
      if isUnnamed { unnamed.append(record) }
      let table = isUnnamed ? LexicalTable.description : .actor
      let number = isUnnamed ? Int32(unnamed.count - 1) : index
      let indonesian = add([record.indonesianName, row["aliases_id"]], table, number)
      let english = add([record.englishName, row["aliases_en"]], table, number)
      let demonyms = add([row["demonyms_en"]], .demonym, index)
      _ = add([row["capital"]], .metonym, index)
      _ = add([row["seat"]], kind == .state ? .actor : .metonym, index)
      names.append(Names(indonesian: indonesian, english: english, demonyms: demonyms))
      if record.englishName.utf8.contains(UInt8(ascii: " ")) { fileByFirstWord(indonesian, english, Int(index)) }
      if kind == .person { fileBySurname(record, Int(index)) }
    }

    /// Adds the phrases of some cells.
    private mutating func add(_ cells: [String], _ table: LexicalTable, _ row: Int32) -> Range<Int> {
      let first = phrases.phrases.count
      for cell in cells {
        for words in TableLoader.words(cell) { phrases.add(words, table, row) }
      }
      return first..<phrases.phrases.count
    }

    private mutating func fileByFirstWord(_ indonesian: Range<Int>, _ english: Range<Int>, _ index: Int) {
      for names in [indonesian, english] {
        guard let name = names.first else { continue }
        let key = phrases.keys[phrases.phrases[name].words.lowerBound]
        if actorsByFirstWord[key]?.last != index { actorsByFirstWord[key, default: []].append(index) }
      }
    }

    private mutating func fileBySurname(_ record: ActorRecord, _ index: Int) {
      guard let space = record.englishName.lastIndex(of: " ") else { return }
      let surname = LatinFolding.fold(String(record.englishName[space...].dropFirst()))
      personsBySkeleton[NameSimilarity.consonants(surname), default: []].append(index)
    }

    mutating func addRoles(_ row: TableFile.Row, holder: Int) throws(TableError) {
      for role in TableLoader.words(row["roles"]) {
        let parts = role.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5 else { throw row.error("a role has five parts: {\(role)}") }
        guard let of = indexes[ActorID(rawValue: parts[2])] else { throw row.error("no actor {\(parts[2])}") }
        let term = Office.Term(
          holder: holder, from: Self.day(parts[3], endOfUnit: false), to: Self.day(parts[4], endOfUnit: true))
        add(term, indonesian: PhraseList.keys(of: parts[0]), english: PhraseList.keys(of: parts[1]), of: names[of])
      }
    }

    /// Files a term under every phrase for the office. There are ten thousand of them: they are put together from the
    /// words of the title and of the names, which are cut already.
    private mutating func add(_ term: Office.Term, indonesian: [UInt64], english: [UInt64], of names: Names) {
      for name in names.indonesian where !indonesian.isEmpty { add(term, to: indonesian + words(name)) }
      if english.isEmpty { return }
      for name in names.english {
        let owner = words(name)
        add(term, to: owner + english)
        add(term, to: owner + Self.possessive + english)
        add(term, to: owner + Self.curlyPossessive + english)
        add(term, to: english + Self.of + owner)
      }
      for name in names.demonyms { add(term, to: words(name) + english) }
    }

    /// The words of a name, in memory of their own: a slice would make the list copy itself when it grows.
    private func words(_ name: Int) -> [UInt64] { Array(phrases.keys[phrases.phrases[name].words]) }

    private static let possessive = PhraseList.keys(of: "'s")
    private static let curlyPossessive = PhraseList.keys(of: "’s")
    private static let of = PhraseList.keys(of: "of")

    private mutating func add(_ term: Office.Term, to words: [UInt64]) {
      let name = words.reduce(WordKey.start) { ($0 ^ $1) &* 0x9e37_79b9_7f4a_7c15 ^ $0 >> 29 }
      if let index = officeIndexes[name] {
        if offices[index].terms.last != term { offices[index].terms.append(term) }
      } else {
        officeIndexes[name] = offices.count
        phrases.add(words, .office, Int32(offices.count))
        offices.append(Office(terms: [term]))
      }
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
