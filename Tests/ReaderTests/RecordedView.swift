import Timeline

@testable import Reader

/// Everything that the reader can show, each with the keys that lead there. `init` and `keys` name every case, so that a
/// screen, a question or a list that is new is recorded too, or nothing builds.
enum RecordedView: String, CaseIterable, Sendable {
  case timeline, article, why, help, actors, actor, history, export
  case histogramByMonth = "histogram-month"
  case histogramByHour = "histogram-hour"
  case lanesByActor = "lanes-actor"
  case lanesByPlace = "lanes-place"
  case lanesByType = "lanes-type"
  case lanesByStatus = "lanes-status"
  case edit = "menu-edit"
  case copy = "menu-copy"
  case palette = "choice-palette"
  case savedFilters = "choice-filters"
  case sources = "choice-sources"
  case chooseType = "choice-type"
  case chooseStatus = "choice-status"
  case chooseActors = "choice-actors"
  case chooseEvent = "choice-event"
  case chooseActor = "choice-actor"
  case chooseName = "choice-name"
  case find = "prompt-find"
  case filter = "prompt-filter"
  case date = "prompt-date"
  case exportFile = "prompt-export"
  case command = "prompt-command"
  case pipe = "prompt-pipe"
  case answer = "prompt-answer"

  /// What a reader shows.
  init(_ model: Model) {
    self = model.prompt.map { Self($0.kind) } ?? Self(model.screens.last)
  }

  private init(_ kind: Prompt.Kind) {
    self =
      switch kind {
      case .find: .find
      case .filter: .filter
      case .date: .date
      case .export: .exportFile
      case .command: .command
      case .pipe: .pipe
      case .edit: .answer
      }
  }

  private init(_ screen: Screen?) {
    self =
      switch screen {
      case nil: .timeline
      case .article?: .article
      case .why?: .why
      case .help?: .help
      case .actors?: .actors
      case .actor?: .actor
      case .histogram(let state)?: state.unit == .hour ? .histogramByHour : .histogramByMonth
      case .lanes(let state)?: Self(state.kind)
      case .menu(.edit, _)?: .edit
      case .menu(.copy, _)?: .copy
      case .history?: .history
      case .export?: .export
      case .choice(let state)?: Self(state.purpose)
      }
  }

  private init(_ kind: LaneKind) {
    self =
      switch kind {
      case .actor: .lanesByActor
      case .place: .lanesByPlace
      case .type: .lanesByType
      case .status: .lanesByStatus
      }
  }

  private init(_ purpose: ChoiceState.Purpose) {
    self =
      switch purpose {
      case .palette: .palette
      case .savedFilter: .savedFilters
      case .source: .sources
      case .edit(.type), .edit(.writeType): .chooseType
      case .edit(.status): .chooseStatus
      case .edit(.actors): .chooseActors
      case .edit(.join): .chooseEvent
      case .edit(.merge): .chooseActor
      case .edit(.splitName): .chooseName
      // These are typed.
      case .edit(.date), .edit(.newActor), .edit(.note), .edit(.tag), .edit(.writeSummary), .edit(.writeDate),
        .edit(.writeSource):
        .answer
      }
  }

  /// The keys that lead there from the timeline's start.
  var keys: [String] {
    switch self {
    case .timeline: ["j", "j"]
    case .article: ["j", "j", "v"]
    case .why: ["j", "j", "w"]
    case .help: ["?"]
    case .actors: ["I", "j"]
    case .actor: ["I", "j", "w"]
    case .histogramByMonth: ["i"]
    case .histogramByHour: ["i", "z", "z", "z"]
    case .history: ["H"]
    case .export: ["e", "j"]
    case .lanesByActor: ["L"]
    case .lanesByPlace: ["L", "Tab"]
    case .lanesByType: ["L", "Tab", "Tab"]
    case .lanesByStatus: [":", "lanes status", "Enter"]
    case .edit: ["="]
    case .copy: ["y"]
    case .palette: ["^P", "mon"]
    case .savedFilters: [":", "save all of it", "Enter", "f", "type:attack", "Enter", ":", "save fights", "Enter", "F"]
    case .sources: ["O"]
    case .chooseType: ["=", "t"]
    case .chooseStatus: ["=", "s"]
    case .chooseActors: ["=", "a"]
    case .chooseEvent: ["=", "o"]
    case .chooseActor: ["I", "J"]
    case .chooseName: ["I", "j", "P"]
    case .find: ["/", "depot"]
    case .filter: ["f", "type:atack"]
    case .date: ["t", "akhir Maret 2031"]
    case .exportFile: ["e", "j", "Enter"]
    case .command: [":", "lanes place"]
    case .pipe: ["|", "wc -l"]
    case .answer: ["=", "d", "7 Maret 2031"]
    }
  }
}
