import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Reader

/// Every key by pressing it.
@Suite struct KeyTests {
  @Test func movesByRows() throws {
    var reader = try ReaderDriver()
    let all = MadeUpTimeline.source.entries(.everything, from: nil, .forward, limit: 99).map(\.summary)
    #expect(reader.selected == all[0])
    try reader.press("j")
    #expect(reader.selected == all[1])
    try reader.press("Down", "k", "Up")
    #expect(reader.selected == all[0])
    try reader.press("k")
    #expect(reader.selected == all[0])
    try reader.press("G")
    #expect(reader.selected == all.last)
    try reader.press("g", "End", "j")
    #expect(reader.selected == all.last)
    try reader.press("Home")
    #expect(reader.selected == all[0])
    try reader.press("PgDn")
    let pageDown = reader.model.window.position
    #expect(pageDown > 2)
    try reader.press("PgUp")
    #expect(reader.model.window.position < 2)
    try reader.press("g", "Space")
    #expect(reader.model.window.position == pageDown)
    try reader.press("b")
    #expect(reader.model.window.position < 2)
    try reader.press("g", "^D")
    #expect((1...pageDown).contains(reader.model.window.position))
    try reader.press("^U")
    #expect(reader.selected == all[0])
  }

  @Test func readsOnAtTheEdgesOfTheWindow() throws {
    let count = 3000
    var reader = try ReaderDriver(MadeUpTimeline.long(count))
    for index in 1...600 {
      try reader.press("j")
      #expect(reader.model.window.position == index)
    }
    #expect(reader.model.window.entries.count <= 1024)
    try reader.press("G")
    #expect(reader.model.window.position == count - 1)
    for index in 1...600 {
      try reader.press("k")
      #expect(reader.model.window.position == count - 1 - index)
    }
    try reader.press("g")
    #expect(reader.model.window.position == 0)
  }

  /// While the first articles are still read, an answer on its way may be of fewer events than there are by now.
  @Test func whatWasReadOfAnOlderStateIsReadAgain() throws {
    var reader = try ReaderDriver()
    try reader.press("j")
    let selection = try #require(reader.model.selection)
    let actor = try #require(reader.model.actor)
    let old = ActorNeighbors(actor: actor.id, key: selection.key, position: 0, total: 1, previous: nil, next: nil)
    let effects = reader.model.update(.arrived(1, isStreaming: true))
    _ = reader.model.update(.neighbors(reader.model.query, [old]))
    for effect in effects {
      if let answer = try effect.answer(from: reader.source) { try reader.send(answer) }
    }
    #expect(reader.model.shownNeighbors != old && reader.model.shownNeighbors?.key == selection.key)
  }

  @Test func movesByTime() throws {
    var reader = try ReaderDriver()
    func day() -> String? { reader.model.selection?.key.day.description }
    try reader.press("]")
    #expect(day() == "2031-03-07")
    try reader.press("]")
    #expect(day() == "2031-03-24")
    try reader.press("[")
    #expect(day() == "2031-03-07")
    try reader.press("}")
    #expect(day() == "2031-04-02")
    try reader.press("{")
    #expect(day() == "2031-03-05")
    try reader.press(")")
    // No other year has a day: the undated ones come next.
    #expect(reader.model.selection?.date.precision == Precision.none)
    try reader.press("(")
    #expect(day() == "2031-03-05")
  }

  @Test func followsAnActor() throws {
    var reader = try ReaderDriver()
    #expect(reader.model.actor?.name == "Lor Army")
    #expect(reader.screen.contains("same actor 1 of 3"))
    try reader.press("a")
    #expect(reader.selected == "Karang Council blames the army for the shells")
    #expect(reader.model.actor?.name == "Lor Army")
    try reader.press("a")
    #expect(reader.selected == "Depot at Orodel hit overnight")
    try reader.press("a")
    #expect(reader.screen.contains("no later event of Lor Army"))
    try reader.press("A")
    #expect(reader.selected == "Karang Council blames the army for the shells")
    try reader.press("x")
    #expect(reader.model.actor?.name == "Karang Council")
    try reader.press("*")
    #expect(reader.model.query.description == "actor:agency.dewan-karang")
    #expect(reader.model.overview?.matching == 2)
    #expect(reader.selected == "Karang Council blames the army for the shells")
    try reader.press("Esc")
    #expect(reader.model.query == .everything)
  }

