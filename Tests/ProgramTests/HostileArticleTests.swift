import Extraction
import Foundation
import Temporal
import TestSupport
import Testing
import Text
import Timeline

/// Articles damaged at random, the same way every time, through the whole pipeline: nothing traps, every span lies in
/// the text.
@Suite struct HostileArticleTests {
  @Test func nothingTrapsOnDamagedArticles() throws {
    let dates = try DateReader(resources: Checkout.resources)
    let decoder = try ArticleDecoder(resources: Checkout.resources, dates: dates)
    let extractor = try EventExtractor(resources: Checkout.resources)
    var random = SplitMix64(seed: 2024)
    let articles =
      (Checkout.files(below: "Resources/samples", ending: ".txt")
      + Checkout.files(below: "Tests/Corpora/events", ending: ".txt")).compactMap { try? Data(contentsOf: $0) }
    #expect(articles.count > 10)
    for article in articles {
      for _ in 0..<4 {
        let bytes = damaged(Array(article), &random)
        let text = SourceText(repairing: bytes)
        let annotated = extractor.annotate(decoder.article(id: "damaged", text: text))
        let limit = TextSpan(0, text.count)
        for event in annotated.events {
          #expect(limit.contains(event.evidence.trigger))
          for span in event.evidence.spans { #expect(limit.contains(span)) }
        }
        for actor in annotated.actors { for mention in actor.mentions { #expect(limit.contains(mention.span)) } }
        for timex in annotated.timexes { #expect(limit.contains(timex.span)) }
      }
    }
  }

  private static let pieces: [[UInt8]] = [
    [0x1B, 0x5B, 0x32, 0x4A], [0xE2, 0x80, 0xAE], [0xFF, 0xFE], [0xF0, 0x9F], Array("(((((".utf8),
    Array("24/2019). 10/".utf8),
    Array("99999999999999999999".utf8), [0], Array("\n\n\n".utf8), Array("“".utf8), Array("Senin Senin Senin".utf8),
  ]

  private func damaged(_ article: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = article
    for _ in 0..<12 where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &random)))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: bytes.count / 2)
      }
    }
    return bytes
  }
}

/// A small generator with a fixed seed (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
