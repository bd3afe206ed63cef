/// Folds accented Latin letters to the ASCII letters that a reader would type for them, in lower case.
public enum LatinFolding {
  /// The ASCII letters for `scalar`, such as `e` for `É`; nil where it is no Latin letter from U+00C0 to U+017F.
  public static func fold(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= 0xC0, scalar.value <= 0x17F else { return nil }
    let folded = table[Int(scalar.value) - 0xC0]
    return folded == "" ? nil : folded
  }

  /// `text` with case and Latin accents folded and everything else as it is, for searching.
  ///
  /// ```swift
  /// LatinFolding.fold("Türkiye")  // "turkiye"
  /// ```
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) {
      return String(decoding: text.utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var result = ""
    result.unicodeScalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        let isCapital = (65...90).contains(scalar.value)
        result.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      } else if let folded = fold(scalar) {
        result += folded
      } else {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// U+00C0 to U+017F in order; empty for the two signs among them.
  private static let table: [String] = {
    let latin1 = [
      "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
      "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
    ]
    let small = latin1.dropLast() + ["y"]
    let runs: [(String, Int)] = [
      ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 10), ("ij", 2), ("j", 2), ("k", 3), ("l", 10),
      ("n", 9), ("o", 6), ("oe", 2), ("r", 6), ("s", 8), ("t", 6), ("u", 12), ("w", 2), ("y", 3), ("z", 6), ("s", 1),
    ]
    return latin1 + small + runs.flatMap { Array(repeating: $0.0, count: $0.1) }
  }()
}
