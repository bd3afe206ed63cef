import Foundation
import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

@Suite struct ExportTests {
  /// A timeline whose every text is hostile, one event a title and every precision of date in turn.
  static let hostile = MemoryTimeline(
    Hostile.titles.enumerated().map { index, title in
      let dates: [EventDate] = [
        .day("2024-10-24"), .days("2024-10-27", "2024-10-28", .range), .days("2024-10-01", "2024-10-31", .month),
        .days(nil, "2024-10-28", .before), .unknown,
      ]
      let actor = Actor(id: ActorID(rawValue: "oth.x"), kind: .other, name: title)
      var date = dates[index % dates.count]
      date.expression = title
      var article = AnnotatedArticle.sample(
        title, title: title, outlet: title, actors: [actor],
        [.sample("e1", "attack", title, on: date, place: title, [Participant(actor.id, .speaker)])])
      article.article.url = index % 2 == 0 ? "javascript:alert(1)" : "https://x.invalid/\(title)"
      return article
    })

  static func export(_ format: String, _ source: any TimelineSource = hostile, page: Int = 256) throws -> String {
    let context = ExportContext(
      title: Hostile.titles.joined(separator: " "), query: .everything, sources: Hostile.titles)
    let format = try #require(ExportFormat.named(format))
    return try TimelineExport(source: source, format: format, context: context, pageSize: page).string()
  }

  @Test(arguments: ExportFormat.all.map(\.name)) func nothingInvisibleOrObeyedIsWritten(_ format: String) throws {
    let text = try Self.export(format)
    let bad = text.unicodeScalars.filter {
      $0 != "\n" && !($0 == "\r" && ["csv", "icalendar"].contains(format)) && $0 != "\u{200D}"
        && ($0.properties.generalCategory == .control || $0.properties.isBidiControl
          || [0x2028, 0x2029, 0x200B, 0xFEFF].contains($0.value))
    }
    #expect(bad.isEmpty)
  }

  @Test(arguments: ExportFormat.all.map(\.name)) func pagesDoNotShow(_ format: String) throws {
    #expect(try Self.export(format, page: 1) == Self.export(format, page: 7))
    #expect(try !Self.export(format, MemoryTimeline()).contains("attack"))
  }

  @Test func namesAreUnique() {
    #expect(Set(ExportFormat.all.map(\.name)).count == ExportFormat.all.count)
    #expect(ExportFormat.named("pdf") == nil)
  }

