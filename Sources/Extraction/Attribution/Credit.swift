/// Whom a word credits: the first column of `attribution.*.tsv`.
enum Credit: Int32, Sendable, CaseIterable {
  /// A news outlet follows.
  case outlet
  /// Whoever is behind the account follows.
  case source
  /// Numbers, not the account, are the source's: `Israeli tallies`.
  case tally

  /// The credit of a name as the tables write it; nil for an unknown name.
  init?(name: String) {
    guard let credit = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = credit
  }
}