  @Test func followsAPlaceAndAnArticle() throws {
    var reader = try ReaderDriver()
    let entries = MadeUpTimeline.source.entries(.everything, from: nil, .forward, limit: 99)
    let placed = try #require(entries.first { $0.place != nil })
    let sameStory = MadeUpTimeline.source.entries(
      TimelineQuery(terms: [QueryTerm(.article("harian"))]), from: nil, .forward, limit: 99)
    while reader.model.selection?.key != sameStory[0].key { try reader.press("j") }
    for entry in sameStory.dropFirst() {
      try reader.press("c")
      #expect(reader.selected == entry.summary)
    }
    try reader.press("C")
    #expect(reader.selected == sameStory[sameStory.count - 2].summary)
    try reader.press("g")
    while reader.model.selection?.key != placed.key { try reader.press("j") }
    let samePlace = entries.filter { $0.place == placed.place }
    try reader.press("s")
    #expect(samePlace.count > 1 ? reader.selected == samePlace[1].summary : reader.selected == placed.summary)
    try reader.press("S")
    #expect(reader.selected == placed.summary)
  }

  @Test func lanesAreActorsPlacesOrTypes() throws {
    var reader = try ReaderDriver()
    try reader.press("L")
    #expect(reader.screen.contains("Lor Army"))
    try reader.press("Tab")
    #expect(reader.screen.contains("lanes by place"))
    #expect(reader.screen.contains("Karang"))
    #expect(!reader.screen.contains("Lor Army  "))
    try reader.press("Tab")
    #expect(reader.screen.contains("attack"))
    try reader.press("q", ":", "lanes place", "Enter")
    #expect(reader.screen.contains("lanes by place"))
  }

  @Test func findsWhileTyping() throws {
    var reader = try ReaderDriver()
    try reader.press("/", "orod")
    #expect(reader.selected == "Depot at Orodel hit overnight")
    try reader.press("Enter", "n")
    #expect(reader.screen.contains("went on from the other end"))
    try reader.press("/", "convoy", "Esc")
    #expect(reader.selected == "Depot at Orodel hit overnight")
    try reader.press("/", "zzz")
    #expect(reader.screen.contains("is not found"))
    try reader.press("Esc", "N")
    #expect(reader.selected == "Depot at Orodel hit overnight")
  }

  @Test func marksWhatIsBeingTyped() throws {
    var reader = try ReaderDriver()
    try reader.press("/", "truc")
    let grid = reader.model.grid()
    let marked = grid.cells.filter { $0.style.isMatch }.compactMap(\.text)
    #expect(String(marked).lowercased().contains("truc"))
  }

  @Test func goesBackAndForwardAmongJumps() throws {
    var reader = try ReaderDriver()
    try reader.press("}", "^O")
    #expect(reader.selected == "Lor Army shelled Karang; 12 hurt")
    try reader.press("Tab")
    #expect(reader.selected == "Sakra changes hands")
  }

  @Test func marksAndMeasures() throws {
    var reader = try ReaderDriver()
    try reader.press("}", "m", "{", "T")
    #expect(reader.screen.contains("T-28 days"))
    try reader.press("u")
    #expect(reader.selected == "Sakra changes hands")
    try reader.press("g", "U")
    #expect(reader.selected == "Sakra changes hands")
  }

  @Test func opensAndLeavesScreens() throws {
    var reader = try ReaderDriver()
    for (key, words) in [
      ("v", "evidence 1 of"), ("w", "why this date"), ("I", "actors"), ("?", "Keys of the timeline"),
    ] {
      try reader.press(key)
      #expect(reader.screen.contains(words), "\(key)")
      try reader.press("q")
      #expect(reader.model.screens.isEmpty)
    }
    try reader.press("Enter", "n", "N", "j", "k", "w", "v", "Esc")
    #expect(reader.model.screens.isEmpty)
    try reader.press("q")
    #expect(reader.worldly == [.quit])
  }

  @Test func goesToADate() throws {
    var reader = try ReaderDriver()
    try reader.press("t", "2 April", "Enter")
    #expect(reader.worldly == [.readDate("2 April", from: CivilDay(iso: "2031-03-05"))])
    try reader.send(.date("2 April", CivilDay(iso: "2031-04-02").map { DateSpan($0) }))
    #expect(reader.selected == "Sakra changes hands")
    try reader.press("t", "+3d", "Enter")
    #expect(reader.selected == "Lembah Front may move to the north bank, the council's spokesman says, before the rain")
    try reader.send(.date("nonsense", nil))
    #expect(reader.screen.contains("names no day"))
  }

  @Test func exports() throws {
    var reader = try ReaderDriver()
    try reader.press("f", "type:attack", "Enter", "e", "Enter", "^U", "csv a.csv", "Enter")
    let query = reader.model.query
    #expect(reader.worldly.last == .export(query, format: "csv", path: "a.csv", replacing: false))
    try reader.press("e", "Enter", "^U", "csv! a.csv", "Enter")
    #expect(reader.worldly.last == .export(query, format: "csv", path: "a.csv", replacing: true))
    try reader.press("e", "Enter", "^U", "word", "Enter")
    #expect(reader.screen.contains("no such format; there are text, markdown"))
  }

