import Timeline

/// A place of the article where an actor or a place is named.
struct Mention: Sendable {
  /// The tokens.
  var tokens: Range<Int>
  /// The actor, an index into the article's cast; nil for a place that stands for no actor.
  var actor: Int?
  /// The kind of that actor.
  var kind: ActorKind?
  /// Whether it is named as a place.
  var isPlace = false
  /// The place's row in the gazetteer; nil where it has none.
  var place: Int?
  /// Whether it only says of which state or body a person or thing is: `Ukraina` in `Presiden Ukraina Zelensky`.
  var isModifier = false
  /// Whether it is an actor without a name, that counts only where it takes part in something.
  var isDescription = false
  /// Whether it is such a one that belongs to a state and acts for it: `the army`, `the junta`.
  var isOrgan = false
  /// Whether the title before the name is a spokesperson's.
  var isSpokesperson = false
  /// Where the title begins that belongs to the name; the first token of the name where there is none.
  var phraseStart: Int
  /// Why these words are this actor, where they are not simply one of its names: a number among the finder's reasons,
  /// so that a mention holds nothing that must be counted when it is copied.
  var reason: Int?

  init(tokens: Range<Int>, actor: Int?, place: Int? = nil) {
    self.tokens = tokens
    self.actor = actor
    self.place = place
    isPlace = actor == nil
    phraseStart = tokens.lowerBound
  }
}

/// An actor of one article while it is being read.
struct CastMember: Sendable {
  var id: ActorID
  var kind: ActorKind
  var name: String
  var parent: ActorID?
  /// The words of the name by key, for surnames; only of persons.
  var nameKeys: [UInt64] = []
  /// The words of the name, for misspellings; only of persons.
  var nameWords: [String] = []
}
