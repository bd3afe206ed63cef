/// A trigger at work in a sentence.
struct Predicate: Sendable {
  /// The row of the trigger table.
  let row: Int
  /// The words.
  let tokens: Range<Int>
  /// How it is written.
  let form: TriggerForm
  /// Whether it ends in a clitic, so that its subject stands in the word: `ujarnya`.
  let hasClitic: Bool
  /// Whether what it tells is asserted at all.
  var force = Force.asserted
  /// Whether it lies before the narrative's day: `sebelumnya`.
  var isBackground = false
  /// The predicate of the same sentence in whose report it stands.
  var governor: Int?
  /// Whether what is said comes before this reporting verb.
  var isFinal = false
  /// Whether a word such as `setelah` puts it before the sentence's main verb.
  var isPrior = false
  /// Whether it stands in a clause that only describes a noun: `which had reinforced its garrison`.
  var isRelative = false
  /// The noun of the attack that it describes: `an attack that killed 26`.
  var describedAttack: Int?
  /// How many days before, where the words tell: `sehari setelah`.
  var daysPrior: Int?

  /// How strongly a predicate is told.
  enum Force: Sendable {
    /// As a fact or somebody's word.
    case asserted
    /// As something to come.
    case planned
    /// Not at all: negated, supposed, aimed at.
    case unasserted
  }

  /// Whether it is a noun.
  var isNoun: Bool { form == .noun }
}
