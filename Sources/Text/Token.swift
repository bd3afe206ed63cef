/// A word, a number or a mark of a text.
public struct Token: Sendable, Hashable {
  /// Index of the first byte.
  public let start: Int32
  /// Index after the last byte.
  public let end: Int32
  /// What it is.
  public let kind: TokenKind
  /// How its letters are written.
  public let casing: Casing
  /// Hash of the word with case and Latin accents folded: equal words have equal hashes in every text. A word table is
  /// looked up by it, with no string made.
  public let key: UInt64

  /// A token.
  public init(start: Int32, end: Int32, kind: TokenKind, casing: Casing, key: UInt64) {
    self.start = start
    self.end = end
    self.kind = kind
    self.casing = casing
    self.key = key
  }

  /// Where it stands.
  public var span: TextSpan { TextSpan(Int(start), Int(end)) }
}

/// What a token is.
public enum TokenKind: UInt8, Sendable, Hashable {
  /// A run of letters and combining marks. Hyphens and apostrophes end it: `TPNPB-OPM` is three tokens.
  case word
  /// A run of ASCII digits.
  case number
  /// One other visible character.
  case mark
  /// One line feed.
  case lineBreak
}

/// How the letters of a word are written.
public enum Casing: UInt8, Sendable, Hashable {
  /// No capital letter at the start, or no letter at all.
  case lower
  /// A capital at the start, at least one small letter later or a single letter.
  case capitalized
  /// Two or more letters, all capitals.
  case upper
}
