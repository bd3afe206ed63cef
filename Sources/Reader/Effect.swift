import Temporal
import Timeline

/// Something that the reader wants of the world. The loop runs it and answers with a `Message` that carries the effect's
/// query, so that an answer to a question that is no longer asked can be dropped.
public enum Effect: Sendable, Hashable {
  /// Count the filter.
  case overview(TimelineQuery)
  /// Read a run of the filter around a place.
  case page(TimelineQuery, around: Anchor)
  /// Read on from a key.
  case extend(TimelineQuery, from: TimelineKey, TimelineDirection)
  /// Read everything about some entries.
  case details([TimelineEntry])
  /// Read what actors do before and after entries of theirs.
  case neighbors(TimelineQuery, of: [ActorPlace])
  /// Find the nearest entry with these words, from a key on.
  case find(TimelineQuery, words: String, from: TimelineKey?, TimelineDirection)
  /// Find the nearest entry of another filter, from a key on: the next one at the same place, of the same story.
  case follow(TimelineQuery, from: TimelineKey, TimelineDirection)
  /// Read who takes part.
  case actors(TimelineQuery)
  /// Read the lanes.
  case lanes(TimelineQuery, by: LaneKind)
  /// Count the entries of more than one day.
  case spreads(TimelineQuery)
  /// Count the entries of a day by hour.
  case hours(TimelineQuery, of: CivilDay)
  /// Read who takes part together with an actor.
  case companions(TimelineQuery, ActorID)
  /// Read the days that words mean.
  case readDate(String, from: CivilDay?)
  /// Read the entries of a stretch of time for one lane or bucket, the first few.
  case glance(TimelineQuery, limit: Int)
  /// Write the filter to a file; over one that is there only where that is asked for.
  case export(TimelineQuery, format: String, path: String, replacing: Bool)
  /// Read what a file of the filter would look like.
  case previewExport(TimelineQuery, format: String, lines: Int)
  /// Stop the work that is being done.
  case stopWork
  /// Put text on the clipboard.
  case copy(String)
  /// Give the filter as text to a command of the shell, on the terminal.
  case pipe(TimelineQuery, command: String)
  /// Open the filter as text in the user's editor.
  case openInEditor(TimelineQuery)
  /// Open an address.
  case openURL(String)
  /// Correct something.
  case edit(EditRequest)
  /// Read the last corrections.
  case history
  /// Keep saved filters.
  case saveFilters([SavedFilter])
  /// Stop until the shell continues the program.
  case suspend
  /// Draw everything anew.
  case redraw
  /// End the program.
  case quit

  /// Where a run is read.
  public enum Anchor: Sendable, Hashable {
    /// At the timeline's start.
    case first
    /// At its end.
    case last
    /// Around a key: the first entry that does not stand before it is selected.
    case key(TimelineKey)
  }
}

/// A filter with a name.
public struct SavedFilter: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// The filter as it is typed.
  public var text: String

  /// A named filter.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
