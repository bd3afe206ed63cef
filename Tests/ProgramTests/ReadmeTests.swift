import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// What the README promises is so.
@Suite struct ReadmeTests {
  static let readme =
    (try? String(contentsOf: Checkout.root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

  @Test func messyDatesMeanWhatTheTableSays() throws {
    let reader = try DateReader(resources: Checkout.resources)
    let rows = Self.readme.components(separatedBy: "<!-- dates")[1].split(separator: "\n").filter {
      $0.hasPrefix("| `")
    }
    #expect(rows.count >= 6)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let words = cells[0].trimmingCharacters(in: ["`"])
      let found = reader.read(SourceText(words), published: CivilDay(iso: cells[1]))
      #expect(found.timexes.map(\.value) == [cells[2]], "\(row)")
    }
  }

  @Test func itsScreenIsTheReadersScreen() throws {
    let screen = try PseudoTerminal(
      Checkout.program.path, ["--sample"], environment: ["LINIMASA_LIBRARY": "/nonexistent/library.sqlite"])
    #expect(settled(screen).contains("events"), "\(screen.text)")
    screen.send("/menyeberang\r")
    #expect(screen.shows("see why"), "\(screen.text)")
    let shown = settled(screen)
    let parts = Self.readme.components(separatedBy: "<!-- screen -->\n```\n")
    #expect(parts.count == 2)
    let rest = parts.count == 2 ? parts[1] : "\n```"
    let end = rest.range(of: "\n```")?.lowerBound ?? rest.endIndex
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let text = parts[0] + "<!-- screen -->\n```\n" + shown + rest[end...]
      try text.write(to: Checkout.root.appendingPathComponent("README.md"), atomically: true, encoding: .utf8)
      Issue.record("recorded the README's screen: look at it")
    }
    #expect(String(rest[..<end]) == shown, "RECORD=1 writes the screen anew")
  }

  /// The screen, blanks at the ends of lines left out, once it has stopped changing.
  private func settled(_ screen: PseudoTerminal) -> String {
    var shown = ""
    var sameSince = 0
    _ = screen.wait {
      sameSince = screen.text == shown && shown.contains("events") ? sameSince + 1 : 0
      shown = screen.text
      return sameSince > 25
    }
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  @Test func itsExplainCommandRuns() throws {
    let run = try ProgramRun(["explain", "Kamis (24/2019). 10/2024", "--published", "2024-10-28"])
    #expect(run.status == 0)
    #expect(run.output.contains("2024-10-24") && run.output.contains("2019-10-24"), "\(run.output)")
  }

  @Test func everyPathItNamesExists() {
    for piece in Self.readme.split(separator: "`") where piece.hasPrefix("Resources/") || piece.hasPrefix("Sources/") {
      if piece.contains("*") || piece.contains("{") { continue }
      #expect(
        FileManager.default.fileExists(atPath: Checkout.root.appendingPathComponent(String(piece)).path), "\(piece)")
    }
  }
}
