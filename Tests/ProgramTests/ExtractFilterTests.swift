import Foundation
import TestSupport
import Testing

/// The filter's promise, clause by clause.
@Suite struct ExtractFilterTests {
  private static let article =
    #"{"id":"a","text":"M23 merebut Goma pada Senin.","published":"2025-01-29","desk":[1,"x"]}"#

  private func extract(_ lines: [String], _ arguments: [String] = []) throws -> (lines: [String], run: ProgramRun) {
    let run = try ProgramRun(["extract", "-"] + arguments, input: Array((lines.joined(separator: "\n") + "\n").utf8))
    return (run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init), run)
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func oneLineInIsOneLineOut() throws {
    let (lines, run) = try extract([Self.article, "", "no json", #"{"id":"b"}"#, Self.article])
    #expect(run.status == 0)
    #expect(lines.count == 5)
    let kinds = try lines.map { try (object($0)["error"] as? [String: Any])?["kind"] as? String }
    #expect(kinds == [nil, "blank", "not_json", "no_text", nil])
    let error = try #require(try object(lines[3])["error"] as? [String: Any])
    #expect(error["line"] as? Int == 4)
    #expect(try object(lines[3])["id"] as? String == "b")
  }

  @Test func anEventHasWhatThePromiseNames() throws {
    let answer = try object(try #require(try extract([Self.article]).lines.first))
    for key in ["id", "published", "published_basis", "language", "sentences", "actors", "events", "version", "extra"] {
      #expect(answer[key] != nil, "\(key)")
    }
    let event = try #require((answer["events"] as? [[String: Any]])?.first)
    #expect(event["type"] as? String == "territory")
    #expect((event["date"] as? [String: Any])?["start"] as? String == "2025-01-27")
    let keys = [
      "subtype", "status", "summary", "place", "actors", "attribution", "figures", "evidence", "reported_in",
      "denied_in",
    ]
    #expect(keys.allSatisfy { event.keys.contains($0) })
    #expect((answer["extra"] as? [String: Any])?["desk"] as? [AnyHashable] == [1, "x"])
  }

  @Test func strictEndsWithOneWhereALineWasBad() throws {
    #expect(try extract(["", Self.article], ["--strict"]).run.status == 1)
    #expect(try extract([Self.article], ["--strict"]).run.status == 0)
  }

  @Test func bytesThatAreNotUTF8AreAnErrorRecord() throws {
    let run = try ProgramRun(["extract"], input: [0x22, 0xFF, 0x0A] + Array(Self.article.utf8))
    #expect(run.status == 0)
    #expect(run.output.contains("not_utf8"))
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test func tooDeepALineIsAnErrorRecord() throws {
    let deep = #"{"text":"x","y":"# + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "}"
    let (lines, run) = try extract([deep, Self.article])
    #expect(run.status == 0)
    #expect(lines.count == 2 && lines[0].contains("\"error\""))
  }

  @Test func parallelRunsAndRerunsGiveTheSameBytes() throws {
    let lines = (0..<200).map { number in
      #"{"id":"\#(number)","text":"Rusia menyerang Ukraina pada \#(number % 28 + 1) Mei 2024, kata Putin."}"#
    }
    let first = try extract(lines)
    #expect(try extract(lines).run.output == first.run.output)
    #expect(try extract(lines, ["--jobs", "4"]).run.output == first.run.output)
    #expect(try first.lines.map { try object($0)["id"] as? String } == (0..<200).map(String.init))
  }

  @Test func aRunIsResumedByLine() throws {
    let lines = (0..<100).map { #"{"id":"\#($0)","text":"Israel menyerang Lebanon."}"# }
    let whole = try extract(lines).lines
    let rest = try extract(Array(lines[60...])).lines
    #expect(Array(whole[60...]) == rest)
  }

  @Test func charactersThatEnginesSplitOnAreEscaped() throws {
    let text =
      #"{"id":"c","text":"Israel\r menyerang\u2028 Lebanon\u2029 pada\u0085 Senin \u0001.","title":"a\u2028b"}"#
    let run = try ProgramRun(["extract"], input: Array(text.utf8))
    let answer = run.output.dropLast()
    #expect(run.output.hasSuffix("\n"))
    #expect(answer.unicodeScalars.allSatisfy { $0.value >= 32 && ![0x85, 0x2028, 0x2029].contains($0.value) })
  }

  @Test func neitherHomeNorLocaleNorZoneMatters() throws {
    let input = Array(Self.article.utf8)
    let one = try ProgramRun(["extract"], input: input, environment: ["LC_ALL": "C", "TZ": "Asia/Jakarta"])
    let other = try ProgramRun(
      ["extract"], input: input, environment: ["HOME": "/tmp", "TZ": "UTC", "LANG": "id_ID.UTF-8"])
    #expect(one.output == other.output)
    #expect(one.status == 0)
  }

  @Test func anOverlongLineIsAnErrorRecord() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 64 << 20 + 1)
    let run = try ProgramRun(["extract"], input: long + [10] + Array(Self.article.utf8))
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(run.status == 0)
    try #require(lines.count == 2)
    let error = try #require(try object(lines[0])["error"] as? [String: Any])
    #expect(error["kind"] as? String == "too_long")
    #expect(error["line"] as? Int == 1)
    #expect(try object(lines[1])["id"] as? String == "a")
  }

  /// Nobody waits for the answer to a line that has been sent whole.
  @Test(.timeLimit(.minutes(1)), arguments: ["1", "2"]) func aLineIsAnsweredBeforeTheNextIsSent(_ jobs: String) throws {
    let program = try ProgramPipe(["extract", "--jobs", jobs])
    for number in 0..<5 {
      try program.send(#"{"id":"\#(number)","text":"Israel menyerang Lebanon."}"#)
      let answer = try #require(program.line())
      #expect(try object(answer)["id"] as? String == String(number))
    }
    #expect(try program.finish() == 0)
  }

  @Test(.timeLimit(.minutes(1))) func memoryDoesNotGrowWithTheLines() throws {
    let program = try ProgramPipe(["extract"])
    let ballast = String(repeating: "x", count: 32_000)
    func pass(_ lines: Int) throws -> Int {
      for _ in 0..<lines {
        try program.send(#"{"text":"Israel menyerang Lebanon.","ballast":"\#(ballast)"}"#)
        _ = try #require(program.line())
      }
      return try #require(try program.peakMemory())
    }
    let before = try pass(50)
    let after = try pass(250)
    #expect(after - before < 2_500, "kilobytes, while 8 MB went through")
    #expect(try program.finish() == 0)
  }

  /// A run that is killed has answered a number of whole lines; the run that takes up behind them ends the work.
  @Test(.timeLimit(.minutes(1))) func aKilledRunIsResumedByLine() throws {
    let lines = (0..<60).map { #"{"id":"\#($0)","text":"Rusia menyerang Ukraina pada \#($0 % 28 + 1) Mei 2024."}"# }
    let program = try ProgramPipe(["extract"])
    for line in lines[..<40] { try program.send(line) }
    var answers = (0..<25).compactMap { _ in program.line() }
    program.kill()
    while let line = program.line() { answers.append(line) }
    #expect((25...40).contains(answers.count))
    #expect(try extract(lines).lines == answers + extract(Array(lines[answers.count...])).lines)
  }

  @Test func aMissingFileIsAnError() throws {
    let run = try ProgramRun(["extract", "/nonexistent.jsonl"])
    #expect(run.status != 0)
    #expect(run.errors.contains("/nonexistent.jsonl"))
  }
}
