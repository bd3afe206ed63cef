/// The tables whose phrases the lexicon holds.
enum LexicalTable: UInt8, Sendable, Hashable {
  /// Named actors by any alias; the row is an index into the gazetteer.
  case actor
  /// The people or the adjective of a state: `Israeli`.
  case demonym
  /// A capital, a palace or a seat that may stand for its government.
  case metonym
  /// An office with the state it belongs to: `Presiden Rusia`.
  case office
  /// A place.
  case place
  /// An actor without a name of its own.
  case description
  /// A word before a person's name.
  case title
  /// A form of a trigger.
  case trigger
  /// A word that turns, joins or places.
  case cue
  /// A word that credits somebody.
  case credit
  /// A class of things.
  case object
  /// What a number counts.
  case unit

  /// Whether its phrases are names, which are written with a capital somewhere.
  var holdsNames: Bool {
    switch self {
    case .actor, .demonym, .metonym, .office, .place: true
    default: false
    }
  }
}
