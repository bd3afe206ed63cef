import Foundation
import TestSupport
import Testing
import Text
import Timeline

@testable import Reader

/// Screens as text, in `Tests/Screens`: one file a view, with every size and look. `RECORD=1 swift test --filter
/// ScreenTests` writes them anew and fails, so that a person looks at what has changed.
@Suite struct ScreenTests {
  /// A size, characters and language in which every view is recorded.
  struct Setting: Sendable {
    let rows: Int
    let columns: Int
    var repertoire = Repertoire.unicode
    var language = LanguageCode.english

    var title: String {
      let words = repertoire == .ascii ? " in ASCII" : language == .indonesian ? " in Indonesian" : ""
      return "\(columns)x\(rows)\(words)"
    }
  }

  static let settings = [
    Setting(rows: 24, columns: 80), Setting(rows: 40, columns: 120), Setting(rows: 12, columns: 40),
    Setting(rows: 5, columns: 20), Setting(rows: 24, columns: 80, repertoire: .ascii),
    Setting(rows: 24, columns: 80, language: .indonesian),
  ]

  @Test(arguments: RecordedView.allCases) func looksAsRecorded(_ view: RecordedView) throws {
    try compare(view.rawValue) { reader in
      for key in view.keys { try reader.press(key) }
      if view == .export { try reader.send(.exportPreview(Self.glance)) }
      #expect(RecordedView(reader.model) == view)
    }
  }

  private static let glance = ExportGlance(
    query: .everything, format: "markdown",
    lines: ["# Timeline", "", "## March 2031", "", "- **5 March 2031, 14:20** Lor Army shelled Karang; 12 hurt"],
    summary: "10 events")

  /// What is shown where things are not as usual.
  static let situations:
    [(name: String, source: MemoryTimeline, change: @Sendable (inout ReaderDriver) throws -> Void)] =
      [
        ("situation-empty", MemoryTimeline(), { _ in }),
        ("situation-filtered", MadeUpTimeline.source, { try $0.press("f", "type:attack", "Enter") }),
        ("situation-no-match", MadeUpTimeline.source, { try $0.press("f", "place:Nowhere", "Enter") }),
        ("situation-new-events", MadeUpTimeline.source, { try $0.send(.arrived(12, isStreaming: false)) }),
        ("situation-work", MadeUpTimeline.source, { try $0.send(.working("timeline.csv 40%")) }),
        ("situation-failure", MadeUpTimeline.source, { try $0.send(.failed(nil, "the disk is full")) }),
        ("situation-long", MadeUpTimeline.long(2000), { try $0.press("t", "+300d", "Enter") }),
      ]

  @Test(arguments: situations.map(\.name)) func looksAsRecordedIn(_ name: String) throws {
    let situation = try #require(Self.situations.first { $0.name == name })
    try compare(name, situation.source) { try situation.change(&$0) }
  }

  private func compare(
    _ name: String, _ source: MemoryTimeline = MadeUpTimeline.source, _ change: (inout ReaderDriver) throws -> Void
  ) throws {
    var text = ""
    for setting in Self.settings {
      var reader = try ReaderDriver(
        source, rows: setting.rows, columns: setting.columns, repertoire: setting.repertoire,
        language: setting.language)
      reader.corrections = MadeUpTimeline.corrections
      try change(&reader)
      let isASCII = reader.screen.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) }
      #expect(isASCII || setting.repertoire != .ascii)
      text += "=== \(setting.title)\n\(reader.screen)\n"
    }
    let file = Checkout.root.appendingPathComponent("Tests/Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was written anew: look at it")
      return
    }
    let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == recorded, "\(name):\n\(text)")
  }
}
