import Temporal
import TestSupport
import Timeline

@testable import Reader

extension KeyScenario {
  /// One for every command in every place where the key table has it.
  static let all = moving + timing + meaning + finding + screens + editing + copying + leaving

  private static let everywhere = Set(KeyContext.allCases)

  private static let moving: [KeyScenario] =
    [Command.down, .pageDown, .halfPageDown, .last].map { command in
      .turns(command, in: everywhere.subtracting([.text])) { $1.depth > $0.depth }
    }
    + [Command.down, .pageDown, .halfPageDown, .last].map { command in
      .turns(command, in: [.text], after: "?") { $1.depth > $0.depth }
    }
    + [Command.up, .pageUp, .halfPageUp, .first].map { command in
      .turns(command, in: everywhere.subtracting([.text]), after: "End") { $1.depth < $0.depth }
    }
    + [Command.up, .pageUp, .halfPageUp, .first].map { command in
      .turns(command, in: [.text], after: "?", "End") { $1.depth < $0.depth }
    }
    + [
      .turns(.right, in: [.lanes]) { $0.laneDay < $1.laneDay },
      .turns(.left, in: [.lanes], after: "Right", "Right") { $1.laneDay < $0.laneDay },
    ]

  private static let timing: [KeyScenario] = [
    .selects("Karang Council blames the army for the shells", .nextDay),
    .selects("Karang Council blames the army for the shells", .previousDay, after: "]", "]"),
    .selects("Sakra changes hands", .nextMonth),
    .selects("Lor Army shelled Karang; 12 hurt", .previousMonth, after: "}"),
    .turns(.nextYear) { $0.day != nil && $1.day == nil },
    .turns(.previousYear, after: "End") { $0.day == nil && $1.day != nil },
    .shows("go to date", .goToDate),
    .selects("Depot at Orodel hit overnight", .repeatDate, after: "t", "+2w", "Enter", "g"),
    .selects("Lor Army shelled Karang; 12 hurt", .back, after: "}"),
    .selects("Sakra changes hands", .forward, after: "}", "^O"),
    .turns(.mark) { $0.model.marks.isEmpty && $1.model.marks == [$1.model.selection?.key] },
    .selects("Lor Army shelled Karang; 12 hurt", .nextMark, after: "m", "j"),
    .selects("Lor Army shelled Karang; 12 hurt", .previousMark, after: "m", "j"),
    .shows("T+2 days", .offset, after: "m", "]"),
  ]

  private static let meaning: [KeyScenario] = [
    .selects("Karang Council blames the army for the shells", .nextOfActor),
    .selects("Lor Army shelled Karang; 12 hurt", .previousOfActor, after: "a"),
    .selects("Sakra changes hands", .nextOfPlace, after: "]", "j"),
    .selects("Convoy held near Sakra", .previousOfPlace, after: "}"),
    .selects("Lembah Front says it answered fire", .nextOfStory),
    .selects("Lor Army shelled Karang; 12 hurt", .previousOfStory, after: "j"),
    .turns(.chooseActor, after: "]") { $0.model.actor != $1.model.actor },
    .shows("actor:force.tentara-lor", .onlyActor),
    .shows("actor:grp.front-lembah", .onlyActor, in: [.actors]),
    .turns(.onlyThis, in: [.lanes]) {
      $0.model.query == .everything && $1.model.query.description == "actor:grp.front-lembah"
    },
    .turns(.onlyThis, in: [.histogram]) {
      $0.model.query == .everything && $1.model.query.description == "date:2031-03"
    },
    .shows("by name", .sortActors, in: [.actors]),
  ]

  private static let finding: [KeyScenario] = [
    .turns(.find, in: [.timeline, .text, .actors]) { $0.model.prompt == nil && $1.model.prompt?.kind == .find },
    .selects("Depot at Orodel hit overnight", .findNext, after: "/", "orodel", "Enter", "g"),
    .selects("Depot at Orodel hit overnight", .findPrevious, after: "/", "orodel", "Enter", "g"),
    .turns(.findNext, in: [.text]) { $0.evidence < $1.evidence },
    .turns(.findPrevious, in: [.text], after: "n") { $0.evidence > $1.evidence },
    .turns(.findNext, in: [.actors], after: "/", "l", "Enter") { $0.depth < $1.depth },
    .turns(.findPrevious, in: [.actors], after: "/", "l", "Enter", "End") { $0.depth > $1.depth },
    .turns(.findNext, in: [.lanes]) { $0.laneDay < $1.laneDay },
    .turns(.findPrevious, in: [.lanes], after: "n") { $0.laneDay > $1.laneDay },
    .shows("filter:", .filter, in: [.timeline, .histogram, .lanes]),
    .shows("fights", .savedFilters, after: ":", "save fights", "Enter"),
    .turns(.toggleFilter, in: [.timeline, .histogram, .lanes], after: "f", "type:attack", "Enter") {
      $0.model.query.terms.count == 1 && $1.model.query.terms.isEmpty
    },
  ]

