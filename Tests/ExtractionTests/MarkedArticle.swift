import Foundation
import Text

/// A news article with the timeline that a careful reader takes from it.
struct MarkedArticle {
  /// A span in Unicode scalars.
  struct Span: Hashable {
    var start: Int
    var end: Int
    func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  }

  /// Two ISO days, either open.
  struct Days: Hashable {
    var start: String?
    var end: String?
  }

  struct Event {
    var types: [String]
    /// The right one first, then those that are right as well.
    var statuses: [String]
    var isOptional: Bool
    var days: [Days]
    /// Sentences that tell it first, then those that go on.
    var core: [Span]
    var support: [Span]
    /// `role actor`.
    var parts: Set<String>
    var otherParts: Set<String>
  }

  var name: String
  var text: String
  var actors: [String: [Span]]
  var events: [Event]
  /// Lines that tell nothing.
  var noise: [Span]
  /// Whether every mention of every actor is marked.
  var hasAllMentions = true
  /// The publication day that the reader must be told.
  var published: String?
}

extension MarkedArticle {
  /// Reads the shared format `linimasa-gold/1`, and the text beside it or under the name that it states.
  init(json url: URL) throws {
    let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: url))
    let beside = url.deletingPathExtension().appendingPathExtension("txt")
    let stated = url.deletingLastPathComponent().appending(path: gold.meta.source_file ?? "")
    text = try String(
      contentsOf: FileManager.default.fileExists(atPath: beside.path) ? beside : stated, encoding: .utf8)
    name = url.deletingPathExtension().lastPathComponent
    let sentences = gold.sentences.map { Span(start: $0.start, end: $0.end) }
    let pick = { (indexes: [Int]) in indexes.compactMap { sentences.indices.contains($0) ? sentences[$0] : nil } }
    actors = [:]
    for actor in gold.actors { actors[actor.id] = actor.mentions.map { Span(start: $0.start, end: $0.end) } }
    noise = pick(gold.noise_sentences ?? [])
    events = gold.events.map { event in
      Event(
        types: [event.type] + event.type_alt, statuses: [event.status], isOptional: event.optional,
        days: ([event.date] + event.date_alt).map { Days(start: $0.start, end: $0.end) },
        core: pick(event.evidence.core), support: pick(event.evidence.support),
        parts: Set(event.actors.map { "\($0.role) \($0.id)" }),
        otherParts: Set(event.actors_alt.map { "\($0.role) \($0.id)" }))
    }
  }

  private struct Gold: Decodable {
    struct Meta: Decodable { let source_file: String? }
    struct Span: Decodable {
      let start: Int
      let end: Int
    }
    struct Actor: Decodable {
      let id: String
      let mentions: [Span]
    }
    struct Date: Decodable {
      let start: String?
      let end: String?
    }
    struct Part: Decodable {
      let id: String
      let role: String
    }
    struct Evidence: Decodable {
      let core: [Int]
      let support: [Int]
    }
    struct Event: Decodable {
      let type: String
      let type_alt: [String]
      let status: String
      let optional: Bool
      let date: Date
      let date_alt: [Date]
      let actors: [Part]
      let actors_alt: [Part]
      let evidence: Evidence
    }
    let meta: Meta
    let sentences: [Span]
    let actors: [Actor]
    let events: [Event]
    let noise_sentences: [Int]?
  }
}

