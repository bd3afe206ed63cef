import Foundation
import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

@Suite struct HTMLExportTests {
  struct Found: Decodable { var tags: [String], handlers: [String], links: [String], headings: [String] }

  static let script = """
    import json, sys
    from html.parser import HTMLParser
    class Reader(HTMLParser):
        def __init__(self):
            super().__init__()
            self.tags, self.attributes, self.links, self.headings, self.open = set(), set(), set(), [], None
        def handle_starttag(self, tag, attributes):
            self.tags.add(tag)
            self.attributes |= {name for name, _ in attributes}
            self.links |= {value for name, value in attributes if name in ("href", "src")}
            if tag == "h3": self.headings.append("")
            self.open = "h3" if tag == "h3" else self.open
        def handle_endtag(self, tag):
            if tag == "h3": self.open = None
        def handle_data(self, data):
            if self.open: self.headings[-1] += data
    reader = Reader()
    reader.feed(sys.stdin.read())
    reader.close()
    print(json.dumps({"tags": sorted(reader.tags), "links": sorted(reader.links), "headings": reader.headings,
      "handlers": sorted(name for name in reader.attributes if name.startswith("on") or name == "style")}))
    """

  @Test(.enabled(if: Consumer.hasPython(), "needs python3"))
  func hostileTextIsOnlyText() throws {
    let answer = Consumer.runPython(Self.script, input: try ExportTests.export("html"))
    #expect(answer.status == 0, "\(answer.errors)")
    let found = try JSONDecoder().decode(Found.self, from: Data(answer.output.utf8))
    let ours: Set = [
      "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "a", "dl", "dt", "dd", "main", "section",
      "h2", "h3", "ol", "li", "time", "span", "blockquote", "footer", "aside", "figure", "svg", "line", "text", "g",
      "circle", "figcaption", "fieldset", "legend", "label", "input",
    ]
    #expect(Set(found.tags).subtracting(ours).isEmpty)
    #expect(found.handlers.isEmpty)
    #expect(found.links.allSatisfy { $0 == "#filter" || $0.hasPrefix("https://x.invalid/") })
    #expect(found.headings.count == Hostile.titles.count)
    for (heading, entry) in zip(found.headings, ExportConsumerTests.entries) {
      #expect(heading.hasSuffix(VisibleText.line(entry.summary)))
    }
  }

  @Test func pageForbidsScriptsAndFetching() throws {
    let page = try ExportTests.export("html")
    #expect(
      page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\""))
    #expect(!page.contains("url("))
  }

  @Test func drawingStaysSmall() {
    var drawing = HTMLDrawing()
    for number in 0..<60_000 {
      let date = EventDate(
        start: CivilDay(number: Int32(number * 7 - 200_000)), precision: .day, basis: .explicit)
      let key = TimelineKey(date: date, id: Int64(number))
      let type = EventType(rawValue: "type\(number % 40)")
      _ = drawing.add(TimelineEntry(key: key, type: type, status: .happened, date: date, summary: ""))
    }
    let figure = drawing.figure(.english)
    #expect(figure.utf8.count < 600_000)
    #expect(figure.contains("<circle"))
    #expect(drawing.filter().contains("others"))
  }

  /// The browser says how many events it shows: all, and without the first type those of the others.
  @Test(.enabled(if: Consumer.has("chromium"), "needs chromium"))
  func chromiumShowsAndFilters() throws {
    let source = MemoryTimeline([
      .sample("a", [.sample("e1", "attack", on: .day("2024-10-24")), .sample("e2", "deploy", on: .day("2024-10-25"))])
    ])
    let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let page = try ExportTests.export("html", source)
    let unticked = page.replacingOccurrences(of: "id=\"t0\" checked", with: "id=\"t0\"")
    var heights: [Int] = []
    for (name, text) in [("all", page), ("filtered", unticked)] {
      let file = folder.appending(path: "\(name).html")
      try Data(text.utf8).write(to: file)
      let pdf = folder.appending(path: "\(name).pdf")
      let answer = Consumer.run(
        "/usr/bin/env",
        [
          "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--no-first-run",
          "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(pdf.path)", "file://\(file.path)",
        ], input: "")
      #expect(answer.status == 0, "\(answer.errors)")
      heights.append(try Data(contentsOf: pdf).count)
    }
    #expect(heights[1] < heights[0], "the filtered page prints less")
  }
}
