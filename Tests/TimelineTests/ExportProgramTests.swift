import Foundation
import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

/// Formats read by programs that are no Python module: Miller, calcurse, ogrinfo, DuckDB; and checked by schema.
@Suite struct ExportProgramTests {
  /// An export in a file of its own, for programs that read no standard input.
  static func withFile<Result>(_ format: String, _ body: (_ path: String, _ folder: String) throws -> Result) throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let ending = try #require(ExportFormat.named(format)).fileExtension
    let file = folder.appending(path: "timeline.\(ending)")
    try Data(ExportTests.export(format).utf8).write(to: file)
    return try body(file.path, folder.path)
  }

  @Test(.enabled(if: Consumer.has("mlr"), "needs Miller")) func csvIsReadByMiller() throws {
    struct Row: Decodable { var summary: String, date_text: String, provenance: String }
    let answer = Consumer.run(
      "/usr/bin/env", ["mlr", "--icsv", "--ojson", "--infer-none", "cut", "-f", "summary,date_text,provenance"],
      input: try ExportTests.export("csv"))
    #expect(answer.status == 0, "\(answer.errors)")
    let rows = try JSONDecoder().decode([Row].self, from: Data(answer.output.utf8))
    #expect(rows.count == ExportConsumerTests.entries.count)
    for (row, entry) in zip(rows, ExportConsumerTests.entries) {
      let shown = VisibleText.line(entry.summary)
      #expect(row.summary == shown || row.summary == "'" + shown)
      #expect(row.date_text == DateLabel(entry.date).long)
      #expect(row.provenance.contains("Program: linimasa"))
    }
  }

  @Test(.enabled(if: Consumer.has("calcurse"), "needs calcurse")) func icalendarIsReadByCalcurse() throws {
    try Self.withFile("icalendar") { path, folder in
      let run = Consumer.run("/usr/bin/env", ["calcurse", "-q", "-D", folder, "-C", folder, "-i", path], input: "")
      #expect(run.status == 0, "\(run.errors)\(run.output)")
      let kept = try String(contentsOfFile: folder + "/apts", encoding: .utf8).split(separator: "\n")
      let dated = ExportConsumerTests.entries.filter { LeftOut($0.date) == nil && !$0.summary.isEmpty }
      #expect(kept.count == dated.count, "one appointment an event, no alarm and none of a title's making")
      #expect(kept.filter { $0.hasPrefix("10/24/2024") }.count == dated.filter { $0.date.precision == .day }.count)
    }
  }

  @Test(.enabled(if: Consumer.has("ogrinfo"), "needs ogrinfo")) func geojsonIsReadByGDAL() throws {
    try Self.withFile("geojson") { path, _ in
      let answer = Consumer.run("/usr/bin/env", ["ogrinfo", "-ro", "-al", "-so", path], input: "")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("Feature Count: \(ExportConsumerTests.entries.count)\n"), "\(answer.output)")
      for field in ["summary", "edtf", "precision", "date"] { #expect(answer.output.contains("\n\(field): String")) }
    }
  }

  @Test(.enabled(if: Consumer.hasPython("duckdb"), "needs duckdb in Python")) func jsonlIsReadByDuckDB() throws {
    struct Found: Decodable { var count: Int, undated: Int, programs: [String], summaries: [String] }
    let found = try Self.withFile("jsonl") { path, _ in
      let script = """
        import duckdb, json
        events = duckdb.read_json("\(path)", format="newline_delimited")
        one = lambda sql: duckdb.sql(sql).fetchall()
        print(json.dumps({"count": one("select count(*) from events")[0][0],
          "undated": one("select count(*) from events where date.precision = 'none' and date.start is null")[0][0],
          "programs": [row[0] for row in one("select distinct provenance.program from events")],
          "summaries": [row[0] for row in one("select summary from events")]}))
        """
      let answer = Consumer.runPython(script, input: "")
      #expect(answer.status == 0, "\(answer.errors)")
      return try JSONDecoder().decode(Found.self, from: Data(answer.output.utf8))
    }
    #expect(found.count == ExportConsumerTests.entries.count)
    #expect(found.undated == ExportConsumerTests.entries.filter { $0.date.precision == .none }.count)
    #expect(found.programs == ["linimasa"])
    #expect(found.summaries == ExportConsumerTests.entries.map(\.summary))
  }

  @Test(.enabled(if: Consumer.hasPython("jsonschema"), "needs jsonschema in Python"))
  func timelineJSIsAsItsDocumentationSays() throws {
    let schema = try String(contentsOf: Checkout.root.appending(path: "Tests/Schemas/timelinejs.json"), encoding: .utf8)
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator
      schema, page = sys.stdin.read().split("\\n\\u0000\\n")
      Draft202012Validator.check_schema(json.loads(schema))
      for error in Draft202012Validator(json.loads(schema)).iter_errors(json.loads(page)): print(error.message[:300])
      """
    func complaints(_ page: String) -> String {
      Consumer.runPython(script, input: schema + "\n\u{0}\n" + page).output
    }
    let page = try ExportTests.export("timelinejs")
    #expect(complaints(page) == "")
    #expect(complaints(page.replacingOccurrences(of: "\"year\"", with: "\"yaer\"")) != "", "the schema refuses")
  }

  @Test(.enabled(if: Consumer.has("xmllint"), "needs xmllint")) func atomIsWellFormed() throws {
    try Self.withFile("atom") { path, _ in
      let answer = Consumer.run("/usr/bin/env", ["xmllint", "--noout", "--nonet", path], input: "")
      #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
    }
  }
}
