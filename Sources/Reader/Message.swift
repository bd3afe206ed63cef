import Temporal
import Timeline

/// Something that has happened: a key, a new size, an answer to an effect.
public enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something at a place.
  case mouse(MouseAction, row: Int, column: Int)
  /// The terminal has another size.
  case resized(GridSize)
  /// The source has this many more entries than before; `isStreaming` where they are to be shown at once.
  case arrived(Int, isStreaming: Bool)
  /// How far the reading of articles is; nil when it is done.
  case progress(String?)
  /// How far the work is that was asked for and can be stopped; nil when it has ended.
  case working(String?)
  /// Answer to `.previewExport`.
  case exportPreview(ExportGlance)
  /// Answer to `.overview`.
  case overview(TimelineQuery, TimelineOverview)
  /// Answer to `.page`.
  case page(TimelineQuery, Effect.Anchor, EntryPage)
  /// Answer to `.extend`.
  case extended(TimelineQuery, from: TimelineKey, TimelineDirection, EntryPage)
  /// Answer to `.details`; an entry that is gone has none, and is not asked for again.
  case details([TimelineEntry], [EntryDetail])
  /// Answer to `.neighbors`.
  case neighbors(TimelineQuery, [ActorNeighbors])
  /// Answer to `.find`; nil where nothing was found.
  case found(TimelineQuery, words: String, TimelineDirection, TimelineKey?)
  /// Answer to `.follow`; nil where nothing follows.
  case followed(TimelineQuery, TimelineDirection, TimelineKey?)
  /// Answer to `.actors`.
  case actors(TimelineQuery, [ActorSummary])
  /// Answer to `.lanes`.
  case lanes(TimelineQuery, LaneKind, [Lane])
  /// Answer to `.spreads`.
  case spreads(TimelineQuery, [DateSpread])
  /// Answer to `.hours`.
  case hours(TimelineQuery, of: CivilDay, [HourCount])
  /// Answer to `.companions`.
  case companions(ActorID, [ActorSummary])
  /// Answer to `.readDate`; nil where the words name no day.
  case date(String, DateSpan?)
  /// Answer to `.glance`.
  case glance(TimelineQuery, [TimelineEntry])
  /// Answer to `.edit`; nil where there was nothing to take back or to make again.
  case edited(EditRequest, CorrectionLine?)
  /// Answer to `.history`, the newest first.
  case history([CorrectionLine])
  /// An effect was not run, since a later one of its kind took its place.
  case dropped(Effect)
  /// Something was done that deserves a word.
  case done(String)
  /// Something failed, in words for people; the effect that it was, where it was one.
  case failed(Effect?, String)
}

/// What a mouse can do here.
public enum MouseAction: Sendable, Hashable {
  /// The left button.
  case press
  /// The wheel away from the hand.
  case wheelUp
  /// The wheel towards the hand.
  case wheelDown
}

/// Where an entry stands among those of one actor.
public struct ActorNeighbors: Sendable, Equatable {
  /// The actor.
  public var actor: ActorID
  /// The entry.
  public var key: TimelineKey
  /// How many of the actor's entries stand before it.
  public var position: Int
  /// How many there are.
  public var total: Int
  /// The one before it.
  public var previous: TimelineEntry?
  /// The one after it.
  public var next: TimelineEntry?

  /// The actor's entry that these are the neighbors of.
  public var place: ActorPlace { ActorPlace(actor: actor, key: key) }

  /// Neighbors.
  public init(
    actor: ActorID, key: TimelineKey, position: Int, total: Int, previous: TimelineEntry?, next: TimelineEntry?
  ) {
    self.actor = actor
    self.key = key
    self.position = position
    self.total = total
    self.previous = previous
    self.next = next
  }
}
