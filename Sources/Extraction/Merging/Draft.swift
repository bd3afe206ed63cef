import Text
import Timeline

/// An event while it is being put together: actors are members of the cast, sentences and expressions are numbers.
struct Draft: Sendable {
  var type: EventType
  var subtype: String?
  var status: EventStatus
  /// The sentence that tells it and those that go on about it.
  var sentences: [Int]
  let trigger: Range<Int>
  let row: Int
  let isNoun: Bool
  /// Whether the grammar gives it a doer of its own.
  var hasOwnDoer: Bool
  var doers: [Int]
  var sufferers: [Int]
  var receivers: [Int]
  /// Who says so.
  var speakers: [Int] = []
  /// Sources behind the speaker.
  var chain: [Int] = []
  var outlet: Int?
  /// The date expression that belongs to it.
  var timex: Int?
  /// What the clause shares with its neighbors, used where it has none of its own.
  var sharedTimex: Int?
  /// The date of the heading above it.
  var sectionTimex: Int?
  var date: EventDate?
  /// The draft in whose report it stands.
  var governor: Int?
  var isDenied = false
  var isBackground = false
  var isPrior = false
  /// How many days before the sentence's main event it came, where the words tell.
  var daysPrior: Int?
  /// Whether its date is the last possible.
  var isUpperBound = false
  /// Whether it is a reporting verb behind its report, beside which a date is the day of speaking for certain.
  var isFinalReport = false
  /// Whether it came of an attack that the sentence names as earlier: `after an attack that killed 26`.
  var isOfEarlierAttack = false
  /// Whether its date is the day since which its figures are counted.
  var isCountedSince = false
  /// Whether the speaker goes on from the sentence before, named by a pronoun or not at all.
  var isContinuation = false
  /// The speech occasion that it belongs to.
  var occasion: Int?
  var place: PlaceMention?
  var figures: [Figure] = []
  /// The draft that it was joined to; nil where it stands.
  var joinedTo: Int?

  /// Whether it is something said.
  var isSpeech: Bool { status == .statement }
}
