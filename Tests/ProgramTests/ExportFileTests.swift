import Foundation
import TestSupport
import Testing

/// Files that `export` writes: whole or not at all, never over another, never through a link.
@Suite struct ExportFileTests {
  /// A folder of its own, for one test.
  struct Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "linimasa-export-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    func export(_ arguments: String..., format: String = "text") throws -> ProgramRun {
      try ProgramRun(
        ["export", "--sample", "--type", "agree", "--format", format] + arguments,
        environment: ["SOURCE_DATE_EPOCH": "1730000000"], in: url)
    }
    func text(_ name: String) -> String? { try? String(contentsOf: url.appending(path: name), encoding: .utf8) }
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
    func remove() { try? FileManager.default.removeItem(at: url) }
  }

  @Test func aFileIsTheSameAsStandardOutput() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let run = try folder.export("-o", "timeline.txt")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(" events") && !run.errors.contains("\u{1B}"), "no progress is drawn into a file")
    #expect(folder.names == ["timeline.txt"])
    #expect(try folder.text("timeline.txt") == folder.export().output)
    #expect(folder.text("timeline.txt")?.contains("Written   2024-10-27T03:33:20Z") == true)
    #expect(folder.text("timeline.txt")?.contains("Filter    type:agree") == true)
  }

  @Test func aFileIsReplacedOnlyOnDemand() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try Data("mine".utf8).write(to: folder.url.appending(path: "notes"))
    let refused = try folder.export("-o", "notes")
    #expect(refused.status != 0 && refused.errors.contains("--force"), "\(refused.errors)")
    #expect(folder.text("notes") == "mine")
    #expect(try folder.export("-o", "notes", "--force").status == 0)
    #expect(folder.text("notes")?.hasPrefix("Timeline: type:agree\n") == true)
    #expect(folder.names == ["notes"])
  }

  @Test func noLinkIsFollowedAndNothingButAFileIsWritten() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try Data("mine".utf8).write(to: folder.url.appending(path: "notes"))
    let link = folder.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "notes")
    for arguments in [
      ["link"], ["link", "--force"], [folder.url.path, "--force"], ["/dev/null", "--force"], ["new/"],
    ] {
      let run = try ProgramRun(["export", "--sample", "--format", "text", "-o"] + arguments, in: folder.url)
      #expect(run.status != 0 && run.errors.contains("is not written"), "\(arguments) \(run.errors)")
    }
    let long = String(repeating: "x", count: 300)
    for path in [long, "missing/folder/file", ""] {
      let run = try folder.export("-o", path)
      #expect(run.status != 0 && run.errors.contains("is not written"), "\(path) \(run.errors)")
    }
    #expect(folder.text("notes") == "mine")
    #expect(folder.names == ["link", "notes"])
  }

  /// A run that ends in the middle leaves neither a part nor a file.
  @Test func aRunThatFailsLeavesNothing() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let script = "ulimit -f 4; trap '' XFSZ; exec \"$0\" export --sample --format json -o timeline.json"
    let run = Consumer.run(
      "/usr/bin/env",
      [
        "-C", folder.url.path, "LINIMASA_RESOURCES=\(Checkout.resources.path)", "HOME=/dev/null/home", "bash", "-c",
        script, Checkout.program.path,
      ], input: "")
    #expect(run.status != 0, "the disk is full after 4 KiB")
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: [
    "text", "markdown", "csv", "json", "jsonl", "html", "timelinejs", "icalendar", "org", "atom", "geojson",
  ])
  func everyFormatSaysWhereItComesFrom(_ format: String) throws {
    let folder = try Folder()
    defer { folder.remove() }
    let run = try folder.export("--title", "Perjanjian", format: format)
    #expect(run.status == 0, "\(run.errors)")
    let text = run.output.replacingOccurrences(of: "\r\n ", with: "").replacingOccurrences(of: "\\", with: "")
    for fact in ["linimasa 0.", "2024-10-27T03:33:20Z", "type:agree", "the built-in sample"] {
      #expect(text.contains(fact), "\(fact)")
    }
    // A table and lines of JSON have no head.
    if !["csv", "jsonl"].contains(format) {
      #expect(text.contains("Perjanjian") && text.lowercased().contains("left"))
    }
    if format == "geojson" { #expect(text.contains("\"Point\"")) }
  }
}
