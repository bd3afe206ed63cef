import ArgumentParser
import Foundation
import Library
import Text
import Timeline

/// `edit export`.
struct EditExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the corrections that hold, one JSON object a line, for another library.",
    discussion: """
      Each line has target (9f86d081884c7d65/2811-2815/deploy: article, trigger and type; or actor/ID), kind, value, \
      author, made, and about, which is for people.

      Example: linimasa edit export -o corrections.jsonl
      """)
  @Option(name: [.customShort("o"), .long], help: "The file to write; none: standard output.")
  var output: String?
  @Flag(help: "Replace the file where there is one.") var force = false
  @OptionGroup var options: EditOptions

  func run() throws {
    let lines = try options.file().history().reversed().filter { !$0.record.isUndone }
    let text = lines.map { Self.json($0) + "\n" }.joined()
    guard let output else { return try StandardOutput.write(Array(text.utf8)) }
    try OutputFile.write(to: output, replacing: force) { write in try write(text) }
    Diagnostics.note("\(output): \(lines.count) corrections")
  }

  private static func json(_ line: CorrectionLine) -> String {
    var json = JSONWriter()
    json.object {
      $0.field("target", line.record.target.description)
      $0.field("kind", line.record.correction.kind)
      $0.field("value", line.record.correction.value)
      $0.field("author", line.record.author)
      $0.field("made", line.record.made)
      $0.field("about", line.about)
    }
    return json.string
  }
}

/// `edit apply`.
struct EditApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Makes the corrections of another library here, and names what is in the way.",
    discussion: "Example: linimasa edit apply corrections.jsonl")
  @Argument(help: "The file, or - for standard input.") var file: String
  @Flag(help: "Make them also where this library says otherwise; what it says stays in the history.")
  var theirs = false
  @OptionGroup var options: EditOptions

  private struct Line: Decodable {
    var target: String
    var kind: String
    var value: String
    var author: String
    var made: String
  }

  func run() throws {
    let library = try options.file()
    var reader = try LineReader(path: file)
    var records: [CorrectionRecord] = []
    var number = 0
    var hasFailures = false
    while case let lines = try reader.lines(atMost: 1024), !lines.isEmpty {
      for line in lines where !line.allSatisfy({ $0 <= 32 }) {
        number += 1
        if let record = Self.record(line) {
          records.append(record)
        } else {
          Diagnostics.note("\(file): line \(number) is no correction that this program knows")
          hasFailures = true
        }
      }
    }
    let report = try library.apply(records, overriding: theirs)
    for conflict in report.conflicts {
      let record = conflict.record
      Diagnostics.note(
        "\(record.correction.kind) \(record.correction.value) of \(record.target) (\(record.author)): \(conflict.reason.description)"
      )
    }
    let left = report.conflicts.isEmpty ? "" : "; \(report.conflicts.count) left out, each named above"
    try StandardOutput.write(
      Array("\(report.applied) corrections made, \(report.known) held already\(left)\n".utf8))
    if hasFailures || !report.conflicts.isEmpty { throw ExitCode(1) }
  }

  private static func record(_ line: [UInt8]) -> CorrectionRecord? {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(line)),
      let target = CorrectionTarget(line.target), let correction = Correction(kind: line.kind, value: line.value)
    else { return nil }
    return CorrectionRecord(id: 0, target: target, correction: correction, author: line.author, made: line.made)
  }
}
