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