  @Test func previewsAnExport() throws {
    var reader = try ReaderDriver()
    try reader.press("e", "j")
    let wanted = Effect.previewExport(.everything, format: "markdown", lines: Model.previewLines)
    #expect(reader.worldly.last == wanted)
    try reader.send(
      .exportPreview(ExportGlance(query: .everything, format: "text", lines: ["stale"], summary: "stale")))
    #expect(!reader.screen.contains("stale"))
    try reader.send(
      .exportPreview(
        ExportGlance(query: .everything, format: "markdown", lines: ["# Timeline"], summary: "13 events")))
    #expect(reader.screen.contains("# Timeline"))
    #expect(reader.screen.contains("13 events"))
    try reader.press("Enter")
    #expect(reader.screen.contains("markdown timeline.md"))
    try reader.press("Esc", "q")
    #expect(reader.model.screens.isEmpty)
  }

  @Test func longWorkIsToldAndStopped() throws {
    var reader = try ReaderDriver()
    try reader.send(.working("a.csv 40%"))
    #expect(reader.screen.contains("a.csv 40% (q stops it)"))
    try reader.press("j", "q")
    #expect(reader.worldly.last == .stopWork)
    try reader.send(.working(nil))
    #expect(!reader.screen.contains("a.csv 40%"))
  }

  @Test func announcesWhatArrivesAndTakesItIn() throws {
    let source = MadeUpTimeline.source
    var reader = try ReaderDriver(source)
    try reader.press("j", "j")
    let selected = reader.selected
    source.append(.sample("late", [.sample("e1", "attack", "late news", on: .day("2031-03-01"))]))
    try reader.send(.arrived(1, isStreaming: false))
    #expect(reader.screen.contains("1 event new"))
    #expect(reader.selected == selected)
    try reader.press("R")
    #expect(reader.selected == selected)
    #expect(reader.screen.contains("11 events"))
    #expect(reader.screen.contains("late news"))
  }

  @Test func whatArrivesWhileAKeyMovesDoesNotMoveBack() throws {
    let source = MadeUpTimeline.source
    var reader = try ReaderDriver(source)
    source.append(.sample("late", [.sample("e1", "attack", "late news", on: .day("2031-03-01"))]))
    // The reader asks for everything anew; a key comes before the answers.
    let effects = reader.model.update(.arrived(1, isStreaming: true))
    try reader.press("j")
    let selected = reader.selected
    for effect in effects { if let answer = try effect.answer(from: source) { try reader.send(answer) } }
    #expect(reader.selected == selected)
    #expect(reader.screen.contains("late news"))
  }

  @Test func dropsStaleAnswers() throws {
    var reader = try ReaderDriver()
    let stale = try #require(
      try Effect.page(.everything, around: .first).answer(from: MadeUpTimeline.long(50)))
    try reader.press("f", "type:attack", "Enter")
    try reader.send(stale)
    #expect(reader.model.window.entries.count == 3)
  }

  @Test func aKeyThatIsNotBoundSaysSo() throws {
    var reader = try ReaderDriver()
    try reader.press("W")
    #expect(reader.screen.contains("W does nothing here"))
  }

  @Test func findsInAText() throws {
    var reader = try ReaderDriver(rows: 10)
    try reader.press("?", "/", "coarser", "Enter")
    #expect(reader.screen.split(separator: "\n")[1].contains("coarser"), "\(reader.screen)")
    try reader.press("n")
    #expect(reader.screen.contains("went on from the other end"))
    try reader.press("/", "zzz")
    #expect(reader.screen.contains("“zzz” is not found"))
    try reader.press("Esc", "q", "Enter", "/", "answered", "Enter", "n", "N")
    let marked = reader.model.grid().cells.filter { $0.style.isMatch }.compactMap(\.text)
    #expect(String(marked) == "answered")
  }

  @Test func goesToTheLastDateAgain() throws {
    var reader = try ReaderDriver()
    try reader.press("r")
    #expect(reader.screen.contains("no date was gone to yet"))
    try reader.press("t", "+1d", "Enter", "r")
    #expect(reader.selected == "Depot at Orodel hit overnight")
  }

  @Test func theBarShowsAYearOrAMonth() throws {
    var reader = try ReaderDriver(MadeUpTimeline.long(2000))
    func years() -> String { String(reader.screen.split(separator: "\n")[1]) }
    #expect(years().contains("2020"))
    try reader.press("z")
    #expect(years().contains("2019") && !years().contains("2020") && years().contains("Dec"))
    try reader.press("z", "z")
    #expect(!years().contains("Dec"))
    try reader.press("Z", "Z")
    #expect(years().contains("2020"))
  }
}
