import GRDB
import Temporal
import Timeline

extension TimelineEntry {
  /// The columns from which an entry is read.
  static let columns = "e.day, e.rank, e.id, e.row"

  /// An entry from a row of those columns.
  init(row: Row) throws {
    let day: Int32 = row[0]
    let rank: Int16 = row[1]
    var unpacker = Unpacker((row[3] as Stored).bytes)
    self = try unpacker.value(PackedEntry.self).entry
    key = TimelineKey(day: CivilDay(number: day), rank: rank, id: row[2])
  }

  /// The entry of that id; nil where it is gone.
  static func fetch(_ database: Database, id: Int64) throws -> TimelineEntry? {
    let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM entry e WHERE e.id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { try TimelineEntry(row: $0) }
  }
}
