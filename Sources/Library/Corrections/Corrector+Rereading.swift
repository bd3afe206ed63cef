import GRDB
import Timeline

extension Corrector {
  /// Puts another reading of an article in the place of the one that is stored. An event that is told as before stays in
  /// its entry; one that is not is compared with other reports anew.
  mutating func replace(article id: Int64, by reading: Rereading, prepared: PreparedArticle) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT entry, ordinal, number FROM mention WHERE article = ?", arguments: [id])
    let mentions = rows.map { (entry: $0[0] as Int64, ordinal: $0[1] as Int, number: $0[2] as Int) }
    let touched = Set(mentions.map(\.entry)).sorted()
    for entry in touched { try erase(entry) }
    try store(prepared, as: id)
    var numbers: [Int: Int] = [:]
    for number in reading.after.events.indices where reading.isKept(number) {
      if let former = reading.formerNumbers[number] { numbers[former] = number }
    }
    for mention in mentions {
      if let number = numbers[mention.number] {
        try database.execute(
          sql: "UPDATE mention SET number = ? WHERE entry = ? AND ordinal = ?",
          arguments: [number, mention.entry, mention.ordinal])
      } else {
        try database.execute(
          sql: "DELETE FROM mention WHERE entry = ? AND ordinal = ?", arguments: [mention.entry, mention.ordinal])
      }
    }
    for entry in touched { try write(entry) }
    try entries.finish()
    var writer = try ArticleWriter(database)
    try writer.file(prepared, id: id, numbers: reading.after.events.indices.filter { !reading.isKept($0) })
    try writer.finish()
    forget()
  }

  private mutating func store(_ prepared: PreparedArticle, as id: Int64) throws {
    let article = prepared.annotated.article
    try database.execute(
      sql: "UPDATE article SET fingerprint = ?, published = ?, content = ? WHERE id = ?",
      arguments: [prepared.fingerprint, article.publication.day?.number, Stored(prepared.content), id])
    forget()
  }
}
