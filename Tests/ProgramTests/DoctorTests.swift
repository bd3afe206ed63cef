import Foundation
import TestSupport
import Testing

/// `doctor`: what is seen is said, and what is wrong ends with 1.
@Suite struct DoctorTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      var name: String
      var value: String
      var trouble: String?
    }
    var findings: [Finding]

    subscript(name: String) -> Finding? { findings.first { $0.name == name } }
  }

  let path = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())/a.sqlite").path

  private func report(_ environment: [String: String] = [:]) throws -> (report: Report, status: Int32) {
    let surroundings = ["LINIMASA_LIBRARY": path, "TERM": "xterm", "LINIMASA_OPENER": "/bin/true"]
    let run = try ProgramRun(["doctor", "--json"], environment: surroundings.merging(environment) { $1 })
    return (try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)), run.status)
  }

  @Test func whatIsSeenIsSaid() throws {
    #expect(try report().report["library"]?.value.hasSuffix("(none yet)") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try ProgramRun(["add", "--library", path, Checkout.resources.path + "/samples"]).status == 0)
    let (report, status) = try report()
    #expect(status == 0)
    #expect(report["library"]?.value == path)
    #expect(report["library.articles"].flatMap { Int($0.value) } ?? 0 > 0)
    #expect(report["library.check"]?.value == "ok")
    #expect(report["resources.sha256"]?.value.count == 64)
    #expect(report["terminal"]?.value == "xterm" && report["locale"]?.value == "C.UTF-8, UTF-8")
    #expect(report["opener"]?.value == "/bin/true")
    let text = try ProgramRun(["doctor"], environment: ["LINIMASA_LIBRARY": path, "TERM": "no-such-terminal"])
    #expect(text.status == 1 && text.output.contains("  ! "))
  }

  @Test func aDamagedOrForeignLibraryIsTrouble() throws {
    #expect(try ProgramRun(["add", "--library", path, Checkout.resources.path + "/samples"]).status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // Pages behind the schema, so that it still opens.
    for page in stride(from: bytes.count / 2, to: bytes.count, by: 4096) {
      bytes.replaceSubrange(page..<min(page + 512, bytes.count), with: Data(count: min(512, bytes.count - page)))
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    let damaged = try report()
    #expect(damaged.status == 1)
    #expect(damaged.report.findings.contains { $0.name.hasPrefix("library") && $0.trouble != nil })
    try Data("notes".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try report().report["library"]?.trouble?.contains("not a library") == true)
  }
}
