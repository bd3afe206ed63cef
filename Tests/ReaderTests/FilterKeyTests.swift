import TestSupport
import Testing
import Timeline

@testable import Reader

/// Filters: typed, completed, saved, switched off; the actor index that narrows to one.
@Suite struct FilterKeyTests {
  @Test func filtersAndSwitchesTheFilter() throws {
    var reader = try ReaderDriver()
    try reader.press("f", "type:attack", "Enter")
    #expect(reader.model.overview?.matching == 3)
    try reader.press("\\")
    #expect(reader.model.query == .everything)
    try reader.press("\\")
    #expect(reader.model.query.description == "type:attack")
    try reader.press("f", " type:atack", "Enter")
    #expect(reader.screen.contains("no such type"))
    try reader.press("Esc")
    #expect(reader.model.query.description == "type:attack")
    try reader.press("Esc")
    #expect(reader.model.query == .everything)
  }

  @Test func completesFilters() throws {
    var reader = try ReaderDriver()
    try reader.press("f", "ty", "Tab", "terr", "Tab", "Enter")
    #expect(reader.model.query.description == "type:territory")
  }

  @Test func completesNamesOfTheWholeTimeline() throws {
    var reader = try ReaderDriver(
      MadeUpTimeline.long(2000), query: try TimelineQuery(parsing: "actor:grp.front-lembah"))
    try reader.press("f", "^U", "actor:lor", "Tab", "Enter")
    #expect(reader.model.query.description == #"actor:"Lor Army""#)
    try reader.press("f", "^U", "-actor:\"Karang C", "Tab", "Enter")
    #expect(reader.model.query.description == #"-actor:"Karang Council""#)
    // By another word of the name.
    try reader.press("f", "^U", "actor:army", "Tab")
    #expect(reader.screen.contains("Lor Army"), "\(reader.screen)")
    try reader.press("Esc", "f", "^U", "actor:l", "Tab")
    #expect(reader.screen.contains(#"actor:"Lembah Front"  actor:"Lor Army""#), "\(reader.screen)")
  }

  @Test func namesThatAreStillReadCompleteTheWordWhenTheyCome() throws {
    var reader = try ReaderDriver()
    try reader.press("f", "place:sak")
    let effects = reader.model.update(.key(.tab))
    #expect(effects == [.lanes(.everything, by: .place)])
    #expect(reader.screen.contains("reading"))
    for effect in effects { if let answer = try effect.answer(from: reader.source) { try reader.send(answer) } }
    #expect(reader.model.prompt?.editor.text == "place:Sakra ")
    try reader.press("actor:nobody", "Tab")
    #expect(!reader.screen.contains("reading"))
    // Other names than the one that is shown.
    try reader.press("Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "\"lor am", "Tab")
    #expect(reader.model.prompt?.editor.text == #"place:Sakra actor:"Lor Amry" "#)
  }

  @Test func savesFilters() throws {
    var reader = try ReaderDriver()
    try reader.press("f", "type:attack", "Enter", ":", "save fights", "Enter")
    #expect(reader.worldly == [.saveFilters([SavedFilter(name: "fights", text: "type:attack")])])
    try reader.press("Esc", "F", "Enter")
    #expect(reader.model.query.description == "type:attack")
  }

  @Test func showsOnlyTheActorOfTheIndex() throws {
    var reader = try ReaderDriver()
    try reader.press("I", "/", "lembah", "Enter", "Enter")
    #expect(reader.model.query.description == "actor:grp.front-lembah")
    #expect(reader.screen.contains("of 10 events"))
  }

  @Test func theIndexIsOrdered() throws {
    var reader = try ReaderDriver()
    try reader.press("I", "j")
    func names() -> [String] {
      if case .actors(let state)? = reader.model.screens.last { (state.actors ?? []).map(\.name) } else { [] }
    }
    #expect(names() == ["Lembah Front", "Lor Army", "Karang Council"])
    try reader.press("s")
    #expect(names() == ["Karang Council", "Lembah Front", "Lor Army"])
    #expect(reader.depth == 2, "the same one stays selected")
    try reader.press("s", "s")
    #expect(names().first == "Lembah Front")
    #expect(names()[reader.depth] == "Lor Army")
    try reader.press("w")
    #expect(reader.screen.contains("one letter exchanged"))
    #expect(reader.screen.contains("1  Karang Council"))
  }
}
