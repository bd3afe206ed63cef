/// Everything that a key, the command line or the palette can ask for. The raw value is the name on the command line and
/// the key of its text in `interface/*.tsv`, behind `command.`.
public enum Command: String, Sendable, Hashable, CaseIterable {
  // Moving by rows.
  case down, up, first, last
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  // Moving by time.
  case nextDay = "next-day"
  case previousDay = "previous-day"
  case nextMonth = "next-month"
  case previousMonth = "previous-month"
  case nextYear = "next-year"
  case previousYear = "previous-year"
  case goToDate = "go-to-date"
  case repeatDate = "repeat-date"
  // Moving by meaning.
  case nextOfActor = "next-of-actor"
  case previousOfActor = "previous-of-actor"
  case chooseActor = "choose-actor"
  case nextOfPlace = "next-of-place"
  case previousOfPlace = "previous-of-place"
  case nextOfStory = "next-of-story"
  case previousOfStory = "previous-of-story"
  case back = "jump-back"
  case forward = "jump-forward"
  case mark
  case nextMark = "next-mark"
  case previousMark = "previous-mark"
  case offset
  // Finding and filtering.
  case find
  case findNext = "find-next"
  case findPrevious = "find-previous"
  case onlyActor = "only-actor"
  case onlyThis = "only-this"
  case filter
  case savedFilters = "saved-filters"
  case toggleFilter = "toggle-filter"
  // Screens.
  case open
  case article, why, actors, lanes, histogram, help, palette
  case commandLine = "command-line"
  case nextPart = "next-part"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case left, right
  case toggleEmpty = "toggle-empty"
  // Correcting.
  case correct
  case setDate = "set-date"
  case confirmDate = "confirm-date"
  case setType = "set-type"
  case setStatus = "set-status"
  case setActors = "set-actors"
  case hideEvent = "hide-event"
  case splitEvent = "split-event"
  case joinEvent = "join-event"
  case note, tag, bookmark
  case markRead = "mark-read"
  case writeEvent = "write-event"
  case sortActors = "sort-actors"
  case mergeActor = "merge-actor"
  case splitActor = "split-actor"
  case undo, redo, history
  // Out of the program.
  case export
  case openSource = "open-source"
  case chooseSource = "choose-source"
  case copy
  case copyText = "copy-text"
  case copyCitation = "copy-citation"
  case copyURL = "copy-url"
  case copyDate = "copy-date"
  case pipe
  case edit = "open-in-editor"
  case takeInNew = "take-in-new"
  case redraw, suspend, close, quit
}
