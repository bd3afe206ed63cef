import Foundation
import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Extraction

/// Timelines of others: what is taken over of them, how fine its dates are, and what is said to be not understood.
@Suite struct TimelineImportTests {
  static let importer = Result { try TimelineImporter(resources: Checkout.resources) }

  func read(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> ImportedTimeline {
    try Self.importer.get().read(Array(text.utf8), options)
  }

  func dates(_ timeline: ImportedTimeline) -> [String] { timeline.rows.map { $0.date.map(days) ?? "-" } }

  /// The days without the words that said them.
  func days(_ date: EventDate) -> String {
    var date = date
    date.expression = nil
    return date.byHand
  }

  // MARK: - Dates

  @Test func everyBoundReadsItsExample() throws {
    let dates = try DateReader(resources: Checkout.resources)
    let field = try DateField(resources: Checkout.resources, dates: dates)
    let table = try Checkout.resources.table("import/bounds.tsv", required: ["words", "means", "example", "date"])
    for row in table.rows {
      let found = try #require(field.read(row["example"], published: nil), "\(row["example"])")
      #expect(days(found.date) == row["date"] && found.rest.isEmpty, "\(row["example"])")
    }
  }

  @Test func aTableIsReadAsFineAsItIsWritten() throws {
    let timeline = try read(
      """
      Tanggal,Judul
      24 Oktober 2024,Tentara tiba
      2024-10,Bulan itu
      2024,Tahun itu
      ../2024-10-28,Paling lambat
      2024-10-27/2024-10-28,Dua hari
      sebelum 5 Mei 2024,Sebelumnya
      2024-10-24T14:20:00+07:00,Pukul
      Oktober 2024 barangkali,Ragu
      entah,Tak tahu
      ,Tanpa tanggal
      9999-99-99,Bukan tanggal
      """)
    #expect(
      dates(timeline) == [
        "2024-10-24", "2024-10", "2024", "..2024-10-28", "2024-10-27..2024-10-28", "..2024-05-04", "2024-10-24 14:20",
        "2024-10", "none", "none", "none",
      ])
    #expect(timeline.rows[7].problems.contains { $0.contains("barangkali") })
    #expect(timeline.rows[8].problems.contains { $0.contains("\"entah\" is not understood") })
    #expect(timeline.rows[10].problems.contains { $0.contains("9999-99-99") })
    #expect(timeline.summary.hasPrefix("11 rows: 11 events, 2 of them dated to the day, 6 vaguer, 3 undated"))
  }

