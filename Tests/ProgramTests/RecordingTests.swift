import Foundation
import TestSupport
import Testing

/// The recording that the README names: `Tests/Recording/linimasa.cast`, made by `make recording`.
@Suite struct RecordingTests {
  private struct Event {
    let time: Double
    let kind: String
    let data: String
  }

  private struct Failure: Error { let line: String }

  /// The events of an asciicast, version 2.
  private func events() throws -> [Event] {
    let file = Checkout.root.appending(path: "Tests/Recording/linimasa.cast")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let header = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 2 && header?["width"] as? Int == 80 && header?["height"] as? Int == 24)
    return try lines.dropFirst().map { line in
      guard let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any], event.count == 3,
        let time = event[0] as? Double, let kind = event[1] as? String, let data = event[2] as? String
      else { throw Failure(line: String(line)) }
      return Event(time: time, kind: kind, data: data)
    }
  }

  /// The screen after the output of some events, as an emulator shows it.
  private func screen(after events: ArraySlice<Event>, shows words: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "recording-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(events.filter { $0.kind == "o" }.map(\.data).joined().utf8).write(to: file)
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "stty raw; cat \"$0\"; exec sleep 30", file.path])
    #expect(terminal.shows(words), "\(terminal.text)")
    let count = try Data(contentsOf: file).count
    #expect(terminal.wait { terminal.output.count >= count })
    return terminal.text
  }

  @Test func playsAndShowsTheReadmesScreen() throws {
    let events = try events()
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.time <= $1.time })
    let markers = events.filter { $0.kind == "m" }.map(\.data)
    #expect(markers.count >= 8 && markers.first == "readme")
    let readme = try #require(events.firstIndex { $0.kind == "m" })
    let block = ReadmeTests.readme.components(separatedBy: "<!-- screen -->\n```\n")[1].components(
      separatedBy: "\n```")[0]
    #expect(try screen(after: events[..<readme], shows: "see why") == block, "make recording makes it anew")
    #expect(try screen(after: events[...], shows: ">").contains("events"))
    // What a viewer's terminal is told is what the reader's own may be told.
    let bytes = Array(events.filter { $0.kind == "o" }.map(\.data).joined().utf8)
    let stream = TerminalStream(bytes, isScreen: true)
    #expect(stream.faults.isEmpty, "\(stream.faults.prefix(3))")
  }
}
