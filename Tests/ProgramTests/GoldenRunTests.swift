import Foundation
import TestSupport
import Testing

/// Whole runs, from files to what a person reads. `RECORD=1` writes the golden file anew and fails, so that a person
/// looks at it.
@Suite struct GoldenRunTests {
  @Test func anArticleAsMarkdown() throws {
    let run = try ProgramRun(
      ["export", "--format", "markdown", Checkout.resources.path + "/samples/kursk-2024.txt"],
      environment: ["SOURCE_DATE_EPOCH": "1730000000"])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("- Program:") && !$0.hasPrefix("- Tables:")
    }
    try expectGolden(lines.joined(separator: "\n"), "kursk-2024.md")
  }

  @Test func theActorsOfTheSample() throws {
    let run = try ProgramRun(["actors", "--sample", "--type", "agree"])
    #expect(run.status == 0, "\(run.errors)")
    try expectGolden(run.output, "actors.tsv")
  }

  private func expectGolden(_ text: String, _ name: String) throws {
    let file = Checkout.root.appendingPathComponent("Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it")
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) differs; RECORD=1 writes it anew")
  }
}
