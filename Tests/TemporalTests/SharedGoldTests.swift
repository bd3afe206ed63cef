import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// The development sets beside the checkout, where they are: the shares of what is found and right may not fall.
@Suite struct SharedGoldTests {
  struct Gold: Sendable {
    var file: String
    var language: String
    /// F1 of overlapping spans, and of those with the right value, at least.
    var relaxed: Double
    var value: Double
  }

  static let sets = [
    Gold(file: "dates/dev.jsonl", language: "", relaxed: 0.99, value: 0.98),
    Gold(file: "dates/corpora/kompas-dev.jsonl", language: "id", relaxed: 0.96, value: 0.90),
    Gold(file: "dates/corpora/wikiwars-dev.jsonl", language: "en", relaxed: 0.95, value: 0.88),
  ]

  @Test(
    .enabled(if: Checkout.shared != nil, "no gold data beside the checkout: set LINIMASA_SHARED to run this"),
    arguments: sets)
  func theSharesDoNotFall(_ gold: Gold) throws {
    let file = try #require(Checkout.shared).appendingPathComponent(gold.file)
    let reader = try Dates.reader.get()
    var counts = (gold: 0, found: 0, relaxed: 0, value: 0)
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let text = SourceText(object["text"] as? String ?? "")
      let language = object["language"] as? String ?? gold.language
      let found = reader.read(
        text, published: (object["published"] as? String).flatMap { CivilDay(iso: $0) },
        language: LanguageCode(rawValue: language))
      let offsets = ScalarOffsets(text)
      var open = found.timexes.map {
        (offsets.scalar(atByte: $0.span.start), offsets.scalar(atByte: $0.span.end), $0.value)
      }
      counts.found += open.count
      for mark in object["timexes"] as? [[String: Any]] ?? [] {
        counts.gold += 1
        guard let start = mark["start"] as? Int, let end = mark["end"] as? Int else { continue }
        let hit = open.firstIndex { $0.0 == start && $0.1 == end } ?? open.firstIndex { $0.0 < end && start < $0.1 }
        guard let hit else { continue }
        counts.relaxed += 1
        if open[hit].2 == mark["value"] as? String, !open[hit].2.isEmpty { counts.value += 1 }
        open.remove(at: hit)
      }
    }
    let total = Double(counts.gold + counts.found)
    #expect(2 * Double(counts.relaxed) / total >= gold.relaxed)
    #expect(2 * Double(counts.value) / total >= gold.value)
  }
}