  @Test func theReadmeNamesEveryFormat() throws {
    let readme = try String(contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)
    let table = readme.components(separatedBy: "| format |").last?.components(separatedBy: "\n\n").first ?? ""
    for format in ExportFormat.all { #expect(table.contains("`\(format.name)`"), "\(format.name)") }
  }

  /// A calendar or feed that is read again knows the events that it has.
  @Test(arguments: [("icalendar", "UID:"), ("atom", "<id>urn:linimasa:event:"), ("org", ":ID: ")])
  func namesOfEventsStayTheSame(_ format: String, _ mark: String) throws {
    func names(_ articles: [AnnotatedArticle]) throws -> Set<Substring> {
      let lines = try Self.export(format, MemoryTimeline(articles)).split(whereSeparator: \.isNewline)
      return Set(lines.filter { $0.hasPrefix(mark) })
    }
    let one = AnnotatedArticle.sample("a", [.sample("e1", "attack", "Depot dihantam", on: .day("2024-10-24"))])
    let other = AnnotatedArticle.sample("b", [.sample("e1", "deploy", "Pasukan tiba", on: .day("2024-10-20"))])
    let alone = try names([one])
    let both = try names([other, one])
    #expect(alone.count == 1 && both.count == 2 && alone.isSubset(of: both))
  }

  @Test func csvReadsBack() throws {
    let rows = CSVReader.rows(try Self.export("csv"))
    #expect(rows.count == Hostile.titles.count + 1)
    #expect(Set(rows.map(\.count)) == [rows[0].count])
    let column = try #require(rows[0].firstIndex(of: "summary"))
    let entries = Self.hostile.entries(.everything, from: nil, .forward, limit: 999)
    for (row, entry) in zip(rows.dropFirst(), entries) {
      let shown = VisibleText.line(entry.summary)
      #expect(row[column] == shown || row[column] == "'" + shown)
    }
    for cell in rows.joined() {
      let first = cell.unicodeScalars.first { $0 != " " && $0 != "\"" }
      #expect(first.map { !"=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(cell)")
    }
  }

  @Test(.enabled(if: Consumer.hasPython("csv"), "needs python3"))
  func csvIsReadByPython() throws {
    let script = """
      import csv, json, sys
      rows = list(csv.DictReader(sys.stdin.buffer.read().decode().splitlines(keepends=True), strict=True))
      print(json.dumps([row["date_text"] for row in rows]))
      """
    let answer = Consumer.runPython(script, input: try Self.export("csv"))
    #expect(answer.status == 0, "\(answer.errors)")
    let texts = try JSONDecoder().decode([String].self, from: Data(answer.output.utf8))
    #expect(texts.filter { $0 == "date unknown" }.count == Hostile.titles.count / 5)
  }

  @Test func jsonReadsBack() throws {
    struct Document: Decodable {
      struct Entry: Decodable { var summary: String }
      var entries: [Entry]
      var count: Int
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(Self.export("json").utf8))
    let entries = Self.hostile.entries(.everything, from: nil, .forward, limit: 999)
    #expect(document.entries.map(\.summary) == entries.map(\.summary))
    #expect(document.count == entries.count)
    let lines = try Self.export("jsonl").split(separator: "\n")
    let read = try lines.map { try JSONDecoder().decode(Document.Entry.self, from: Data($0.utf8)).summary }
    #expect(read == entries.map(\.summary))
  }

  @Test(.enabled(if: Consumer.hasPython("markdown_it"), "needs markdown-it-py in Python"))
  func markdownShowsTitlesAsTheyAre() throws {
    let script = """
      import json, sys
      from markdown_it import MarkdownIt
      tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(sys.stdin.read())
      inline = [child for token in tokens if token.children for child in token.children]
      print(json.dumps({"kinds": sorted({t.type for t in tokens + inline}),
        "links": sorted({t.attrs["href"] for t in inline if t.type == "link_open"})}))
      """
    struct Found: Decodable { var kinds: [String], links: [String] }
    let answer = Consumer.runPython(script, input: try Self.export("markdown"))
    #expect(answer.status == 0, "\(answer.errors)")
    let found = try JSONDecoder().decode(Found.self, from: Data(answer.output.utf8))
    let expected: Set = [
      "bullet_list_open", "bullet_list_close", "em_open", "em_close", "heading_open", "heading_close", "hr", "inline",
      "link_open", "link_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close",
      "strong_open", "strong_close", "text", "text_special",
    ]
    #expect(Set(found.kinds).subtracting(expected).isEmpty)
    #expect(!found.links.isEmpty)
    #expect(found.links.allSatisfy { $0.hasPrefix("https://x.invalid/") })
  }

  @Test func textSaysWhenAndWhatAndWho() throws {
    let repaired = EventDate(
      start: CivilDay(iso: "2024-10-24"), end: CivilDay(iso: "2024-10-24"), precision: .day, basis: .repaired)
    let source = MemoryTimeline([
      .sample(
        "a",
        [
          .sample("e1", "deploy", "Pasukan tiba", on: repaired, status: .claimed),
          .sample("e2", "attack", "Depot dihantam", on: .day("2024-10-24", time: ClockTime(hour: 4, minute: 5))),
          .sample("e3", "consult", "Perundingan", on: .days("2024-10-27", "2024-10-28", .range)),
          .sample("e4", "agree", "Perjanjian"),
        ])
    ])
    let format = try #require(ExportFormat.named("text"))
    let list = """
      October 2024
        Thu 24 04:05        attack    Depot dihantam (Kabar Uji)
                            deploy    Pasukan tiba [claimed; repaired date] (Kabar Uji)
               27..28       consult   Perundingan (Kabar Uji)

      date unknown
                            agree     Perjanjian (Kabar Uji)

      """
    let unsigned = ExportContext(generator: "")
    #expect(try TimelineExport(source: source, format: format, context: unsigned).string() == list)
    let signed = ExportContext(
      title: "Front", generator: "linimasa 1", resources: "abc", created: "2024-11-01T00:00:00Z",
      sources: (1...10).map { "\($0).txt" })
    let head = """
      Front
        Events    4
        Days      24 to 28 October 2024
        Dates     2 to the day, 1 over several days, 1 without a date
        Left out  nothing
        Filter    everything
        Sources   1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt, 8.txt and 2 more
        Written   2024-11-01T00:00:00Z
        Program   linimasa 1
        Tables    abc


      """
    #expect(try TimelineExport(source: source, format: format, context: signed).string() == head + list)
  }
}
