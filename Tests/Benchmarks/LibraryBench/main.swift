import Foundation
import Library
import Temporal
import Text
import Timeline

// library-bench make FILE EVENTS   makes a library of made-up news
// library-bench measure FILE       times what the reader asks of a library
// library-bench join FOLDER        times joining reports of events, for libraries each twice as large as the last
let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "make" where arguments.count == 4: try make(arguments[2], events: Int(arguments[3]) ?? 0)
case "measure" where arguments.count == 3: try measure(arguments[2])
case "join" where arguments.count == 3: try join(arguments[2])
default:
  FileHandle.standardError.write(Data("usage: library-bench make FILE EVENTS | measure FILE | join FOLDER\n".utf8))
  exit(64)
}

func make(_ path: String, events: Int) throws {
  let library = try LibraryFile(path: path)
  var news = MadeUpNews()
  let start = ContinuousClock.now
  var spent = Duration.zero
  var report = AddReport()
  while report.events < events {
    let batch = (0..<500).map { news.article(report.added + $0) }
    let began = ContinuousClock.now
    let added = try library.add(batch)
    spent += ContinuousClock.now - began
    report.added += added.added
    report.events += added.events
  }
  let rate = Double(report.added) / (spent / .seconds(1))
  print("\(report.added) articles, \(report.events) events; added in \(spent) of \(ContinuousClock.now - start)")
  print("\(Int(rate)) articles/s")
}

/// Joining stays near linear where the time an event takes hardly grows with the number of events.
func join(_ folder: String) throws {
  print("  events joined into   entries   seconds   microseconds an event")
  for events in [12_500, 25_000, 50_000, 100_000] {
    let path = folder + "/join-\(events).sqlite"
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    let library = try LibraryFile(path: path)
    var news = MadeUpNews()
    var spent = Duration.zero
    var count = 0
    var number = 0
    while count < events {
      let told = (0..<250).map { news.article(number + $0) }
      // Every article once more under another name: its events join.
      let again = told.map { report in
        var report = report
        report.article.id += "/again"
        report.article.text = SourceText(String(decoding: report.article.text.bytes, as: UTF8.self) + "\n")
        return report
      }
      let batch = told + again
      number += told.count
      let began = ContinuousClock.now
      count += try library.add(batch).events
      spent += ContinuousClock.now - began
    }
    let entries = try library.overview(.everything).matching
    let seconds = spent / .seconds(1)
    print(String(format: "%8d %10d %9d %9.2f %12.1f", events, count, entries, seconds, seconds / Double(count) * 1e6))
  }
}

func measure(_ path: String) throws {
  let start = ContinuousClock.now
  let library = try LibraryFile(path: path)
  _ = try library.overview(.everything)
  let first = try library.entries(.everything, from: nil, .forward, limit: 50)
  print("open, overview, first page: \(ContinuousClock.now - start)")
  let actor = try library.actors(.everything)
  let middle = TimelineKey.start(of: CivilDay(number: 17_900))
  let common = actor[0].id.rawValue
  let rare = actor[actor.count / 2].id.rawValue
  let cases: [(String, String)] = [
    ("everything", ""), ("type", "type:attack"), ("type and status", "type:territory status:planned"),
    ("actor, \(actor[0].count) events", "actor:\(common)"),
    ("actor, \(actor[actor.count / 2].count) events", "actor:\(rare)"),
    ("actor and type", "actor:\(common) type:attack"), ("place", "place:Umbul"), ("month", "date:2019-03"),
    ("from a day on", "date:2023-06.."), ("common word", "gencatan"), ("rare word", "gencatan97"),
    ("two words", "gencatan pasar"), ("word and actor", "gencatan actor:\(common)"),
  ]
  func time(_ body: () throws -> Void) rethrows -> String {
    var best = Duration.seconds(99)
    for _ in 0..<5 {
      let start = ContinuousClock.now
      try body()
      best = min(best, ContinuousClock.now - start)
    }
    return String(format: "%9.3f", best / .milliseconds(1))
  }
  print(
    "ms, best of 5".padding(toLength: 30, withPad: " ", startingAt: 0)
      + "matching    first   middle     last overview position")
  for (name, text) in cases {
    let query = try TimelineQuery(parsing: text)
    let matching = try library.overview(query).matching
    let columns = try [
      time { _ = try library.entries(query, from: nil, .forward, limit: 50) },
      time { _ = try library.entries(query, from: middle, .forward, limit: 50) },
      time { _ = try library.entries(query, from: nil, .backward, limit: 50) },
      time { _ = try library.overview(query) },
      time { _ = try library.position(of: middle, in: query) },
    ]
    print(name.padding(toLength: 30, withPad: " ", startingAt: 0) + String(format: "%8d", matching) + columns.joined())
  }
  print("actor index, everything: " + (try time { _ = try library.actors(.everything) }))
  print("actor index, one actor:  " + (try time { _ = try library.actors(TimelineQuery(parsing: "actor:\(common)")) }))
  print("detail of one entry:     " + (try time { _ = try library.detail(of: first[0].key.id) }))
  print("details of a page:       " + (try time { _ = try library.details(of: first) }))
}
