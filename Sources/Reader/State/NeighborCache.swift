import Timeline

/// An entry of an actor.
public struct ActorPlace: Sendable, Hashable {
  /// The actor.
  public var actor: ActorID
  /// The entry.
  public var key: TimelineKey

  /// A place.
  public init(actor: ActorID, key: TimelineKey) {
    self.actor = actor
    self.key = key
  }
}

/// What the actors of the entries around the selection do before and after them, so that the next line is there before it
/// is asked for.
struct NeighborCache: Sendable {
  private var found: [ActorPlace: ActorNeighbors] = [:]
  /// The places, the last read at the end.
  private var order: [ActorPlace] = []

  /// Places that are kept.
  private static let limit = 64

  /// The neighbors of a place; nil while they are not read.
  subscript(place: ActorPlace) -> ActorNeighbors? { found[place] }

  /// Takes in what was found.
  mutating func take(_ neighbors: [ActorNeighbors]) {
    for neighbors in neighbors where found.updateValue(neighbors, forKey: neighbors.place) == nil {
      order.append(neighbors.place)
    }
    while order.count > Self.limit { found[order.removeFirst()] = nil }
  }

  /// Forgets everything: what was read may have changed.
  mutating func forget() { self = NeighborCache() }
}
