import Foundation
import TestSupport
import Testing

/// The program as a child process: what it prints where, and how it ends.
@Suite struct CommandTests {
  @Test func versionIsPrinted() throws {
    let run = try ProgramRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test(arguments: ["", "add", "timeline", "actors", "export", "extract", "dates", "explain"])
  func helpShowsAnExample(_ command: String) throws {
    let run = try ProgramRun((command.isEmpty ? [] : [command]) + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Example: linimasa"), "\(run.output)")
  }

  @Test(arguments: [
    ["--no-such-option"], ["export", "--format", "no-such-format"], ["timeline", "--type", "party"], ["add"],
  ])
  func wrongUsageEndsWith64(_ arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func aBadSourceIsNamedAndTheRestGoesOn() throws {
    let sample = Checkout.resources.path + "/samples"
    let run = try ProgramRun(["timeline", "/nonexistent/article.txt", sample])
    #expect(run.status == 1)
    #expect(run.errors.contains("/nonexistent/article.txt"))
    #expect(!run.output.isEmpty)
  }

  @Test func withoutATerminalTheTimelineIsPrinted() throws {
    let run = try ProgramRun([])
    #expect(run.status == 0)
    #expect(run.errors.contains("built-in sample"))
    #expect(run.output.contains("2024"))
  }

  @Test func addingTwiceChangesNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = ["LINIMASA_LIBRARY": folder.appendingPathComponent("library.sqlite").path]
    let sample = Checkout.resources.path + "/samples"
    let first = try ProgramRun(["add", sample], environment: library)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("added 1"))
    let before = try ProgramRun(["timeline"], environment: library)
    let second = try ProgramRun(["add", sample], environment: library)
    #expect(second.output.hasPrefix("added 0 articles"))
    #expect(try ProgramRun(["timeline"], environment: library).output == before.output)
  }

  @Test func theLibraryMayBeNamedBeforeTheCommand() throws {
    let run = try ProgramRun(["--library", "/nonexistent/a.sqlite", "timeline", Checkout.resources.path + "/samples"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2024"))
  }

  @Test func missingResourcesAreExplained() throws {
    let run = try ProgramRun(["timeline"], environment: ["LINIMASA_RESOURCES": "/nonexistent"])
    #expect(run.status != 0)
    #expect(run.errors.contains("/nonexistent") && run.errors.contains("--resources"))
  }

  @Test func hostileNamesReachStandardErrorVisibly() throws {
    let run = try ProgramRun(["timeline", "/nonexistent/\u{1b}]0;title\u{7}"])
    #expect(run.status == 1)
    #expect(!run.errors.unicodeScalars.contains("\u{1b}") && !run.errors.unicodeScalars.contains("\u{7}"))
  }
}

/// Corrections on the command line: made, shown, listed, taken back.
@Suite struct EditCommandTests {
  @Test func aDateIsCorrectedAndTakenBack() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = ["LINIMASA_LIBRARY": folder.appendingPathComponent("library.sqlite").path]
    func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun(arguments, environment: library) }
    #expect(try run("add", Checkout.resources.path + "/samples/kursk-2024.txt").status == 0)
    let before = try run("timeline").output
    let json = try run("export", "--format", "json").output
    let reference = try #require(json.components(separatedBy: "\"reference\":\"").dropFirst().first)
      .prefix { $0 != "\"" }
    let edit = try run("edit", "date", String(reference), "1999-12-31", "--by", "tester")
    #expect(edit.status == 0, "\(edit.errors)")
    let after = try run("timeline").output
    #expect(after.contains("December 1999") && after != before)
    #expect(try run("edit", "history").output.contains("tester"))
    #expect(try run("edit", "undo").status == 0)
    #expect(try run("timeline").output == before)
  }

  @Test func aJoinIsSeenAndUndone() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let one =
      "Kabar dari Goma\nKabar Satu\n28 Januari 2025\n\n"
      + "M23 menyerang bandara Goma pada Senin (27/1/2025). Sedikitnya 30 orang tewas.\n"
    let other =
      "Bandara Diserang\nKabar Dua\n29 Januari 2025\n\n"
      + "Kelompok M23 menyerang bandara Goma pada Senin (27/1/2025) dan menewaskan 46 orang.\n"
    try Data(one.utf8).write(to: folder.appendingPathComponent("a.txt"))
    try Data(other.utf8).write(to: folder.appendingPathComponent("b.txt"))
    let library = ["LINIMASA_LIBRARY": folder.appendingPathComponent("library.sqlite").path]
    func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun(arguments, environment: library) }
    #expect(try run("add", folder.appendingPathComponent("a.txt").path).status == 0)
    #expect(try run("add", folder.appendingPathComponent("b.txt").path).status == 0)
    let joined = try run("timeline").output
    #expect(joined.contains("sources disagree") && joined.contains("Kabar Satu, Kabar Dua"), "\(joined)")
    let json = try run("export", "--format", "json").output
    #expect(json.contains("killed: 30 orang tewas (Kabar Satu); 46 orang (Kabar Dua)"), "\(json)")
    #expect(json.contains("another number of killed") && json.contains("same subject grp.m23"))
    let reference = try #require(json.components(separatedBy: "\"reference\":\"").last).prefix { $0 != "\"" }
    #expect(try run("edit", "split", String(reference)).status == 0)
    let split = try run("timeline").output
    #expect(split.contains("(Kabar Satu)") && split.contains("(Kabar Dua)") && !split.contains("sources disagree"))
    #expect(try run("edit", "undo").status == 0)
    #expect(try run("timeline").output == joined)
  }

  @Test func anUnknownEventIsAnError() throws {
    let run = try ProgramRun(["edit", "hide", "no-such-event"])
    #expect(run.status != 0 && !run.errors.isEmpty)
  }
}
