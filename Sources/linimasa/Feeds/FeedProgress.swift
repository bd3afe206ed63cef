import Foundation
import Glibc

/// How far an update is, on standard error: in a terminal a line that is written over, elsewhere a line a feed.
final class FeedProgress {
  private let total: Int
  private let isQuiet: Bool
  private var done = 0
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// Progress over so many feeds; a quiet one tells only what went wrong.
  init(total: Int, isQuiet: Bool) {
    self.total = total
    self.isQuiet = isQuiet
  }

  /// A feed is done.
  func step(_ feed: String, waiting: Int) {
    done += 1
    if isQuiet { return }
    if isTerminal {
      write("\r\u{1B}[Kfeeds: \(done) of \(total); documents to come: \(waiting)")
    } else {
      Diagnostics.note("\(done)/\(total) \(feed)")
    }
  }

  /// Something that a person should know.
  func note(_ message: String) {
    if isTerminal { write("\r\u{1B}[K") }
    Diagnostics.note(message)
  }

  /// Takes the line away.
  func end() { if isTerminal, !isQuiet { write("\r\u{1B}[K") } }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
