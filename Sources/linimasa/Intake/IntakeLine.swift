import Foundation

/// One line on standard error that says how far the adding of articles is, drawn only where a person sees it.
struct IntakeLine {
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var next = ContinuousClock.now + .milliseconds(300)
  private var isDrawn = false
  private static let width = 20

  /// - Parameter isShown: whether it may be drawn; none is drawn into a file.
  init(isShown: Bool = isatty(STDERR_FILENO) == 1) { self.isShown = isShown }

  /// Draws how far it is, at most ten times a second.
  mutating func show(_ progress: ArticleIntake.Progress, articles: Int) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(100)
    isDrawn = true
    write("\r\(Self.text(progress, articles: articles, seconds: (.now - started) / .seconds(1)))\u{1B}[K")
  }

  /// Takes the line away.
  mutating func end() {
    if isDrawn { write("\r\u{1B}[K") }
    isDrawn = false
  }

  /// The line: `[##########..........]  50%  12000 articles, 2400/s, 0:05 left`.
  ///
  /// - Parameter seconds: the time since the beginning.
  static func text(_ progress: ArticleIntake.Progress, articles: Int, seconds: Double) -> String {
    let rate = seconds > 0 ? Int(Double(articles) / seconds) : 0
    let count = "\(articles) articles, \(rate)/s"
    guard progress.total > 0, progress.done > 0 else { return count }
    let share = min(1, Double(progress.done) / Double(progress.total))
    let full = Int(share * Double(width))
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    let left = Int((seconds / share - seconds).rounded(.up))
    let percent = Int(share * 100)
    let padding = String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
    return "[\(bar)] \(padding)\(percent)%  \(count), \(clock(left)) left"
  }

  /// `1:05` or `2:00:05`.
  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
