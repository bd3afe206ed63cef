import Text

/// The characters that a terminal can show.
public enum Repertoire: Sendable, Hashable {
  /// All of Unicode.
  case unicode
  /// ASCII only: the locale's encoding is not UTF-8, or ASCII was asked for.
  case ascii
}

/// Letters and signs in ASCII, for a terminal that has no others.
enum ASCIIText {
  /// `character` in ASCII: the Latin letter without its accent, the plain form of a quotation mark or dash, else `?`.
  static func form(of character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "?" }
    if scalar.isASCII { return String(scalar) }
    if let sign = signs[scalar] { return sign }
    guard let letters = LatinFolding.fold(scalar) else { return "?" }
    return scalar.properties.isUppercase ? letters.uppercased() : letters
  }

  private static let signs: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "‘": "'", "’": "'", "‚": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‹": "<",
    "›": ">", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "~", "•": "*", "·": ".", "→": ">", "←": "<",
    "×": "x", "°": "o", "†": "r", "№": "N",
  ]
}
