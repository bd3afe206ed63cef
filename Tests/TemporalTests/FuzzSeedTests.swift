import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// The fuzzer's seeds, read again in every run of the tests.
@Suite struct FuzzSeedTests {
  @Test func everySeedIsReadWithItsSpansInBounds() throws {
    let reader = try Dates.reader.get()
    let seeds = Checkout.files(below: "Tests/Fuzz/seeds", ending: ".txt")
    #expect(seeds.count > 10)
    for seed in seeds {
      let text = SourceText(repairing: Array(try Data(contentsOf: seed)))
      for genre in [TextGenre.news, .narrative] {
        for day in [CivilDay(iso: "2024-10-28"), nil] {
          let found = reader.read(text, published: day, genre: genre)
          let spans = found.timexes.map(\.span)
          #expect(spans.allSatisfy { $0.end <= text.count && !$0.isEmpty }, "\(seed.lastPathComponent)")
          #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(seed.lastPathComponent)")
          #expect(reader.read(text, published: day, genre: genre).timexes == found.timexes)
        }
      }
    }
  }
}
