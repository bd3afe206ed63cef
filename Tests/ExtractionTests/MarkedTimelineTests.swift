import Extraction
import Foundation
import Temporal
import Testing
import Text
import Timeline

@Suite struct MarkedTimelineTests {
  static let shared = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["LINIMASA_SHARED"]
      ?? Extracting.checkout.deletingLastPathComponent().appending(path: "shared").path)
  static let sharedGold: [URL] = {
    let folder = shared.appending(path: "events/dev")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    let seed = shared.appending(path: "seed/seed-gold.json")
    let dev = files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    return (FileManager.default.fileExists(atPath: seed.path) ? [seed] : []) + dev
  }()

  private func annotate(_ marked: MarkedArticle) throws -> AnnotatedArticle {
    let decoder = try ArticleDecoder(
      resources: Extracting.resources, dates: DateReader(resources: Extracting.resources))
    var article = decoder.article(id: marked.name, text: SourceText(marked.text))
    if let day = marked.published.flatMap({ CivilDay(iso: $0) }) {
      article.publication = Publication(day: day, basis: .given)
    }
    return try Extracting.loaded.get().annotate(article)
  }

  @Test(.enabled(if: !sharedGold.isEmpty, "no gold beside the checkout: set LINIMASA_SHARED"))
  func readsTheSharedTimelines() throws {
    var score = TimelineScore()
    for url in Self.sharedGold {
      let marked = try MarkedArticle(json: url)
      score.add(marked, try annotate(marked))
    }
    print("shared timelines:", score.summary)
    #expect(score.events.f1 >= 0.95)
    #expect(score.datedEvents.f1 >= 0.85)
    #expect(score.timelineDays.f1 >= 0.95)
    #expect(score.statuses.f1 >= 0.95)
    #expect(score.roles.f1 >= 0.88)
    #expect(score.fromNoise == 0)
  }

  @Test func readsTheOwnTimelines() throws {
    let folder = Extracting.checkout.appending(path: "Tests/Corpora/events")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var score = TimelineScore()
    for url in files.filter({ $0.pathExtension == "tsv" }).sorted(by: { $0.path < $1.path }) {
      let marked = try MarkedArticle(table: url)
      #expect(!marked.events.isEmpty, "\(marked.name)")
      score.add(marked, try annotate(marked))
    }
    print("own timelines:", score.summary)
    #expect(score.events.f1 >= 0.87)
    #expect(score.datedEvents.f1 >= 0.76)
    #expect(score.roles.f1 >= 0.68)
    #expect(score.timelineDays.f1 >= 0.86)
    #expect(score.statuses.f1 >= 0.95)
    #expect(score.mentions.f1 >= 0.87)
    #expect(score.aliases.f1 >= 0.97)
    #expect(score.fromNoise == 0)
  }
}
