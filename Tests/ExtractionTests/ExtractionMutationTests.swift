import Extraction
import Foundation
import Temporal
import Testing
import Text
import Timeline

/// The same small generator on every machine (SplitMix64; Steele, Lea, Flood).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct ExtractionMutationTests {
  /// The articles of the corpus, damaged at random: nothing traps, and every span lies in its text.
  @Test(arguments: 0..<8) func damagedArticlesAreRead(_ seed: Int) throws {
    let folder = Extracting.checkout.appending(path: "Tests/Corpora/events")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let decoder = try ArticleDecoder(
      resources: Extracting.resources, dates: DateReader(resources: Extracting.resources))
    var random = SeededGenerator(state: UInt64(seed))
    for url in files.filter({ $0.pathExtension == "txt" }).sorted(by: { $0.path < $1.path }) {
      let bytes = Self.damage(try Array(Data(contentsOf: url)), &random)
      let article = decoder.article(id: "m", text: SourceText(repairing: bytes))
      let found = try Extracting.loaded.get().annotate(article)
      check(found)
    }
  }

  /// The articles of the corpus on one line, in one case, cut off or with words far apart: sentences and phrases begin
  /// and end elsewhere, and nothing traps.
  @Test func reshapedArticlesAreRead() throws {
    let folder = Extracting.checkout.appending(path: "Tests/Corpora/events")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for url in files where url.pathExtension == "txt" {
      let text = try String(contentsOf: url, encoding: .utf8)
      let shapes = [
        text.replacing("\n", with: " "), text.lowercased(), text.uppercased(), text.replacing(".", with: ""),
        text.replacing(" ", with: "\n"), String(text.prefix(text.count / 2)),
      ]
      for shape in shapes {
        check(try Extracting.annotate(shape, .indonesian))
        check(try Extracting.annotate(shape, .english, published: nil))
      }
    }
  }

  @Test func hostileTextsAreRead() throws {
    let parts = [
      "“", "”", "\"", "(", ")", ". ", "Presiden ", "kata ", "Putin ", ", ", "said ", "\n", "24/2019). ", "AS ", "-",
      "10.000 ",
    ]
    for part in parts {
      check(try Extracting.annotate(String(repeating: part, count: 400)))
      check(try Extracting.annotate(String(repeating: part, count: 400), .english))
    }
    check(try Extracting.annotate(""))
    check(try Extracting.annotate("\u{202E}\u{0}\u{7}\u{1B}[31m Rusia menyerang Ukraina"))
    check(try Extracting.annotate(String(repeating: "Rusia menyerang Ukraina dan ", count: 200)))
  }

  @Test(arguments: [
    "it attacked ", "Russia attacked and ", ", it said it attacked", "Russia accused it of attacking and accused ",
    "said its fighters had attacked and ", "ia menyerang dan ia mengatakan ia ", "Abdi, the commander of Russia, ",
  ]) func aSentenceThatNeverEndsIsRead(_ words: String) throws {
    check(try Extracting.annotate(String(repeating: words, count: 800), .english))
    check(try Extracting.annotate(String(repeating: words, count: 800), .indonesian))
  }

  private func check(_ found: AnnotatedArticle) {
    let whole = TextSpan(0, found.article.text.count)
    let names = Set(found.events.map(\.id))
    #expect(found.sentences.allSatisfy { whole.contains($0) })
    #expect(found.actors.allSatisfy { $0.mentions.allSatisfy { whole.contains($0.span) } })
    for event in found.events {
      #expect(event.evidence.spans.allSatisfy { whole.contains($0) } && whole.contains(event.evidence.trigger))
      #expect([event.reportedIn, event.deniedIn].compactMap { $0 }.allSatisfy(names.contains))
      #expect(event.date.precision != .none || event.date.start == nil && event.date.end == nil)
    }
    var json = JSONWriter()
    found.write(to: &json, program: "test", resources: "")
    #expect(json.bytes.allSatisfy { $0 >= 32 })
  }

  private static func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<max(4, bytes.count / 40) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: index)
      case 3: bytes.swapAt(index, Int.random(in: bytes.indices, using: &random))
      default: bytes.insert(contentsOf: "\"“().,\n-".utf8.shuffled(using: &random).prefix(2), at: index)
      }
    }
    return bytes
  }
}
