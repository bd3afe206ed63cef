import TestSupport
import Testing
import Timeline

@testable import Reader

/// What a press of the mouse does.
@Suite struct MouseTests {
  @Test(arguments: [("I", 3), ("L", 4), ("i", 2), ("e", 3), ("=", 4), ("y", 3), ("F", 2)])
  func aPressSelectsAndOpens(_ key: String, _ row: Int) throws {
    var reader = try ReaderDriver()
    reader.model.savedFilters = ["a", "b", "c"].map { SavedFilter(name: $0, text: "type:attack") }
    try reader.press(key)
    let before = reader.depth
    try reader.send(.mouse(.press, row: row, column: 12))
    #expect(reader.depth > before)
    #expect(reader.model.grid().cursor.row == row || key == "F")
    let view = RecordedView(reader.model)
    try reader.send(.mouse(.press, row: row, column: 12))
    #expect(RecordedView(reader.model) != view, "\(reader.screen)")
  }

  @Test func aPressSelectsAnEventAndOpensIt() throws {
    var reader = try ReaderDriver()
    try reader.send(.mouse(.press, row: 7, column: 30))
    #expect(reader.selected == "Karang Council blames the army for the shells")
    try reader.send(.mouse(.press, row: 7, column: 30))
    #expect(RecordedView(reader.model) == .article)
  }
}
