import Foundation
import GRDB
import TestSupport
import Testing
import Timeline

@testable import Library

@Suite struct LibrarySafetyTests {
  @Test func writersAndReadersAtOnceMeetNoError() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<3 {
        group.addTask {
          // Each opens the file itself, as another program would, the first making it.
          let library = try LibraryFile(path: path)
          for batch in 0..<10 {
            var random = RandomArticles(seed: UInt64(writer * 100 + batch))
            try library.add(random.articles(5))
          }
        }
      }
      for _ in 0..<3 {
        group.addTask {
          let library = try LibraryFile(path: path)
          var total = 0
          while total < 60 {
            let overview = try library.overview(.everything)
            #expect(overview.total >= total)
            #expect(overview.total == overview.undated + overview.allDays.reduce(0) { $0 + $1.count })
            total = overview.total
            _ = try library.entries(.everything, from: nil, .backward, limit: 20)
          }
        }
      }
      try await group.waitForAll()
    }
    let articles = (0..<3).flatMap { writer in
      (0..<10).flatMap { batch in
        var random = RandomArticles(seed: UInt64(writer * 100 + batch))
        return random.articles(5)
      }
    }
    let memory = MemoryTimeline(articles)
    let library = try LibraryFile(path: path)
    #expect(try library.overview(.everything) == memory.overview(.everything))
  }

  /// A child adds articles and reports each batch in a file; it is killed at some moment. What it reported must be there,
  /// the file must be whole, and the work goes on.
  /// `LINIMASA_KILLS` says how many times; the moments spread over the first 20 ms of adding.
  static let kills = ProcessInfo.processInfo.environment["LINIMASA_KILLS"].flatMap { Int($0) } ?? 12

  @Test(arguments: 0..<kills) func killedWhileAdding(_ round: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let reports = folder.file("reports")
    let deadline = 200 + round * 20_000 / Self.kills
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, reports = reports as String, deadline = deadline as Int] in
      let library = try LibraryFile(path: path)
      let report = fopen(reports, "a")
      let start = ContinuousClock.now
      Thread.detachNewThread {
        while ContinuousClock.now - start < .microseconds(deadline) {}
        kill(getpid(), SIGKILL)
      }
      var random = RandomArticles(seed: 5)
      for batch in 0... {
        try library.add(random.articles(3))
        fputs("\(batch)\n", report)
        fflush(report)
      }
    }
    try checkAfterKill(path, reports)
  }

  private func checkAfterKill(_ path: String, _ reports: String) throws {
    let reported = try String(contentsOfFile: reports, encoding: .utf8).split(separator: "\n").count
    let library = try LibraryFile(path: path)
    #expect(try library.pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    try library.pool.write { try $0.execute(sql: "INSERT INTO search(search) VALUES ('integrity-check')") }
    var random = RandomArticles(seed: 5)
    for _ in 0..<reported { #expect(try library.add(random.articles(3)).known == 3) }
    var same = RandomArticles(seed: 5)
    let batches = (0..<reported + 2).map { _ in same.articles(3) }
    for batch in batches.suffix(2) { try library.add(batch) }
    let memory = MemoryTimeline(Array(batches.joined()))
    #expect(try library.overview(.everything) == memory.overview(.everything))
  }

  @Test func aFullDiskLosesNothingThatWasReported() throws {
    let folder = try TemporaryFolder()
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    var random = RandomArticles(seed: 9)
    let first = random.articles(5)
    try library.add(first)
    try library.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 60") }
    let before = try library.overview(.everything)
    #expect(throws: LibraryError.self) { try library.add(random.articles(2000)) }
    #expect(try library.overview(.everything) == before)
    #expect(try library.add(first).known == 5)
    try library.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try library.add(random.articles(5)).added == 5)
  }
}