  private static let screens: [KeyScenario] = [
    .shows("evidence 1 of", .open),
    .turns(.open, in: [.actors, .lanes, .histogram, .edit, .copy]) {
      !$0.model.screens.isEmpty && $1.model.screens.isEmpty
    },
    .turns(.open, in: [.choice]) { $0.model.prompt == nil && $1.model.prompt?.kind == .export },
    .asks(.open, in: [.history]) { $0 == .edit(.undo(0)) },
    .shows("evidence 1 of", .article),
    .shows("evidence 1 of", .article, in: [.text], after: "w"),
    .shows("why this date", .why, in: [.timeline, .text]),
    .shows("Names, and why", .why, in: [.actors]),
    .turns(.nextPart, in: [.text], after: "q", "g", "Enter") { $0.telling < $1.telling },
    .shows("lanes by place", .nextPart, in: [.lanes]),
    .shows("3 actors", .actors),
    .shows("lanes by actor", .lanes),
    .shows("histogram by month", .histogram),
    .turns(.zoomIn) { $0.model.barSpan == .whole && $1.model.barSpan == .year },
    .turns(.zoomOut, after: "z") { $0.model.barSpan == .year && $1.model.barSpan == .whole },
    .shows("histogram by week", .zoomIn, in: [.histogram]),
    .shows("histogram by quarter", .zoomOut, in: [.histogram]),
    .shows("1 column = 4 days", .zoomIn, in: [.lanes]),
    .shows("1 column = 14 days", .zoomOut, in: [.lanes]),
    .turns(.toggleEmpty, in: [.histogram], after: "z") {
      $0.screen.contains("without an event") && !$1.screen.contains("without an event")
    },
    .shows("Keys of", .help, in: everywhere.subtracting([.text])),
    .turns(.help, in: [.text]) { $0.model.screens.count + 1 == $1.model.screens.count },
    .shows("command:", .palette, in: everywhere),
    .turns(.commandLine, in: everywhere) { $0.model.prompt == nil && $1.model.prompt?.kind == .command },
  ]

  private static let editing: [KeyScenario] = [
    .shows("the date is right", .correct, in: [.timeline, .text]),
    .shows("when, in words or digits:", .setDate, in: [.edit]),
    .asks(.confirmDate, in: [.edit]) { $0.kind == "date" },
    .shows("type:", .setType, in: [.edit]),
    .shows("status:", .setStatus, in: [.edit]),
    .shows("who takes part:", .setActors, in: [.edit]),
    .asks(.hideEvent, in: [.edit]) { $0.kind == "hide" },
    .asks(.splitEvent, in: [.edit]) { $0.kind == "split" },
    .shows("one event with:", .joinEvent, in: [.edit]),
    .shows("note:", .note, in: [.timeline, .text, .edit]),
    .shows("tag:", .tag, in: [.timeline, .text, .edit]),
    .asks(.bookmark, in: [.timeline, .text, .edit]) { $0.kind == "bookmark" },
    .asks(.markRead, in: [.timeline, .text, .edit]) { $0.kind == "read" },
    .turns(.writeEvent, in: [.edit]) { _, after in after.question == .edit(.writeType) },
    .shows("the same actor as:", .mergeActor, in: [.actors]),
    .shows("another actor is meant by:", .splitActor, in: [.actors], after: "j"),
    .asks(.undo, in: [.timeline, .text, .actors, .edit, .history]) { $0 == .edit(.undo(nil)) },
    .asks(.redo, in: [.timeline, .text, .actors, .edit, .history]) { $0 == .edit(.redo(nil)) },
    .shows("history of corrections", .history, in: [.timeline, .text, .actors, .edit]),
  ]

  private static let copying: [KeyScenario] = [
    .shows("copy a citation", .copy, in: [.timeline, .text]),
    .asks(.copyText, in: [.copy]) { $0.copied?.contains("Lor Army shelled Karang") == true },
    .asks(.copyCitation, in: [.copy]) { $0.copied?.contains("Harian Uji") == true },
    .asks(.copyURL, in: [.copy]) { $0.copied?.hasPrefix("https://") == true },
    .asks(.copyDate, in: [.copy]) { $0.copied == "2031-03-05" },
  ]

  private static let leaving: [KeyScenario] = [
    .shows("markdown", .export),
    .asks(.openSource, in: [.timeline, .text]) { if case .openURL = $0 { true } else { false } },
    .turns(.chooseSource) { _, after in after.question == .source },
    .turns(.chooseSource, in: [.text], after: "q", "g", "Enter") { _, after in after.question == .source },
    .shows("pipe to:", .pipe),
    .asks(.edit) { $0 == .openInEditor(.everything) },
    .turns(.takeInNew) { $0.model.newCount == 1 && $1.model.newCount == 0 },
    .asks(.redraw, in: everywhere) { $0 == .redraw },
    .asks(.suspend, in: everywhere) { $0 == .suspend },
    .asks(.close) { $0 == .quit },
    .turns(.close, in: everywhere.subtracting([.timeline])) { !$0.model.screens.isEmpty && $1.model.screens.isEmpty },
    .asks(.quit, in: everywhere) { $0 == .quit },
  ]
}

extension ReaderDriver {
  /// The selected entry's day; nil for none.
  fileprivate var day: CivilDay? { model.selection?.key.datedDay }
  /// The selected day of the lanes, as a number.
  fileprivate var laneDay: Int32 { if case .lanes(let state)? = model.screens.last { state.day.number } else { 0 } }
  /// Which piece of evidence is current.
  fileprivate var evidence: Int { if case .article(let state)? = model.screens.last { state.evidence } else { -1 } }
  /// Which telling is shown.
  fileprivate var telling: Int { if case .article(let state)? = model.screens.last { state.mention } else { -1 } }
  /// What is chosen from a list.
  fileprivate var question: ChoiceState.Purpose? {
    if case .choice(let state)? = model.screens.last { state.purpose } else { nil }
  }
}

extension Effect {
  /// The kind of correction that is asked for.
  fileprivate var kind: String? { if case .edit(.make(let correction, _)) = self { correction.kind } else { nil } }
  /// What is to be copied.
  fileprivate var copied: String? { if case .copy(let text) = self { text } else { nil } }
}
