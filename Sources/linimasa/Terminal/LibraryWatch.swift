import Foundation
import Library
import Timeline

/// Watches a library that another program may add to, and tells the reader how many entries are new.
struct LibraryWatch: Sendable {
  let library: LibraryFile

  /// How often the file is looked at, in seconds; it is read only where it has changed.
  private static let interval = 1.0

  /// Watches until the program ends.
  func run(telling feed: ReaderFeed) {
    var seen = state
    var total = try? library.overview(.everything).total
    while true {
      Thread.sleep(forTimeInterval: Self.interval)
      let now = state
      guard now != seen else { continue }
      seen = now
      guard let count = try? library.overview(.everything).total else { continue }
      if let total, count > total { feed.arrived(count - total, isStreaming: false) }
      total = count
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
