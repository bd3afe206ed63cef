import Text
import Timeline

/// The places of `gazetteers/places.tsv`. A class only so that handing it on costs one reference; it never changes.
final class PlaceGazetteer: Sendable {
  /// A place.
  struct Record: Sendable {
    let id: String
    let indonesianName: String
    let englishName: String
    /// The state that it lies in; nil where that is disputed or none.
    let country: ActorID?

    /// The name to show.
    func name(_ language: LanguageCode) -> String {
      language == .indonesian || englishName.isEmpty ? indonesianName : englishName
    }
  }

  /// The rows, in the order of the table.
  let records: [Record]
  /// Every name of every place.
  let phrases: PhraseList

  init(resources: ResourceFolder) throws(TableError) {
    let table = try resources.table(
      "gazetteers/places.tsv", required: ["id", "name_id", "name_en", "aliases", "country"])
    var records: [Record] = []
    var phrases = PhraseList()
    for row in table.rows {
      let columns = ["name_id", "name_en", "aliases"]
      for words in Set(columns.flatMap { TableLoader.words(row[$0]) }).sorted() {
        phrases.add(words, .place, Int32(records.count))
      }
      let country = row["country"].isEmpty ? nil : ActorID(rawValue: row["country"])
      records.append(
        Record(id: row["id"], indonesianName: row["name_id"], englishName: row["name_en"], country: country))
    }
    self.records = records
    self.phrases = phrases
  }
}
