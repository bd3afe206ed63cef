import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

@Suite struct PackingTests {
  static func packed() -> (article: AnnotatedArticle, bytes: [UInt8]) {
    var random = RandomArticles(seed: 11)
    var article = random.articles(9, events: 6).max { $0.events.count < $1.events.count } ?? .sample("a", [])
    article.article.extra = Array(#"{"x":1}"#.utf8)
    article.article.publication = Publication(
      day: CivilDay(iso: "2024-10-28"), time: ClockTime(hour: 7, minute: 15, offset: 420), basis: .header,
      evidence: "Senin (28/10)")
    let span = TextSpan(0, 3)
    article.timexes = [
      Timex3(
        span: span, fragments: [TextSpan(9, 12)], type: .time, value: "2024-10-28T14:20", mod: .approx,
        days: DateSpan(CivilDay(number: 20_024)), time: ClockTime(hour: 14, minute: 20), grain: .minute,
        basis: .repaired, repair: "torn", confidence: 0.93,
        readings: [Reading(value: "2024", weight: 0.9, evidence: [Why("w", weight: -1.5)])], why: [Why("x")])
    ]
    var packer = Packer()
    packer.pack(article)
    return (article, packer.bytes)
  }

  @Test func anArticleComesBackWhole() throws {
    let (article, bytes) = Self.packed()
    var unpacker = Unpacker(try Compression.expanded(try Compression.compressed(bytes)))
    let again: AnnotatedArticle = try unpacker.value()
    #expect(unpacker.isAtEnd)
    #expect(again.article == article.article)
    #expect(again.sentences == article.sentences)
    #expect(again.timexes == article.timexes)
    #expect(again.actors == article.actors)
    #expect(again.events == article.events)
  }

  @Test func numbersOfAnySizeComeBack() throws {
    let numbers = [0, 1, -1, 63, 64, -65, 1 << 40, .max, .min]
    var packer = Packer()
    for number in numbers { packer.pack(number) }
    var unpacker = Unpacker(packer.bytes)
    for number in numbers { #expect(try unpacker.int() == number) }
  }

  @Test func everyCaseHasItsCode() {
    func check<Value: PackedEnum>(_ type: Value.Type) where Value: Hashable {
      #expect(Set(Value.packingOrder) == Set(Value.allCases), "\(type)")
      #expect(Value.packingOrder.count == Value.allCases.count, "\(type)")
    }
    check(EventStatus.self)
    check(Role.self)
    check(Precision.self)
    check(Basis.self)
    check(Grain.self)
    check(ActorKind.self)
  }

  /// Whatever the bytes, there is a value or an error.
  @Test func damagedBytesTrapNothing() throws {
    let (_, bytes) = Self.packed()
    var state: UInt64 = 0x1234_5678_9ABC_DEF1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    var errors = 0
    for _ in 0..<4000 {
      var damaged = bytes
      for _ in 0...next(4) { damaged[next(damaged.count)] = UInt8(next(256)) }
      if next(3) == 0 { damaged.removeLast(next(damaged.count)) }
      var unpacker = Unpacker(damaged)
      do {
        let article: AnnotatedArticle = try unpacker.value()
        for event in article.events {
          _ = article.article.text[event.evidence.trigger] + DateLabel(event.date).long
          _ = TimelineKey(date: event.date, id: 0)
        }
      } catch { errors += 1 }
      _ = try? Compression.expanded(damaged)
    }
    #expect(errors > 1000)
  }
}
