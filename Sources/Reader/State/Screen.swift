import Timeline

/// A screen above the timeline, with what it remembers.
enum Screen: Sendable {
  /// The article of the selected entry.
  case article(ArticleState)
  /// Why the selected entry has its date.
  case why(scroll: Int)
  /// The keys.
  case help(scroll: Int, of: KeyContext)
  /// Who takes part.
  case actors(ActorIndexState)
  /// All about one of them.
  case actor(scroll: Int, ActorSummary, companions: [ActorSummary])
  /// Events over time.
  case histogram(HistogramState)
  /// Actors over time.
  case lanes(LanesState)
  /// What can be done with the selected entry, and which of it is selected.
  case menu(Menu, ListCursor)
  /// The corrections that were made.
  case history(HistoryState)
  /// The formats of an export.
  case export(ExportState)
  /// Something to choose from.
  case choice(ChoiceState)

  /// Where a key is looked up.
  var context: KeyContext {
    switch self {
    case .article, .why, .help, .actor: .text
    case .actors: .actors
    case .histogram: .histogram
    case .lanes: .lanes
    case .choice, .export: .choice
    case .menu(let menu, _): menu.context
    case .history: .history
    }
  }
}

/// A key behind which others stand, each a letter.
enum Menu: String, Sendable, Hashable {
  /// What can be corrected.
  case edit
  /// What can be copied.
  case copy

  /// Where its keys are looked up.
  var context: KeyContext {
    switch self {
    case .edit: .edit
    case .copy: .copy
    }
  }
}

/// What the article's screen remembers.
struct ArticleState: Sendable, Hashable {
  /// The first line shown.
  var scroll = 0
  /// Which piece of evidence is current.
  var evidence = 0
  /// Which of the entry's articles.
  var mention = 0
  /// Whether `n` steps through the words that were searched, and not through the evidence.
  var isFinding = false
}

/// A list to choose from.
struct ChoiceState: Sendable, Hashable {
  /// What is chosen.
  enum Purpose: Sendable, Hashable {
    /// A command.
    case palette
    /// A saved filter.
    case savedFilter
    /// Which of several sources.
    case source
    /// Something to say of an event or an actor.
    case edit(EditQuestion)
  }

  /// One line of it.
  struct Option: Sendable, Hashable {
    /// What is handed on.
    var value: String
    /// What is shown.
    var label: String
    /// What is shown at the right.
    var hint: String
  }

  /// What is chosen.
  var purpose: Purpose
  /// The lines that match.
  var options: [Option]
  /// The selected one.
  var cursor = ListCursor()
  /// What has been typed to narrow the list.
  var editor = LineEditor()
  /// All lines.
  var all: [Option]

  /// A list with everything in it.
  init(_ purpose: Purpose, _ all: [Option]) {
    self.purpose = purpose
    self.all = all
    options = all
  }
}
