import Text

/// Tells lines that are no prose: links to other articles, bylines.
enum NoiseFilter {
  /// Whether the sentence is such a line: it begins with words that lead elsewhere, or it is a bracketed byline.
  static func isNoise(_ tokens: Range<Int>, _ scan: Scan) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return true }
    if scan.isMark(first, "("), scan.isMark(last, ")"), tokens.count <= 16 { return true }
    let head = tokens.prefix(3).map { scan.tokens[$0].key }
    return leads.contains { head.starts(with: $0) }
  }

  private static let leads: [[UInt64]] = [
    "baca juga", "baca :", "baca selengkapnya", "simak juga", "lihat juga", "berita lain", "berita terkait",
    "artikel terkait",
    "tonton juga", "tonton video", "pilihan editor", "read more", "read also", "also read", "see also", "related :",
    "related articles", "related stories", "more on", "watch :", "photo :", "foto :", "editor :", "reporter :",
    "penulis :", "pewarta :", "advertisement", "iklan", "copyright ©", "sumber :", "follow us", "sign up",
  ].map { Tokenizer.tokens(of: SourceText($0)).map(\.key) }
}
