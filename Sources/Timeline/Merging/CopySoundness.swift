import Temporal
import Text

/// How sound a copy of an article is: copies of one story are republished, rewritten by programs, cut and damaged, and what
/// a damaged one lacks a sound one tells.
///
/// The day of publication weighs most, since every relative date hangs on it; then what is torn or cannot be read.
///
/// ```swift
/// CopySoundness(rewritten) < CopySoundness(original)  // true: it does not say when it appeared
/// ```
public struct CopySoundness: Sendable, Comparable {
  /// 2 where the copy says when it appeared, 1 where that was concluded, 0 where nothing tells.
  let publication: Int
  /// Repaired dates and unreadable characters, for ten thousand bytes of text.
  let damage: Int

  /// The soundness of an article as it was read.
  public init(_ copy: AnnotatedArticle) {
    publication = Self.rank(of: copy.article.publication)
    let repairs = copy.timexes.count { $0.basis == .repaired }
    let faults = repairs + Self.unreadable(copy.article.text.bytes)
    damage = faults * 10_000 / max(1, copy.article.text.count)
  }

  /// Whether a copy tells by itself when it appeared.
  var isDated: Bool { publication == 2 }

  /// Whether text holds characters that could not be read.
  static func isUnreadable(_ text: String) -> Bool { text.unicodeScalars.contains("\u{FFFD}") }

  private static func rank(of publication: Publication) -> Int {
    guard publication.day != nil else { return 0 }
    switch publication.basis {
    case .given, .header: return 2
    case .inferred: return 1
    case .none: return 0
    }
  }

  /// How many U+FFFD there are (EF BF BD in UTF-8).
  private static func unreadable(_ bytes: [UInt8]) -> Int {
    bytes.indices.dropLast(2).count { bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD }
  }

  /// Whether `a` is the worse copy.
  public static func < (a: CopySoundness, b: CopySoundness) -> Bool {
    (a.publication, -a.damage) < (b.publication, -b.damage)
  }

  /// When the original of a story appeared, by its soundest copy that says so, of several the earliest; nil where none
  /// does. The words name the copy.
  public static func publication(ofStory copies: [AnnotatedArticle]) -> Publication? {
    let dated = copies.map { (copy: $0.article, soundness: CopySoundness($0)) }.filter(\.soundness.isDated)
    let best = dated.min { a, b in
      a.soundness == b.soundness
        ? a.copy.publication.day?.number ?? .max < b.copy.publication.day?.number ?? .max : a.soundness > b.soundness
    }
    guard let best, let day = best.copy.publication.day else { return nil }
    return Publication(day: day, basis: .inferred, evidence: "another copy: \(best.copy.outlet ?? best.copy.id)")
  }
}
