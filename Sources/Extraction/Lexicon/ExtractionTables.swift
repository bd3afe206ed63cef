import Dispatch
import Synchronization
import Text
import Timeline

/// The tables that the rules work on, loaded and compiled once. A class only so that handing them on costs one reference;
/// they never change.
final class ExtractionTables: Sendable {
  /// The languages that have triggers and cues.
  static let languages: [LanguageCode] = [.indonesian, .english]

  let actors: ActorGazetteer
  let places: PlaceGazetteer
  /// Rows of all languages; a lexicon's trigger entry is `row * 4 + form`.
  let triggers: [TriggerRow]
  let descriptions: [ActorRecord]
  /// Which of the descriptions belong to a state and act for it.
  let organs: [Bool]
  let titles: [TitleKind]
  let units: [String]
  /// The classes of things that every named person belongs to.
  let personClass: UInt64
  /// The class of things that every named force and armed group belongs to.
  let troopsClass: UInt64
  let attackClass: UInt64
  /// Lengths of time, which are entered and reached as places are.
  let periodClass: UInt64
  /// The class of words for the whole of an army.
  let armyClass: UInt64
  /// The class of things that every named place belongs to.
  let placeClass: UInt64
  private let lexicons: [LanguageCode: Lexicon]

  init(resources: ResourceFolder) throws(TableError) {
    actors = try ActorGazetteer(resources: resources)
    places = try PlaceGazetteer(resources: resources)
    var loader = TableLoader(resources: resources, unnamed: actors.unnamed)
    for language in Self.languages {
      try loader.loadTriggers(language)
      try loader.loadCues(language)
      try loader.loadCredits(language)
    }
    try loader.loadTitles()
    try loader.loadDescriptions()
    try loader.loadUnits()
    triggers = loader.triggers
    descriptions = loader.descriptions
    organs = loader.organs
    titles = loader.titles
    units = loader.units
    personClass = loader.objectClass("person") | loader.objectClass("people")
    troopsClass = loader.objectClass("troops")
    attackClass = loader.objectClass("attack")
    periodClass = loader.objectClass("period")
    armyClass = loader.objectClass("army")
    placeClass = loader.objectClass("place")
    lexicons = Self.lexicons([actors.phrases, places.phrases], loader.phrases)
  }

  /// The lexicons of all languages, each built on a thread of its own: they are most of the start.
  private static func lexicons(_ named: [PhraseList], _ words: [LanguageCode: PhraseList]) -> [LanguageCode: Lexicon] {
    let built = Mutex<[LanguageCode: Lexicon]>([:])
    DispatchQueue.concurrentPerform(iterations: languages.count) { index in
      let language = languages[index]
      let lexicon = Lexicon(named + [words[language] ?? PhraseList()])
      built.withLock { $0[language] = lexicon }
    }
    return built.withLock { $0 }
  }

  /// The phrases of a language; of a language without tables, English.
  func lexicon(_ language: LanguageCode) -> Lexicon {
    lexicons[language] ?? lexicons[.english] ?? Lexicon([])
  }
}

/// What a title says of the person whose name follows.
enum TitleKind: String, Sendable {
  /// Holds an office.
  case office
  /// Holds a rank.
  case rank
  /// Speaks for the organization that the title names.
  case spokesperson
  /// A ministry: with the state beside it, a name of the state.
  case ministry
  /// An armed group, whose name follows.
  case group
}
