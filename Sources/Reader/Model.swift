import Temporal
import Text
import Timeline

/// The reader: everything that it knows, as one value. `update` is the only place where it changes, `grid` the only
/// place where it is drawn.
///
/// ```swift
/// var model = Model(look: look, title: "articles", size: GridSize(rows: 24, columns: 80))
/// let effects = model.start()                    // run these, and hand their answers to update
/// let more = model.update(.key(.character("j")))
/// print(model.grid().text)
/// ```
public struct Model: Sendable {
  /// Words, marks, characters.
  public let look: Look
  /// Which key does what.
  public let keys: KeyTable
  /// What is being read: a folder, a library.
  public let title: String
  /// The day on which it is read, for citations; nil leaves it out.
  public let today: CivilDay?
  /// The terminal's size.
  public internal(set) var size: GridSize

  /// The filter.
  public internal(set) var query: TimelineQuery
  /// What the filter was before, for going back.
  var earlierQueries: [TimelineQuery] = []
  /// The filter that is switched off for the moment.
  var restingQuery: TimelineQuery?
  /// What there is; nil until the first answer.
  var overview: TimelineOverview? {
    didSet {
      allDays = DayTotals(overview?.allDays ?? [])
      matchingDays = DayTotals(overview?.matchingDays ?? [])
    }
  }
  /// The days of everything, added up.
  private(set) var allDays = DayTotals()
  /// The days of the filter, added up.
  private(set) var matchingDays = DayTotals()
  /// The entries around the selection.
  var window = EntryWindow()
  /// The line of the list on which the selection stands.
  var line = 0
  /// How much of the time the density bar shows.
  var barSpan = BarSpan.whole
  /// Everything about the selected entry and those around it, as far as it has been read.
  var details = DetailCache()
  /// Where the lines of the article stand that was laid out last.
  var keptLayout: (key: ArticleLayoutKey, layout: ArticleLayout)?
  /// Where the selected entry and those around it stand among those of their actors, as far as it has been read.
  var neighbors = NeighborCache()
  /// A correction of an entry that is still being read: it is made once the entry is there.
  var waitingCorrection: (correction: Correction, entry: Int64)?
  /// Which of the selected entry's actors is meant by "same actor".
  var chosenActor = 0

  /// The screens above the timeline, the last one on top.
  var screens: [Screen] = []
  /// The line that is being typed.
  var prompt: Prompt?
  /// What is said in the last line until the next key.
  var notice: Notice?
  /// Whether the next hit was asked for, and not a hit while typing, whose answer may come after Enter.
  var isFindingAgain = false
  /// What was searched for last.
  var lastFind: String?
  /// The date that was gone to last.
  var lastDate: String?
  /// Where jumps came from and went to.
  var jumps = JumpList()
  /// Marked entries.
  var marks: [TimelineKey] = []
  /// Filters with names.
  var savedFilters: [SavedFilter]
  /// Names that a filter is completed with, as far as they have been read.
  var knownNames: [QueryKey: [String]] = [:]
  /// Whether a key has been pressed: from then on what arrives does not move the selection.
  var isInUse = false
  /// Whether the run that is being read is one that was asked for by going there, not the present one read anew.
  var isLeaping = false
  /// Entries that have arrived and are not shown yet.
  var newCount = 0
  /// What is being done meanwhile.
  var progress: String?
  /// How far the work is that was asked for and can be stopped.
  var work: String?

  /// Effects that wait for their answer, so that none is asked for twice.
  var pending: Set<Effect> = []

  /// A reader that has not read anything yet.
  public init(
    look: Look, keys: KeyTable = .standard, title: String, query: TimelineQuery = .everything,
    savedFilters: [SavedFilter] = [], today: CivilDay? = nil, size: GridSize
  ) {
    self.look = look
    self.keys = keys
    self.title = title
    self.today = today
    self.query = query
    self.savedFilters = savedFilters
    self.size = size
  }

  /// What to ask first.
  public mutating func start() -> [Effect] { load(around: .first) }

  /// Whether the first entries have been read, so that there is something to show.
  public var hasFirstPage: Bool { overview != nil && !pending.contains(.page(query, around: .first)) }

  /// The entry under the cursor.
  public var selection: TimelineEntry? { window.selection }

  /// The actor that "same actor" means.
  var actor: NamedActor? { selection.flatMap(actor) }

  /// The actor that "same actor" means where an entry is selected.
  func actor(of entry: TimelineEntry) -> NamedActor? {
    let actors = entry.distinctActors
    return actors.isEmpty ? nil : actors[chosenActor % actors.count]
  }

  /// Where the selected entry stands among those of its actor; nil while that is not read.
  var shownNeighbors: ActorNeighbors? { selection.flatMap(place).flatMap { neighbors[$0] } }

  /// An entry as one of its actor's; nil where it has none.
  func place(of entry: TimelineEntry) -> ActorPlace? {
    actor(of: entry).map { ActorPlace(actor: $0.id, key: entry.key) }
  }

  /// Where a key is looked up.
  var context: KeyContext { screens.last?.context ?? .timeline }

  /// Reads the filter anew and shows it around a place.
  mutating func load(around anchor: Effect.Anchor) -> [Effect] {
    let effects: [Effect] = [.overview(query), .page(query, around: anchor)]
    return effects.filter { ask($0) }
  }

  /// Notes that an effect is asked for; false where it already waits.
  mutating func ask(_ effect: Effect) -> Bool { pending.insert(effect).inserted }
}

/// A word to the reader in the last line.
struct Notice: Sendable, Hashable {
  /// The words.
  var text: String
  /// Whether it tells a failure.
  var isFailure = false
}

extension TimelineEntry {
  /// Each actor once, in the entry's order.
  var distinctActors: [NamedActor] {
    var seen: Set<ActorID> = []
    return actors.filter { seen.insert($0.id).inserted }
  }
}
