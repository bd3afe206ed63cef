import ArgumentParser
import Dispatch
import Extraction
import Foundation
import Library
import Synchronization
import Temporal
import Text
import Timeline

/// `linimasa reread`: stored articles by this program.
struct RereadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reread", abstract: "Reads the library's articles again and shows what this program reads otherwise.",
    discussion: """
      Nothing is kept before you say so: with --keep, or at a terminal when you are asked. Corrections by hand stay in \
      any case. Ctrl-C ends it after the article at hand; what was kept by then stays.

      Example: linimasa reread --keep
      """)

  @Flag(help: "Keep what is read now.")
  var keep = false
  @Flag(help: "Only the numbers, not each change.")
  var brief = false
  @OptionGroup var options: EditOptions

  /// Articles written in one transaction.
  private static let batch = 64

  func run() throws {
    let file = try options.file()
    let folder = try options.resources.folder()
    let extractor = try EventExtractor(resources: folder)
    let cancellation = Cancellation()
    let total = try file.rereadableCount()
    let changed = try go(file, extractor, total, cancellation, keeping: keep, showing: !brief)
    if cancellation.isRequested { throw ExitCode(130) }
    guard !keep, changed > 0 else { return }
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      FileHandle.standardError.write(Data("keep what is read now? [y/N] ".utf8))
      if ["y", "yes", "ya"].contains(readLine()?.lowercased()) {
        _ = try go(file, extractor, total, cancellation, keeping: true, showing: false)
        if cancellation.isRequested { throw ExitCode(130) }
        return
      }
    }
    Diagnostics.note("nothing was kept; linimasa reread --keep keeps it")
  }

  /// Reads everything again.
  ///
  /// - Returns: how many articles are read otherwise.
  private func go(
    _ file: LibraryFile, _ extractor: EventExtractor, _ total: Int, _ cancellation: Cancellation, keeping: Bool,
    showing: Bool
  ) throws -> Int {
    var tally = RereadingTally()
    var progress = ProgressLine("reading again")
    var last: Int64 = 0
    while !cancellation.isRequested,
      case let articles = try file.articlesToReread(after: last, limit: Self.batch), !articles.isEmpty
    {
      let readings = Self.reread(articles, extractor)
      for (stored, reading) in zip(articles, readings) {
        tally.add(reading)
        if showing { try show(reading, of: stored.annotated.article) }
      }
      if keeping {
        try file.keep(zip(articles, readings).filter { $1.isDifferent }.map { ($0.id, $1) })
      }
      last = articles.last?.id ?? last
      progress.show(tally.articles, of: total)
    }
    progress.end()
    let end = cancellation.isRequested ? "; ended before the rest" : ""
    let kept = keeping ? "; kept" : ""
    try StandardOutput.write(Array("\(tally.summary)\(kept)\(end)\n".utf8))
    return tally.different
  }

  private func show(_ reading: Rereading, of article: Article) throws {
    if reading.changes.isEmpty { return }
    let lines = [article.title ?? article.id] + reading.changes.flatMap(\.lines).map { "  " + $0 }
    try StandardOutput.write(Array(lines.map { VisibleText.line($0) + "\n" }.joined().utf8))
  }

  private static func reread(_ articles: [StoredArticle], _ extractor: EventExtractor) -> [Rereading] {
    let results = Mutex<[Int: Rereading]>([:])
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      let stored = articles[index]
      let reading = Rereading(before: stored.annotated, after: extractor.annotate(stored.articleToRead))
      results.withLock { $0[index] = reading }
    }
    return results.withLock { results in articles.indices.compactMap { results[$0] } }
  }
}