extension MarkedArticle {
  /// Reads a marked timeline of `Tests/Corpora/events` and the text beside it.
  init(table url: URL) throws {
    name = url.deletingPathExtension().lastPathComponent
    text = try String(contentsOf: url.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
    let bytes = try Array(Data(contentsOf: url))
    actors = [:]
    events = []
    noise = []
    var names: [[String]] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("#") {
      let cells = line.dropFirst().split(separator: "\t").map { $0.trimmingCharacters(in: .whitespaces) }
      if cells.first == "published", cells.count > 2, cells[2] == "given" { published = cells[1] }
      if cells.first == "noise", cells.count > 1, let span = text.scalarSpan(of: cells[1]) { noise.append(span) }
      if cells.first == "actor", cells.count > 1 { names.append(cells[1].components(separatedBy: "|")) }
    }
    hasAllMentions = !names.isEmpty
    let rows = try TableFile(name: name, bytes: bytes).rows
    let first = Dictionary(names.flatMap { all in all.map { ($0, all[0]) } }, uniquingKeysWith: { first, _ in first })
    let unlisted = Set(rows.flatMap { Self.parts($0["participants"], ";").map(\.name) }).filter { first[$0] == nil }
    mark(names + unlisted.sorted().map { [$0] })
    for row in rows {
      guard let near = text.scalarSpan(of: row["near"]) else { continue }
      let trigger = text.scalarSpan(of: row["trigger"], from: near.start) ?? near
      let parts = { (cell: String) in
        Set(Self.parts(cell, ";").map { "\($0.role) \(first[$0.name] ?? $0.name)" })
      }
      let also = row["also"].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let dates = also.compactMap { $0.hasPrefix("date:") ? Days(table: String($0.dropFirst(5))) : nil }
      let day = { (column: String) in row[column].isEmpty ? nil : row[column] }
      events.append(
        Event(
          types: [row["type"]] + also.compactMap { $0.hasPrefix("type:") ? String($0.dropFirst(5)) : nil },
          statuses: [row["status"]] + also.filter { $0.hasPrefix("status:") }.map { String($0.dropFirst(7)) },
          isOptional: row["optional"] == "yes",
          days: [Days(start: day("start"), end: day("end"))] + dates, core: [trigger], support: [],
          parts: parts(row["participants"]),
          otherParts: also.filter { $0.hasPrefix("part:") }.reduce(into: []) {
            $0.formUnion(parts(String($1.dropFirst(5))))
          }))
    }
  }

  /// `role=name`, joined by a separator.
  private static func parts(_ cell: String, _ separator: Character) -> [(role: String, name: String)] {
    cell.split(separator: separator).compactMap { part in
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      return sides.count == 2 ? (sides[0], sides[1]) : nil
    }
  }

  /// Marks every place where an actor is named, longer names first, whole words only.
  private mutating func mark(_ names: [[String]]) {
    let scalars = Array(text.unicodeScalars)
    var isTaken = [Bool](repeating: false, count: scalars.count)
    let isLetter = { (index: Int) in scalars.indices.contains(index) && scalars[index].properties.isAlphabetic }
    for all in names { actors[all[0]] = [] }
    let all = names.flatMap { all in all.map { ($0, all[0]) } }
    for (words, name) in all.sorted(by: { ($1.0.count, $0.0) < ($0.0.count, $1.0) }) {
      for span in text.scalarSpans(of: words)
      where !isTaken[span.start..<span.end].contains(true) && !isLetter(span.start - 1) && !isLetter(span.end) {
        for index in span.start..<span.end { isTaken[index] = true }
        actors[name, default: []].append(span)
      }
    }
  }
}

extension MarkedArticle.Days {
  /// `A..B`, an open side empty; one day alone; `none`.
  init(table cell: String) {
    let parts = cell.components(separatedBy: "..").map { $0.isEmpty || $0 == "none" ? nil : $0 }
    self.init(start: parts.first ?? nil, end: parts.last ?? nil)
  }
}

extension String {
  /// Where `words` stand first at or behind a scalar.
  func scalarSpan(of words: String, from start: Int = 0) -> MarkedArticle.Span? {
    let scalars = unicodeScalars
    guard let from = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex),
      let range = range(of: words, options: .literal, range: from..<endIndex)
    else { return nil }
    let begin = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return MarkedArticle.Span(start: begin, end: begin + words.unicodeScalars.count)
  }

  /// Every place where `words` stand.
  func scalarSpans(of words: String) -> [MarkedArticle.Span] {
    var spans: [MarkedArticle.Span] = []
    while let span = scalarSpan(of: words, from: spans.last?.end ?? 0) { spans.append(span) }
    return spans
  }
}
