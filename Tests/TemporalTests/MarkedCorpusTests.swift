import Foundation
import Temporal
import TestSupport
import Testing
import Text

@Suite struct MarkedCorpusTests {
  static let languages = Checkout.resources.names(in: "languages")

  @Test(arguments: languages)
  func everyLineGivesItsMarksAndNothingElse(_ language: String) throws {
    for line in try MarkedText.lines(language) {
      let source = SourceText(line.text)
      let found = try Dates.timexes(line.text, published: line.published, language: language)
      #expect(found.map { "\(source[$0.span])=\(Dates.value($0))" } == line.marks, "\(line.place): \(line.text)")
    }
  }

  @Test(arguments: languages)
  func theLanguageIsFoundWithoutBeingTold(_ language: String) throws {
    let text = try MarkedText.lines(language).map(\.text).joined(separator: "\n")
    let found = try Dates.reader.get().read(SourceText(text), published: nil)
    #expect(found.language.rawValue == language)
  }

  /// Whatever happens to a line, nothing traps, spans stay inside and in order, and the answer is the same twice.
  @Test(arguments: languages)
  func mutatedLinesKeepTheirSpansInBounds(_ language: String) throws {
    let reader = try Dates.reader.get()
    var random = Mutation(seed: 20_241_028)
    for line in try MarkedText.lines(language) {
      for _ in 0..<20 {
        let text = SourceText(repairing: random.mutate(Array(line.text.utf8)))
        let found = reader.read(
          text, published: CivilDay(iso: line.published), language: LanguageCode(rawValue: language))
        var end = 0
        for timex in found.timexes {
          #expect(timex.span.start >= end && timex.span.end <= text.count && !timex.span.isEmpty, "\(text.string)")
          #expect(timex.fragments.allSatisfy { $0.start >= 0 && $0.end <= text.count })
          end = timex.span.end
        }
        let again = reader.read(
          text, published: CivilDay(iso: line.published), language: LanguageCode(rawValue: language))
        #expect(again.timexes == found.timexes)
      }
    }
  }
}

/// A seeded source of damage: bytes dropped, doubled, exchanged, replaced, cut and pasted.
struct Mutation {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() % UInt64(count)) : 0 }

  private static let bytes = Array("0123456789/()-.,:'\" \nOlI“–é\u{200B}".utf8) + [0, 0xFF, 0xC3, 0xE2]

  mutating func mutate(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<(1 + below(4)) where !text.isEmpty {
      let index = below(text.count)
      switch below(6) {
      case 0: text.remove(at: index)
      case 1: text.insert(text[index], at: index)
      case 2: text.swapAt(index, below(text.count))
      case 3: text[index] = Self.bytes[below(Self.bytes.count)]
      case 4: text.insert(contentsOf: text[index..<min(text.count, index + below(12))], at: below(text.count))
      default: text.removeSubrange(index..<min(text.count, index + below(6)))
      }
    }
    return text
  }
}
