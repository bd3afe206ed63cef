import Foundation
import GRDB

/// Bytes as a value of a column.
struct Stored: DatabaseValueConvertible {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Stored? {
    Data.fromDatabaseValue(value).map { Stored(Array($0)) }
  }
}
