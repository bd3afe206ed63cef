import Foundation
import TestSupport
import Testing
import Timeline

@testable import Reader

/// Screens as text, in `Tests/Screens`. `RECORD=1 swift test --filter ScreenTests` writes them anew and fails, so that
/// a person looks at what has changed.
@Suite struct ScreenTests {
  static let sizes = [(24, 80), (40, 120), (12, 40), (5, 20)]
  static let views: [(name: String, keys: [String])] = [
    ("timeline", ["j", "j"]), ("article", ["j", "j", "v"]), ("why", ["j", "j", "w"]), ("actors", ["I"]),
    ("help", ["?"]), ("palette", ["^P", "mon"]), ("filter", ["f", "type:attack", "Enter"]),
    ("find", ["/", "depot"]), ("wrong-filter", ["f", "type:atack"]), ("lanes", ["L"]),
    ("lanes-type", ["L", "Tab", "Tab"]), ("export", ["e", "j"]), ("histogram", ["i"]),
  ]

  @Test(arguments: views.map(\.name)) func looksAsRecorded(_ name: String) throws {
    let keys = try #require(Self.views.first { $0.name == name }).keys
    for (rows, columns) in Self.sizes {
      var reader = try ReaderDriver(rows: rows, columns: columns)
      for key in keys { try reader.press(key) }
      try compare(reader.screen, with: "\(name)-\(columns)x\(rows)")
    }
  }

  @Test func looksAsRecordedInASCII() throws {
    var reader = try ReaderDriver(repertoire: .ascii)
    try reader.press("j", "j")
    #expect(reader.screen.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    try compare(reader.screen, with: "timeline-ascii-80x24")
  }

  @Test func looksAsRecordedInIndonesian() throws {
    var reader = try ReaderDriver(language: .indonesian)
    try reader.press("j", "j")
    try compare(reader.screen, with: "timeline-id-80x24")
    try reader.press("w")
    try compare(reader.screen, with: "why-id-80x24")
  }

  @Test func looksAsRecordedWhereThereIsNothing() throws {
    try compare(try ReaderDriver(MemoryTimeline()).screen, with: "empty-80x24")
  }

  private func compare(_ screen: String, with name: String) throws {
    let file = Checkout.root.appendingPathComponent("Tests/Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((screen + "\n").utf8).write(to: file)
      Issue.record("\(name) was written anew: look at it")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(screen + "\n" == recorded, "\(name):\n\(screen)")
  }
}
