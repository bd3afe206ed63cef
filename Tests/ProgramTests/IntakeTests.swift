import Foundation
import TestSupport
import Testing

@testable import linimasa

/// What `add` takes, and what it says of it.
@Suite struct IntakeTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func add(_ sources: String..., input: String = "", library: String = "a.sqlite") throws -> ProgramRun {
    try ProgramRun(
      ["add", "--library", folder.appendingPathComponent(library).path] + sources, input: Array(input.utf8), in: folder)
  }

  private static let line =
    #"{"text":"Pasukan Rusia menyerang Kharkiv pada Senin (28/10/2024).","published":"2024-10-28""#

  @Test func packedLinesMailboxesAndArchivesAreAdded() throws {
    let lines = (0..<100).map { Self.line + ",\"title\":\"\($0)\"}\n" }.joined()
    try Data(lines.utf8).write(to: folder.appendingPathComponent("a.jsonl"))
    for tool in ["gzip", "zstd"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)") else { continue }
      process.arguments = ["-k", "-q", folder.appendingPathComponent("a.jsonl").path]
      try process.run()
      process.waitUntilExit()
    }
    let packed = try add("a.jsonl.gz")
    #expect(packed.output.hasPrefix("added 100 articles") && packed.status == 0, "\(packed.errors)")
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("a.jsonl.zst").path) {
      #expect(try add("a.jsonl.zst").output == "added 0 articles with 0 events; 100 were there already\n")
    }
    let whole = try Data(contentsOf: folder.appendingPathComponent("a.jsonl.gz"))
    try whole.dropLast(20).write(to: folder.appendingPathComponent("cut.gz"))
    let cut = try add("cut.gz", library: "b.sqlite")
    #expect(cut.status == 1 && cut.errors.contains("ends in the middle"))
    #expect(try add("a.jsonl", library: "b.sqlite").output.contains("were there already"))
    let mail = "From a@b\nSubject: x\nDate: Mon, 28 Oct 2024 19:05:00 +0700\n\nRusia menyerang Kharkiv kemarin.\n"
    #expect(try add("-", input: mail).output == "added 1 articles with 1 events; 0 were there already\n")
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nRusia menyerang Kharkiv pada 3 Mei 2023."
    let archive = """
      WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://a/b\r
      Content-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n
      """
    #expect(try add("-", input: archive).output == "added 1 articles with 1 events; 0 were there already\n")
  }

  @Test func anArchivedPageIsReadAsAPage() throws {
    let sentences = (1...6).map { "<p>Pasukan Rusia menyerang Kharkiv pada \($0) Mei 2023, kata kementerian.</p>" }
    let html = "<html><head><title>Serangan</title></head><body><nav>Beranda</nav><article>\(sentences.joined())"
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(html)</article></body></html>"
    let archive = """
      WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://example.org/b\r
      Content-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n
      """
    let run = try ProgramRun(["export", "--format", "json", "-"], input: Array(archive.utf8))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("http://example.org/b") && run.output.contains("2023-05-06"))
    #expect(!run.output.contains("Beranda"))
  }

  @Test func badLinesAreNamedAndTheRestGoesOn() throws {
    let deep = "{\"text\":" + String(repeating: "[", count: 10_000) + "}"
    let long = "{\"text\":\"" + String(repeating: "a", count: 65 << 20) + "\"}"
    let lines = [Self.line + "}", deep, long, "{]", "", "{\"text\":3}", Self.line + ",\"title\":\"x\"}"]
    let run = try add("-", input: lines.joined(separator: "\n"))
    #expect(run.output.hasPrefix("added 2 articles"))
    #expect(run.status == 1)
    for number in [2, 3, 4, 6] { #expect(run.errors.contains("-:\(number): "), "\(number)") }
    #expect(!run.errors.contains("-:5: "))
  }

  @Test(arguments: ["0025-10-28", "1994-10-28", "9999-12-31"])
  func aPublicationDayThatCannotBeIsSaidAndNotUsed(_ day: String) throws {
    let run = try ProgramRun(
      ["export", "--format", "json", "-"],
      input: Array("{\"text\":\"Rusia menyerang Kharkiv kemarin.\",\"published\":\"\(day)\"}".utf8))
    #expect(run.errors.contains("published \(day)? That day is not used"))
    #expect(run.output.contains("menyerang"))
    // The event has no day of its own, and borrows none.
    #expect(!run.output.contains("\"start\":\""))
  }

  @Test func whatWasKeptBeforeAnErrorIsSaid() throws {
    let path = folder.appendingPathComponent("full.sqlite").path
    let lines = (0..<3000).map { Self.line + ",\"title\":\"\($0)\"}\n" }.joined()
    try Data(lines.utf8).write(to: folder.appendingPathComponent("a.jsonl"))
    // A limit on the size of files stands in for a full disk: a small file system cannot be made without rights.
    let run = try ProgramRun(limitingFilesTo: 400, ["add", "--library", path, "a.jsonl"], in: folder)
    #expect(run.status != 0)
    #expect(run.errors.contains("free space"), "\(run.errors)")
    let words = run.output.split(separator: " ")
    let kept = try #require(words.dropFirst().first.flatMap { Int($0) }, "\(run.output)")
    let again = try ProgramRun(["add", "--library", path, "a.jsonl"], in: folder)
    #expect(again.output.hasPrefix("added \(3000 - kept) articles"), "\(run.output)\(again.output)\(again.errors)")
    #expect(again.output.contains("\(kept) were there already"))
  }

  @Test func theLineOfProgress() {
    let half = ArticleIntake.Progress(done: 50, total: 100)
    #expect(
      IntakeLine.text(half, articles: 1200, seconds: 2)
        == "[##########..........]  50%  1200 articles, 600/s, 0:02 left")
    #expect(IntakeLine.text(.init(), articles: 7, seconds: 2) == "7 articles, 3/s")
    #expect(
      IntakeLine.text(.init(done: 1, total: 3601), articles: 9, seconds: 2).hasSuffix("9 articles, 4/s, 2:00:00 left"))
  }
}
