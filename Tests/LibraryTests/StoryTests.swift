import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Library

/// Articles that tell one story in much the same words are tied together, and others are not.
@Suite struct StoryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Long words made up from a seed.
  private static func words(_ count: Int, seed: UInt64) -> [String] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "kata\(String(state >> 40, radix: 36))"
    }
  }

  private static func text(_ words: [String]) -> String { words.joined(separator: " ") + "." }

  /// The same with every third word exchanged, as programs rewrite articles.
  private static func spun(_ words: [String], seed: UInt64) -> [String] {
    let others = self.words(words.count, seed: seed)
    return words.indices.map { $0 % 4 == 3 ? others[$0] : words[$0] }
  }

  private static func article(_ id: String, _ words: [String], day: String = "2024-10-28") -> AnnotatedArticle {
    var article = AnnotatedArticle.sample(id, published: day, [Event.sample("e1", on: .day(day))])
    article.article.text = SourceText(text(words))
    article.article.body = TextSpan(0, article.article.text.count)
    return article
  }

  @Test func copiesAreTiedAndOthersAreNot() throws {
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    let first = Self.words(120, seed: 1)
    let other = Self.words(120, seed: 2)
    var report = try library.add([
      Self.article("first", first, day: "2024-10-28"), Self.article("other", other, day: "2024-10-29"),
    ])
    #expect(report.retold == 0)
    report = try library.add([
      Self.article("again", ["Diterbitkan", "ulang"] + first, day: "2024-11-05"),
      Self.article("spun", Self.spun(first, seed: 3), day: "2024-11-15"),
      Self.article("cut", Array(first.prefix(80)), day: "2024-11-25"),
      Self.article("short", Array(first.prefix(10)), day: "2024-12-05"),
      Self.article("strange", Self.words(120, seed: 4), day: "2024-12-15"),
    ])
    #expect(report.added == 5 && report.retold == 3)
    func days(_ query: String) throws -> [String] {
      try library.entries(TimelineQuery(parsing: query), from: nil, .forward, limit: 99).map { "\($0.key.day)" }
    }
    let story = ["2024-10-28", "2024-11-05", "2024-11-15", "2024-11-25"]
    for id in ["first", "again", "spun", "cut"] { #expect(try days("story:\(id)") == story, "\(id)") }
    #expect(try days("story:other") == ["2024-10-29"])
    #expect(try days("story:short") == ["2024-12-05"])
    #expect(try days("story:none").isEmpty)
    #expect(try days("-story:first").count == 3)
    // Adding again changes nothing.
    #expect(try library.add([Self.article("first", first, day: "2024-10-28")]).known == 1)
    #expect(try days("story:cut") == story)
  }

  /// An article whose one event is on the day on which the article says that it appeared, if it says so.
  private static func reading(_ article: Article) -> AnnotatedArticle {
    let day = article.publication.day?.description
    var annotated = AnnotatedArticle.sample(
      article.id, published: day, [Event.sample("e1", on: day.map { EventDate.day($0) } ?? .unknown)])
    annotated.article = article
    return annotated
  }

  @Test func aCopyThatSaysItsDayDatesTheOthers() throws {
    let library = try LibraryFile(path: folder.file("d.sqlite"))
    let words = Self.words(120, seed: 7)
    func copy(_ id: String, _ words: [String], _ day: String?) -> AnnotatedArticle {
      let publication = day.flatMap { CivilDay(iso: $0) }.map { Publication(day: $0, basis: .given) }
      return Self.reading(
        Article(id: id, outlet: id, publication: publication ?? Publication(), text: SourceText(Self.text(words))))
    }
    func days() throws -> [String] {
      try library.entries(.everything, from: nil, .forward, limit: 9).map { $0.date.start?.description ?? "-" }
    }
    let undated = copy("cut", Array(words.prefix(100)), nil)
    var report = try library.add([undated])
    #expect(try report.stories.isEmpty && days() == ["-"])
    report = try library.add([copy("late", ["Diterbitkan", "ulang"] + words, "2025-02-10")])
    #expect(try library.dateCopies(of: report.stories, annotate: Self.reading) == 1)
    #expect(try days() == ["2025-02-10", "2025-02-10"])
    // The earlier of two sound copies is the original; one that says its own day keeps it.
    report = try library.add([copy("first", words, "2025-01-28")])
    #expect(try library.dateCopies(of: report.stories, annotate: Self.reading) == 1)
    #expect(try days() == ["2025-01-28", "2025-01-28", "2025-02-10"])
    #expect(try library.dateCopies(of: report.stories, annotate: Self.reading) == 0)
    // It is still the same article, and read again it keeps what the copy told.
    #expect(try library.add([undated]).known == 1)
    let stored = try library.articlesToReread(limit: 9)
    #expect(stored.map { $0.articleToRead.publication.day?.description } == ["2025-01-28", "2025-02-10", "2025-01-28"])
    #expect(stored[0].articleToRead.publication.evidence == "another copy: first")
  }

  @Test func copiesWithoutDamageAreSounder() {
    func soundness(_ text: String, _ publication: Publication) -> CopySoundness {
      CopySoundness(Self.reading(Article(id: "a", publication: publication, text: SourceText(text))))
    }
    let day = CivilDay(iso: "2025-01-28")
    let given = Publication(day: day, basis: .given)
    #expect(soundness("Teks.", Publication()) < soundness("Teks.", Publication(day: day, basis: .inferred)))
    #expect(soundness("Teks.", Publication(day: day, basis: .inferred)) < soundness("T\u{FFFD}ks.", given))
    #expect(soundness("T\u{FFFD}ks.", given) < soundness("Teks.", given))
  }

  @Test func wordsThatCanBeReadAreShown() throws {
    let library = try LibraryFile(path: folder.file("w.sqlite"))
    for (id, summary) in [("damaged", "M23 menyer\u{FFFD}ng Goma"), ("sound", "M23 menyerang Goma")] {
      let event = Event.sample(
        "e1", "attack", summary, on: .day("2025-01-27"), place: "Goma",
        [Participant(ActorID(rawValue: "grp.m23"), .subject), Participant(ActorID(rawValue: "st.COD"), .target)])
      let m23 = Actor(id: ActorID(rawValue: "grp.m23"), kind: .armedGroup, name: "M23")
      try library.add([AnnotatedArticle.sample(id, actors: [m23], [event])])
    }
    let entries = try library.entries(.everything, from: nil, .forward, limit: 9)
    #expect(entries.map(\.summary) == ["M23 menyerang Goma"] && entries[0].sourceCount == 2)
  }

  @Test func similarityIsTheShareOfCommonWords() throws {
    let words = Self.words(400, seed: 5)
    let one = try #require(StorySketch(Self.text(words)))
    for (count, common) in [(400, 1.0), (300, 0.6), (200, 1.0 / 3), (0, 0.0)] {
      let other = try #require(
        StorySketch(Self.text(Array(words.prefix(count)) + Self.words(400 - count, seed: 6))))
      let found = StorySketch.similarity(one.bytes, other.bytes)
      #expect(abs(found - common) < 0.2, "\(count): \(found)")
    }
    #expect(StorySketch("Terlalu pendek.") == nil)
    #expect(StorySketch(Self.text(words.reversed())) == one)
    #expect(StorySketch.similarity(one.bytes, []) == 0)
  }
}
