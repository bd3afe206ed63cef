/// Reads RFC 4180, written apart from the writer so that the two check each other.
enum CSVReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
          cell += "\""
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" {
        row.append(cell)
        cell = ""
        if scalar == "\r" {
          rows.append(row)
          row = []
          index += 1
        }
      } else {
        cell.unicodeScalars.append(scalar)
      }
      index += 1
    }
    return rows
  }
}
