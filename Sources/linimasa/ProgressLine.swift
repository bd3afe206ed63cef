import Foundation
import Timeline

/// One line on standard error that says how far long work is, drawn only where a person sees it and only when it
/// takes long.
struct ProgressLine {
  private let title: String
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var isDrawn = false
  private static let width = 24

  /// A line that begins with `title`.
  ///
  /// - Parameter isShown: whether it may be drawn; none is drawn into a file.
  init(_ title: String, isShown: Bool = isatty(STDERR_FILENO) == 1) {
    self.title = title
    self.isShown = isShown
    next = started + .milliseconds(300)
  }

  /// Draws `progress`, at most ten times a second.
  mutating func show(_ progress: TimelineExport.Progress) { draw(Self.text(title, progress)) }

  /// Draws how many of a number of things are done, where it is known how many there are.
  mutating func show(_ done: Int, of total: Int? = nil) {
    draw("\(title): \(done)" + (total.map { " of \($0)" } ?? ""))
  }

  private mutating func draw(_ text: String) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(100)
    isDrawn = true
    write("\r\(text)\u{1B}[K")
  }

  /// Takes the line away.
  mutating func end() {
    if isDrawn { write("\r\u{1B}[K") }
    isDrawn = false
  }

  /// The line: `html [############............]  50% of 1000000 events`.
  static func text(_ title: String, _ progress: TimelineExport.Progress) -> String {
    switch progress {
    case .counting(let count): return "\(title): counting \(count) events"
    case .writing(let done, let total):
      let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
      let full = Int(share * Double(width))
      let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
      return "\(title) [\(bar)] \(Int(share * 100))% of \(total) events"
    }
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
