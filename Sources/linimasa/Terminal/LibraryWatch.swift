import Foundation
import Library
import Synchronization
import Timeline

/// Watches a library that another program may add to, and tells the reader how many entries are new.
final class LibraryWatch: Sendable {
  private let library: LibraryFile
  /// How many entries the reader knows of; nil before they are counted.
  private let known = Mutex<Int?>(nil)

  init(library: LibraryFile) { self.library = library }

  /// Notes that the reader has just read everything anew, as it does after a correction of its own.
  func noteAllRead() {
    let total = try? library.overview(.everything).total
    known.withLock { $0 = total ?? $0 }
  }

  /// How often the file is looked at, in seconds; it is read only where it has changed.
  private static let interval = 1.0

  /// Watches until the program ends.
  func run(telling feed: ReaderFeed) {
    var seen = state
    noteAllRead()
    while true {
      Thread.sleep(forTimeInterval: Self.interval)
      let now = state
      guard now != seen else { continue }
      seen = now
      guard let count = try? library.overview(.everything).total else { continue }
      let more = known.withLock { known in
        defer { known = count }
        return known.map { count - $0 } ?? 0
      }
      if more > 0 { feed.arrived(more, isStreaming: false) }
    }
  }

  /// Length and time of the file and of its log.
  private var state: [Int64] {
    [library.path, library.path + "-wal"].flatMap { path -> [Int64] in
      var status = stat()
      guard stat(path, &status) == 0 else { return [0] }
      return [Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)]
    }
  }
}
