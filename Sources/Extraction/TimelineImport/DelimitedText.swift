/// A table of delimited text (RFC 4180), read generously: commas, semicolons or tabs, any line end, a byte order mark.
struct DelimitedText {
  /// A record and the line on which it begins.
  struct Record {
    var line: Int
    var cells: [String]
  }

  /// The records, without those that are nothing but blanks.
  private(set) var records: [Record] = []

  /// Reads a text.
  ///
  /// - Parameter delimiter: the character between cells; none: what the first line has most of.
  init(_ text: String, delimiter: Unicode.Scalar? = nil) {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let delimiter = delimiter ?? Self.guess(scalars)
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuoted = false
    var (line, start) = (1, 1)
    func isBlank(_ cells: [String]) -> Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    func endCell() {
      cells.append(String(cell))
      cell = String.UnicodeScalarView()
      wasQuoted = false
    }
    func endRecord() {
      endCell()
      if !isBlank(cells) { records.append(Record(line: start, cells: cells)) }
      cells = []
    }
    while let scalar = scalars.popFirst() {
      if scalar == "\n" || scalar == "\r" && scalars.first != "\n" { line += 1 }
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append(scalar)
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", cell.isEmpty, !wasQuoted {
        isQuoted = true
        wasQuoted = true
      } else if scalar == delimiter {
        endCell()
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", scalars.first == "\n" {
          scalars.removeFirst()
          line += 1
        }
        endRecord()
        start = line
      } else {
        cell.append(scalar)
      }
    }
    if !cell.isEmpty || !cells.isEmpty { endRecord() }
  }

  private static func guess(_ scalars: String.UnicodeScalarView.SubSequence) -> Unicode.Scalar {
    let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
    func count(_ scalar: Unicode.Scalar) -> Int { head.count { $0 == scalar } }
    return ["\t", ";"].first { count($0) > count(",") } ?? ","
  }
}
