import Text
import Timeline

/// Which column of a table tells which field.
struct ColumnMap {
  /// The columns' numbers.
  private(set) var columns: [ImportField: Int] = [:]
  private let header: [String]

  /// Guesses from the header, where nothing else is said.
  ///
  /// - Parameters:
  ///   - names: the names that columns may have, surest first, in the order in which fields choose.
  ///   - chosen: the columns that the user names.
  /// - Throws: `ImportError` at a column that is not there.
  init(
    header: [String], names: [(field: ImportField, names: [String])], chosen: [ImportField: String]
  ) throws(ImportError) {
    self.header = header
    let folded = header.map(SearchText.name)
    var taken: Set<Int> = []
    for (field, name) in chosen {
      guard let column = header.firstIndex(of: name) ?? folded.firstIndex(of: SearchText.name(name)) else {
        throw ImportError("no column is called \"\(name)\"; there are \(header.joined(separator: ", "))")
      }
      columns[field] = column
      taken.insert(column)
    }
    for (field, names) in names where columns[field] == nil {
      let column = names.lazy.compactMap { name in folded.indices.first { folded[$0] == name && !taken.contains($0) } }
      guard let found = column.first else { continue }
      columns[field] = found
      taken.insert(found)
    }
  }

  /// The fields of a record; blank cells tell nothing.
  func fields(_ cells: [String]) -> [ImportField: String] {
    columns.compactMapValues { column in
      guard cells.indices.contains(column) else { return nil }
      let text = cells[column]
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
  }

  /// What is understood and what is not: `date=Datum, summary=Judul; not used: Nomor`.
  var description: String {
    let used = ImportField.allCases.compactMap { field in columns[field].map { "\(field.rawValue)=\(header[$0])" } }
    let rest = header.indices.filter { !columns.values.contains($0) }.map { header[$0] }
    return used.joined(separator: ", ") + (rest.isEmpty ? "" : "; not used: \(rest.joined(separator: ", "))")
  }
}