  @Test func anEndMakesARange() throws {
    let timeline = try read(
      "start,end,event\n2024-10-27,2024-10-28,a\n2024-10,2024-12,b\n2024-10-28,2024-10-27,c\n2024-10-27,,d\n")
    #expect(
      dates(timeline) == ["2024-10-27..2024-10-28", "~2024-10-01..2024-12-31", "2024-10-28", "2024-10-27"])
    #expect(!timeline.rows[2].problems.isEmpty)
  }

  // MARK: - Columns

  @Test func columnsAreGuessedAndNamed() throws {
    let guessed = try read("No;Datum;Peristiwa;Pelaku;Tempat\n1;2024-10-24;Serangan;NATO; Rusia;Kursk\n")
    #expect(guessed.remarks == ["table: date=Datum, summary=Peristiwa, subjects=Pelaku, place=Tempat; not used: No"])
    let named = try read(
      "wann\twas\tweiter\n2024-10-24\tMenyerang pelabuhan\tx\n",
      ImportOptions(columns: [.date: "wann", .summary: "WAS"]))
    #expect(named.remarks == ["table: date=wann, summary=was; not used: weiter"])
    #expect(dates(named) == ["2024-10-24"])
    #expect(throws: ImportError.self) { try read("a,b\n1,2\n", ImportOptions(columns: [.date: "c"])) }
    #expect(throws: ImportError.self) { try read("a,b\n1,2\n") }
    #expect(throws: ImportError.self) { try read("") }
  }

  @Test func cellsMayHoldAnything() throws {
    let timeline = try read(
      "\u{FEFF}date,event,who\r\n2024-10-24,\"He said \"\"no\"\",\r\nand left\",\"NATO; \u{1B}[31mX\"\r\n\r\n,,\r\nshort\r\n"
    )
    #expect(timeline.rows.map(\.number) == [2, 6])
    #expect(timeline.rows[0].summary == "He said \"no\", and left")
    #expect(timeline.articles[0].actors.map(\.name).first == "NATO")
    #expect(timeline.rows[1].summary == nil && timeline.entries.count == 1)
  }

  @Test func whatNoColumnTellsIsReadFromTheWords() throws {
    let timeline = try read(
      "date,event,type\n2025-01-27,M23 menyerang bandara Goma.,\n2025-01-27,x,Serangan\n2025-01-27,y,Picnic\n")
    let event = timeline.articles[0].events[0]
    #expect(event.type.rawValue == "attack" && event.participants.map(\.actor.rawValue).contains("grp.m23"))
    #expect(timeline.rows[0].understood.contains("type from the words: attack"))
    #expect(timeline.rows[1].type?.rawValue == "attack")
    #expect(timeline.rows[2].type == RowReader.unknownType)
    #expect(timeline.rows[2].problems == ["type \"Picnic\" is none of this program's"])
  }

  @Test func aRowThatComesTwiceIsOneEvent() throws {
    let timeline = try read("date,event\n2024-10-24,a\n2024-10-24,a\n2024-10-25,a\n")
    #expect(timeline.entries.count == 2 && timeline.rows[1].problems.contains("the same as row 2"))
  }

  // MARK: - TimelineJS

  @Test func wordsThatTellTwoEventsAreOneArticle() throws {
    let timeline = try read(
      """
      date,type,title
      2024-10-24,attack,Troops crossed and shelled the town
      2024-10-24,deploy,Troops crossed and shelled the town
      """)
    #expect(timeline.entries.count == 2)
    #expect(timeline.articles.count == 1)
    #expect(timeline.articles.first?.events.map(\.type.rawValue) == ["attack", "deploy"])
  }

  @Test func slidesKeepTheirPrecision() throws {
    let timeline = try read(
      """
      {"title": {"text": {"headline": "T"}}, "eras": [{"start_date": {"year": 2020}}], "events": [
       {"start_date": {"year": "2024", "month": "10", "day": "24", "hour": 14, "minute": 20},
        "text": {"headline": "<b>Troops</b> come &amp; go", "text": "<p>They <i>came</i>.</p><script>x</script>"},
        "media": {"url": "https://example.org/a", "credit": "Kabar"}, "group": "deployment"},
       {"start_date": {"year": 2024, "month": 10}, "text": {"headline": "A month"}},
       {"start_date": {"year": 2024}, "end_date": {"year": 2025}, "text": {"headline": "Two years"}},
       {"start_date": {"year": 2024, "month": 8, "day": 1}, "display_date": "probably on or before 1 August 2024",
        "text": {"headline": "A bound"}},
       {"start_date": {"year": "x"}, "display_date": "akhir Oktober 2024", "text": {"headline": "In words"}},
       {"text": {"headline": ""}}, 7
      ]}
      """)
    #expect(dates(timeline).prefix(4) == ["2024-10-24 14:20", "2024-10", "~2024-01-01..2025-12-31", "..2024-08-01"])
    #expect(timeline.rows[4].date?.precision == .period)
    #expect(timeline.rows.count == 7 && timeline.rows[5].summary == nil && timeline.rows[6].summary == nil)
    let first = timeline.articles[0]
    #expect(first.events[0].summary == "Troops come & go" && first.events[0].type.rawValue == "deploy")
    #expect(first.article.url == "https://example.org/a" && first.article.outlet == "Kabar")
    #expect(first.article.text.string.contains("They came.") && !first.article.text.string.contains("script"))
    #expect(timeline.remarks.contains { $0.contains("1 eras") })
  }

  // MARK: - Its own JSON Lines

  /// Some articles, of which two tell one event with other numbers.
  static var articles: [AnnotatedArticle] {
    let force = Actor(id: ActorID(rawValue: "frc.fleet"), kind: .force, name: "Armada")
    func article(_ number: Int, _ summary: String, _ count: Double) -> AnnotatedArticle {
      var event = Event.sample(
        "e1", "attack", summary, on: .day("2024-10-24", time: ClockTime(hour: 4, minute: 5)), place: "Sakra",
        [Participant(force.id, .subject)])
      event.figures = [Figure(value: count, unit: "killed", text: "\(count)", span: TextSpan(0, 1))]
      return .sample("a\(number)", title: "T\(number)", outlet: "Kabar \(number)", actors: [force], [event])
    }
    var vague = EventDate.days("2024-10-01", "2024-10-31", .month)
    vague.confidence = 0.5
    vague.why = [Why("a month was named")]
    vague.readings = [Reading(value: "2024-10", weight: 0.6), Reading(value: "2024-11", weight: 0.4)]
    return [
      article(1, "Armada menggempur pelabuhan Sakra", 30), article(2, "Armada menggempur pelabuhan Sakra lagi", 46),
      .sample(
        "a3", title: "T3", outlet: nil, published: nil, actors: [force],
        [
          .sample(
            "e1", "statement", "Same \u{1B}words\u{2028}", on: vague, status: .statement,
            [Participant(force.id, .speaker)]),
          .sample(
            "e2", "threaten", "Same \u{1B}words\u{2028}", on: .days(nil, "2024-10-28", .before), status: .claimed),
          .sample("e3", "supply", "Undated"),
        ]),
    ]
  }

  /// Every line as JSON without the numbers and the names that hang on the text.
  static func lines(_ source: any TimelineSource) throws -> [String] {
    let format = try #require(ExportFormat.named("jsonl"))
    let text = try TimelineExport(source: source, format: format, context: ExportContext()).string()
    return try text.split(separator: "\n").map { line in
      var object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      object["id"] = nil
      object["sources"] = (object["sources"] as? [[String: Any]])?.map { source in
        var source = source
        source["reference"] = nil
        return source
      }
      let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }
    .sorted()
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let original = MemoryTimeline(Self.articles)
    #expect(original.overview(.everything).total == 4)
    let format = try #require(ExportFormat.named("jsonl"))
    let text = try TimelineExport(source: original, format: format, context: ExportContext()).string()
    let timeline = try read(text)
    #expect(timeline.entries.map(\.count).sorted() == [1, 1, 1, 2] && timeline.articles.count == 3)
    #expect(timeline.rows.allSatisfy { $0.problems.isEmpty })
    // In memory the two reports are joined by what they share, as they were before.
    let again = MemoryTimeline(timeline.articles)
    #expect(try Self.lines(again) == Self.lines(original))
  }

  @Test func whatExtractWritesIsRead() throws {
    let folder = Checkout.resources
    let extractor = try EventExtractor(resources: folder)
    let text = SourceText("Kabar\n\nM23 menyerang bandara Goma pada Senin (27/1/2025). Sedikitnya 30 orang tewas.\n")
    let annotated = extractor.annotate(Article(id: "a", outlet: "Kabar", text: text))
    var json = JSONWriter()
    annotated.write(to: &json, program: "x", resources: "y")
    let timeline = try read(json.string + "\n\nnot json\n{\"id\":\"b\",\"error\":{\"kind\":\"blank\"}}\n")
    let read = try #require(timeline.articles.first)
    #expect(read.events.map(\.type) == annotated.events.map(\.type) && !read.events.isEmpty)
    #expect(read.events.map(\.date.start) == annotated.events.map(\.date.start))
    #expect(read.events.map(\.participants) == annotated.events.map(\.participants))
    #expect(read.article.publication.day == annotated.article.publication.day)
    #expect(timeline.rows.filter { $0.summary == nil }.map(\.number) == [3, 4])
  }

  @Test(arguments: 1...300) func nothingTrapsOnBrokenFiles(_ seed: UInt64) throws {
    let whole = [
      "{\"events\":[{\"start_date\":{\"year\":2024,\"month\":13,\"day\":99,\"hour\":99},\"text\":{\"headline\":\"a\"}}]}",
      "{\"type\":\"attack\",\"summary\":\"s\",\"date\":{\"start\":\"2024-10-24\",\"end\":\"2023-01-01\",\"precision\":\"day\"},\"sources\":[{\"evidence\":[\"é\"],\"trigger\":\"é\"}]}\n",
      "date,event,end\n2024-10-24,\"a\nb\",31/02/2024\n",
    ]
    var bytes = Array(whole[Int(seed % 3)].utf8)
    var state = seed
    for _ in 0..<Int(seed % 7) + 1 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % max(1, bytes.count)
      if state % 3 == 0 { bytes.remove(at: place) } else { bytes[place] = UInt8(truncatingIfNeeded: state >> 20) }
    }
    do {
      let timeline = try Self.importer.get().read(bytes)
      for telling in timeline.entries.joined() {
        #expect(timeline.articles[telling.article].events.indices.contains(telling.event))
      }
    } catch is ImportError {}
  }
}
