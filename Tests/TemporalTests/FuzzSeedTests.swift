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

  @Test func timeMLIsWellFormed() throws {
    let text = SourceText("Rapat <b>Kamis</b> & kemarin \u{1}, \"Senin (28/10/2024)\"")
    let found = try Dates.reader.get().read(text, published: CivilDay(iso: "2024-10-28"), language: .indonesian)
    let parser = XMLCheck.parse(TimeML.document(text, found))
    #expect(parser.tags == ["TimeML", "DCT", "TIMEX3", "TEXT", "TIMEX3", "TIMEX3", "TIMEX3"])
    #expect(parser.isWellFormed)
  }
}

/// A small check of tags: each opens and closes in order, and no bare `&` or `<` stands between them.
struct XMLCheck {
  var tags: [String] = []
  var isWellFormed = true

  static func parse(_ document: String) -> XMLCheck {
    var check = XMLCheck()
    var open: [Substring] = []
    var rest = Substring(document)
    while let start = rest.firstIndex(of: "<") {
      let text = rest[..<start]
      if text.replacing("&lt;", with: "").replacing("&gt;", with: "").replacing("&amp;", with: "")
        .replacing("&quot;", with: "").contains("&")
      {
        check.isWellFormed = false
      }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { check.isWellFormed = false }
      } else {
        let name = tag.prefix { $0 != " " }
        open.append(name)
        check.tags.append(String(name))
      }
    }
    if !open.isEmpty { check.isWellFormed = false }
    return check
  }
}
