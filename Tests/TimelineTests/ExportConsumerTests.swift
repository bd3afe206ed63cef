import Foundation
import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

/// Every format is read by a program that others wrote, on a timeline whose every text is hostile.
@Suite struct ExportConsumerTests {
  static let entries = ExportTests.hostile.entries(.everything, from: nil, .forward, limit: 999)

  /// What a Python script makes of an export, as JSON.
  static func read<Value: Decodable>(_ format: String, _ script: String, as type: Value.Type) throws -> Value {
    let answer = Consumer.runPython(script, input: try ExportTests.export(format))
    #expect(answer.status == 0, "\(answer.errors)")
    return try JSONDecoder().decode(type, from: Data(answer.output.utf8))
  }

  @Test(.enabled(if: Consumer.hasPython("icalendar"), "needs icalendar in Python"))
  func icalendarSeesEventsAndNothingElse() throws {
    struct Found: Decodable {
      var kinds: [String], summaries: [String], lengths: [Int], long: Int, starts: [String], edtf: [String], ids: Int,
        description: String
    }
    let script = """
      import icalendar, json, sys
      raw = sys.stdin.buffer.read()
      calendar = icalendar.Calendar.from_ical(raw)
      events = [part for part in calendar.walk() if part.name == "VEVENT"]
      print(json.dumps({"kinds": sorted({part.name for part in calendar.walk()}),
        "summaries": [str(e["SUMMARY"]) for e in events],
        "lengths": [(e["DTEND"].dt - e["DTSTART"].dt).days for e in events],
        "starts": [e["DTSTART"].dt.isoformat() for e in events], "edtf": [str(e["X-LINIMASA-EDTF"]) for e in events],
        "ids": len({str(e["UID"]) for e in events}), "description": str(calendar["X-WR-CALDESC"]),
        "long": max(len(line) for line in raw.split(b"\\r\\n"))}))
      """
    let found = try Self.read("icalendar", script, as: Found.self)
    #expect(found.kinds == ["VCALENDAR", "VEVENT"])
    #expect(found.long <= 75)
    let dated = Self.entries.filter { $0.date.start != nil }
    #expect(found.summaries.count == dated.count)
    for (summary, entry) in zip(found.summaries, dated) { #expect(summary.hasPrefix(VisibleText.line(entry.summary))) }
    #expect(Set(found.lengths) == [1, 2, 31])
    #expect(found.starts == dated.map { $0.date.start?.description })
    #expect(found.edtf == dated.map { DateLabel($0.date).edtf })
    #expect(found.ids == dated.count)
    #expect(found.description.contains("Left out: ") && found.description.contains("without a date"))
  }

  @Test(.enabled(if: Consumer.hasPython("edtf"), "needs edtf in Python"))
  func everyEDTFIsUnderstood() throws {
    var lines: [String] = []
    for precision in Precision.allCases {
      for (start, end) in [("2024-10-01", "2024-10-31"), ("2024-10-27", "2024-10-28"), ("2024-11-01", "2024-12-31")] {
        for confidence in [1, 0.5] {
          var date = EventDate.days(start, precision == .day ? start : end, precision)
          if precision == .before { date.start = nil }
          if precision == .after { date.end = nil }
          date.confidence = confidence
          if let edtf = DateLabel(date).edtf { lines.append(edtf) }
        }
      }
    }
    lines.append("[2019-10-24,2024-10-24]")
    let ides = CivilDay(year: -44, month: 3, day: 15)
    let ancient = DateLabel(EventDate(start: ides, end: ides, precision: .day, basis: .explicit)).edtf
    #expect(ancient == "-0044-03-15")
    lines.append(ancient ?? "")
    #expect(lines.contains("../2024-10-28") && lines.contains("2024-10?") && lines.contains("2024-10-27/2024-10-28"))
    let script = """
      import sys
      from edtf import parse_edtf
      for line in sys.stdin.read().split(): parse_edtf(line)
      """
    let answer = Consumer.runPython(script, input: lines.joined(separator: "\n"))
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test(.enabled(if: Consumer.hasPython("feedparser"), "needs feedparser in Python"))
  func atomIsAFeed() throws {
    struct Found: Decodable { var bozo: Bool, titles: [String], links: [String], ids: Int }
    let script = """
      import feedparser, json, sys
      feed = feedparser.parse(sys.stdin.buffer.read())
      print(json.dumps({"bozo": bool(feed.bozo), "titles": [e.title for e in feed.entries],
        "links": [l.href for e in feed.entries for l in e.get("links", [])], "ids": len({e.id for e in feed.entries})}))
      """
    let found = try Self.read("atom", script, as: Found.self)
    #expect(!found.bozo)
    #expect(found.titles.count == Self.entries.count)
    #expect(found.ids == Self.entries.count)
    for (title, entry) in zip(found.titles, Self.entries) {
      let summary = VisibleText.line(entry.summary).trimmingCharacters(in: .whitespaces)
      #expect(title.hasSuffix(summary))
    }
    #expect(found.links.allSatisfy { $0.hasPrefix("https://x.invalid/") })
  }

  @Test(.enabled(if: Consumer.hasPython("geojson"), "needs geojson in Python"))
  func geojsonIsValid() throws {
    struct Found: Decodable { var valid: Bool, summaries: [String], points: [[Double]?] }
    let script = """
      import geojson, json, sys
      data = geojson.load(sys.stdin)
      print(json.dumps({"valid": data.is_valid, "summaries": [f["properties"]["summary"] for f in data.features],
        "points": [f.geometry and f.geometry.coordinates for f in data.features]}))
      """
    let found = try Self.read("geojson", script, as: Found.self)
    #expect(found.valid)
    #expect(found.summaries == Self.entries.map(\.summary))
    #expect(found.points.allSatisfy { $0 == nil }, "places of no gazetteer have no point")
  }

  @Test func geojsonPlacesLongitudeFirst() throws {
    var event = Event.sample("e1", on: .day("2024-10-24"))
    event.place = PlaceMention(id: "pl.kyiv", name: "Kyiv")
    let table = "id\tlat\tlon\npl.kyiv\t50.45\t30.52\npl.none\t\t\n"
    let folder = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let gazetteers = folder.appending(path: "gazetteers")
    try FileManager.default.createDirectory(at: gazetteers, withIntermediateDirectories: true)
    try Data(table.utf8).write(to: gazetteers.appending(path: "places.tsv"))
    let coordinates = try PlaceCoordinates(resources: ResourceFolder(path: folder.path))
    let format = try #require(ExportFormat.named("geojson"))
    let source = MemoryTimeline([.sample("a", [event])])
    let export = TimelineExport(source: source, format: format, context: ExportContext(coordinates: coordinates))
    #expect(try export.string().contains(#""coordinates":[30.52,50.45]"#))
    try Data("id\tlat\tlon\npl.far\t91\t500\n".utf8).write(to: gazetteers.appending(path: "places.tsv"))
    #expect(throws: TableError.self) { try PlaceCoordinates(resources: ResourceFolder(path: folder.path)) }
  }

  @Test func timelineJSLeavesOutWhatHasNoDate() throws {
    struct Slide: Decodable {
      struct Day: Decodable { var year: Int, month: Int?, day: Int? }
      struct Words: Decodable { var headline: String }
      var start_date: Day, end_date: Day?, display_date: String, text: Words
    }
    struct Page: Decodable { var events: [Slide] }
    let page = try JSONDecoder().decode(Page.self, from: Data(ExportTests.export("timelinejs").utf8))
    let dated = Self.entries.filter { $0.date.precision != .none }
    #expect(page.events.map(\.display_date) == dated.map { DateLabel($0.date).long })
    for (slide, entry) in zip(page.events, dated) {
      #expect((slide.start_date.day == nil) == (entry.date.precision == .month))
      #expect(!slide.text.headline.contains("<"))
    }
  }

  @Test func reportsSayWhatIsLeftOut() throws {
    let format = try #require(ExportFormat.named("icalendar"))
    let report = try TimelineExport(source: ExportTests.hostile, format: format, context: ExportContext()).write { _ in
    }
    let open = Self.entries.filter { $0.date.precision == .before }.count
    let undated = Self.entries.filter { $0.date.precision == .none }.count
    #expect(report.leftOut == [.open: open, .undated: undated])
    #expect(report.summary.hasSuffix("\(undated) without a date, \(open) only known to be before or after a day"))
  }

  @Test func orgHeadingsAreOurs() throws {
    let lines = try ExportTests.export("org").split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("** ") }.count == Self.entries.count)
    #expect(lines.filter { $0.hasPrefix("#+") }.count == 1)
    // Everything else is a heading, a drawer, a timestamp or a fixed-width line.
    for line in lines.dropFirst() {
      #expect(["* ", "** ", ":", "<2"].contains { line.hasPrefix($0) }, "\(line)")
      if line.hasPrefix("*") { #expect(!line.contains("[[") && !line.hasSuffix(":")) }
    }
  }

  @Test(.enabled(if: Consumer.has("emacs"), "needs emacs"))
  func orgIsReadByEmacs() throws {
    let script = """
      (progn (require 'org) (insert-file-contents "/dev/stdin") (org-mode)
        (princ (format "%S %S %S" (length (org-map-entries (lambda () t) "LEVEL=2"))
          (length (delq nil (org-map-entries (lambda () (org-get-todo-state)) nil)))
          (length (delq nil (org-map-entries (lambda () (org-get-tags nil t)) nil))))))
      """
    let answer = Consumer.run(
      "/usr/bin/env", ["emacs", "--batch", "--eval", script], input: try ExportTests.export("org"))
    #expect(answer.output == "\(Self.entries.count) 0 0", "\(answer.errors)")
  }
}
