import Text

/// Text as it is searched: case and Latin accents folded, every run of other characters than letters and digits one
/// blank. A library's full-text index and a search in memory cut words here, so both find the same.
///
/// ```swift
/// SearchText("Gencatan-senjata di Türkiye").contains(words: ["gencatan", "turk"])  // true
/// ```
public struct SearchText: Sendable, Hashable {
  /// The folded words, each after one blank.
  private let bytes: [UInt8]

  /// The words of some texts, in which no phrase runs from one text to the next.
  public init(_ texts: [String]) {
    bytes = texts.flatMap { text in Self.words(of: text).flatMap { [0x20] + Array($0.utf8) } }
  }

  /// The words of one text.
  public init(_ text: String) { self.init([text]) }

  /// The folded words in one line, apart by blanks.
  public var string: String { String(decoding: bytes.dropFirst(), as: UTF8.self) }

  /// Whether every one of `words`, which must be folded, begins a word here. An empty list is contained in any text.
  public func contains(words: [String]) -> Bool {
    words.allSatisfy { contains([0x20] + Array($0.utf8)) }
  }

  private func contains(_ needle: [UInt8]) -> Bool {
    guard needle.count > 1, needle.count <= bytes.count else { return false }
    return (0...bytes.count - needle.count).contains { start in
      bytes[start] == needle[0] && bytes[start + 1] == needle[1] && bytes[start..<start + needle.count] == needle[...]
    }
  }

  /// The folded words of a text, in its order.
  public static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in LatinFolding.fold(text).unicodeScalars {
      if isLetterOrDigit(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !isCombining(scalar), !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// A name as names are compared: its folded words.
  public static func name(_ text: String) -> String { words(of: text).joined(separator: " ") }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 48...57, 97...122: true
    case ..<128: false
    default: (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) && !isCombining(scalar)
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }
}
