import ArgumentParser
import Extraction
import Foundation
import Library
import Synchronization
import Temporal
import Text
import Timeline

/// `linimasa import`: timelines that others have made.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes events over from TimelineJS, tables and linimasa's own JSON Lines.",
    discussion: """
      Dates are read as those of articles are and stay as fine as they were written. Columns are known by their names; \
      --map names those that are not, by date, end, precision, time, type, status, summary, speakers, subjects, targets, \
      recipients, place, url, title, outlet, published or evidence. Importing the same file again changes nothing.

      Example: linimasa import kronik.csv --map date=Datum,summary=Judul --rows
      """)

  @Argument(help: "The file, or - for standard input.") var file: String
  @Option(help: "timelinejs, csv or jsonl; none: what the file looks like.") var format: ImportFormat?
  @Option(help: "Columns by what they tell: date=Datum,summary=Judul.") var map: String?
  @Option(help: "The character between cells; none: comma, semicolon or tab, as the first line has it.")
  var delimiter: String?
  @Option(help: "The language of the words: id or en; none: what they look like.") var language: String?
  @Option(help: "The day from which dates in words count, YYYY-MM-DD, where a row tells none.")
  var published: CivilDay?
  @Flag(help: "Say of every row what was understood and what was not.") var rows = false
  @Flag(help: "Only say what would be taken over.") var dryRun = false
  @Option(help: "The library's file (or LINIMASA_LIBRARY).") var library: String?
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    var options = ImportOptions(format: format, published: published)
    options.columns = try columns()
    options.language = language.map { LanguageCode(rawValue: $0) }
    options.delimiter = delimiter.flatMap { $0 == "\\t" ? "\t" : $0.unicodeScalars.first }
    let line = Mutex(ProgressLine("reading rows"))
    options.progress = { rows in line.withLock { $0.show(rows) } }
    let importer = try TimelineImporter(resources: resources.folder())
    let timeline: ImportedTimeline
    do {
      timeline = try importer.read(bytes(), options)
    } catch let error as ImportError {
      Diagnostics.note("\(file): \(error)")
      throw ExitCode(1)
    }
    line.withLock { $0.end() }
    try tell(timeline)
    if dryRun { return }
    var sources = SourceOptions()
    sources.library = library
    let report = try LibraryFile(path: sources.libraryPath).add(
      timeline.articles, entries: timeline.entries.map { $0.map { ($0.article, $0.event) } })
    try write("added \(report.events) events; \(report.known) sources were there already")
    if timeline.rows.contains(where: { $0.summary == nil }) { throw ExitCode(1) }
  }

  private func tell(_ timeline: ImportedTimeline) throws {
    for remark in timeline.remarks { try write(remark) }
    for row in timeline.rows {
      if rows {
        let date = row.date.map { DateLabel($0).short } ?? "-"
        try write("row \(row.number): \(date)  \(row.type?.rawValue ?? "-")  \(row.summary ?? "not understood")")
        for line in row.understood { try write("  \(line)") }
        for line in row.problems { try write("  not understood: \(line)") }
      } else if row.summary == nil {
        Diagnostics.note("\(file): row \(row.number): \(row.problems.joined(separator: "; "))")
      }
    }
    try write(timeline.summary + (rows ? "" : "; --rows tells each"))
  }

  private func bytes() throws -> [UInt8] {
    var reader = try LineReader(path: file)
    var lines: [[UInt8]] = []
    while case let more = try reader.lines(atMost: 1024), !more.isEmpty { lines += more }
    return Array(lines.joined(separator: [10]))
  }

  private func columns() throws -> [ImportField: String] {
    var columns: [ImportField: String] = [:]
    for pair in (map ?? "").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = ImportField(rawValue: parts[0]) else {
        let names = ImportField.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(pair)\": write FIELD=COLUMN with one of \(names)")
      }
      columns[field] = parts[1]
    }
    return columns
  }

  private func write(_ line: String) throws { try StandardOutput.write(Array("\(VisibleText.line(line))\n".utf8)) }
}

extension ImportFormat: ExpressibleByArgument {}
