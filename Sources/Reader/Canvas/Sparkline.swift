/// Counts as a row of blocks: none is blank, one is never blank, the greatest is full.
enum Sparkline {
  /// The block of each count against the greatest of `counts`, or against `peak`.
  static func text(_ counts: [Int], peak: Int? = nil, repertoire: Repertoire) -> String {
    let peak = max(peak ?? counts.max() ?? 0, 1)
    return String(counts.map { block($0, peak: peak, repertoire: repertoire) })
  }

  /// The block of one count. Heights grow with the square root, so that a few events still show beside a thousand.
  static func block(_ count: Int, peak: Int, repertoire: Repertoire) -> Character {
    let blocks = repertoire == .ascii ? ascii : unicode
    if count <= 0 { return blocks[0] }
    let share = (Double(count) / Double(max(peak, 1))).squareRoot()
    let level = Int((share * Double(blocks.count - 1)).rounded(.up))
    return blocks[min(max(level, 1), blocks.count - 1)]
  }

  private static let unicode: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let ascii: [Character] = [" ", ".", ":", "-", "=", "+", "*", "#", "@"]
}
