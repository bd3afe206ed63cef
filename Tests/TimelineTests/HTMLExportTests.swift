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
      "html", "head", "meta", "title", "style", "script", "body", "header", "h1", "p", "a", "dl", "dt", "dd", "main",
      "section", "h2", "h3", "ol", "li", "time", "span", "div", "cite", "blockquote", "footer", "figure", "svg", "desc",
      "line", "path", "text", "g", "circle", "figcaption", "details", "summary", "table", "thead", "tbody", "tr", "th",
      "td", "form", "fieldset", "legend", "label", "input", "button",
    ]
    #expect(Set(found.tags).subtracting(ours).isEmpty)
    #expect(found.handlers.isEmpty)
    #expect(found.links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://x.invalid/") })
    #expect(found.headings.count == Hostile.titles.count)
    for (heading, entry) in zip(found.headings, ExportConsumerTests.entries) {
      #expect(heading.hasSuffix(VisibleText.line(entry.summary)))
    }
  }

  /// The policy names the page's own script and style and lets nothing else in.
  @Test(.enabled(if: Consumer.hasPython(), "needs python3"))
  func policyAllowsOnlyTheScriptAndTheStyleOfThePage() throws {
    let script = """
      import base64, hashlib, json, re, sys
      page = sys.stdin.read()
      parts = [re.findall(f"<{name}>(.*?)</{name}>", page, re.S) for name in ("script", "style")]
      policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', page).group(1)
      print(json.dumps({"policy": policy, "counts": [len(part) for part in parts], "hashes":
        [base64.b64encode(hashlib.sha256(part[0].encode()).digest()).decode() for part in parts]}))
      """
    struct Found: Decodable { var policy: String, counts: [Int], hashes: [String] }
    let page = try ExportTests.export("html")
    let found = try JSONDecoder().decode(Found.self, from: Data(Consumer.runPython(script, input: page).output.utf8))
    #expect(found.counts == [1, 1])
    #expect(found.hashes == [HTMLScript.hash, HTMLStyle.hash], "the fingerprints in HTMLScript and HTMLStyle")
    let parts = found.policy.split(separator: "; ").map(String.init)
    #expect(
      parts == [
        "default-src 'none'", "script-src 'sha256-\(HTMLScript.hash)'", "style-src 'sha256-\(HTMLStyle.hash)'",
        "base-uri 'none'", "form-action 'none'",
      ])
    #expect(!page.contains("url(") && !page.contains(" style="))
  }

  /// Contrast by WCAG 2.2, on the page's white and on the ground of the filter; every class of meaning has a color.
  @Test func colorsCanBeRead() throws {
    func luminance(_ color: String) -> Double {
      let parts = stride(from: 1, to: 7, by: 2).map { offset -> Double in
        let start = color.index(color.startIndex, offsetBy: offset)
        let value = Double(Int(color[start..<color.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let colors = HTMLStyle.hues.map(\.value) + ["#16191d", "#545b64", "#0b4f9e", "#7a3d00"]
    for color in colors {
      #expect((luminance("#f5f6f8") + 0.05) / (luminance(color) + 0.05) >= 4.5, "\(color)")
    }
    let known = Set(HTMLStyle.hues.map(\.key))
    #expect(known.isSuperset(of: try EventTypeTable(resources: Checkout.resources).entries.map(\.hue)))
  }

  @Test func drawingStaysSmall() {
    var context = ExportContext()
    var last: TimelineEntry?
    for number in 0..<60_000 {
      let date = EventDate(
        start: CivilDay(number: Int32(number * 7 - 200_000)), precision: .day, basis: .explicit)
      let key = TimelineKey(date: date, id: Int64(number))
      let type = EventType(rawValue: "type\(number % 40)")
      let entry = TimelineEntry(key: key, type: type, status: .happened, date: date, summary: "")
      context.survey.add(entry)
      last = entry
    }
    let drawing = HTMLDrawing(context)
    #expect(drawing.figure().utf8.count < 600_000)
    #expect(drawing.figure().contains("<circle"))
    #expect(drawing.lanes.count == HTMLStyle.lanes && drawing.lanes.last?.name == "others")
    #expect(drawing.lanes.reduce(0) { $0 + $1.total.count } == 60_000)
    #expect(last.flatMap(drawing.place) != nil)
  }

  /// One old date does not press the others into a corner, and every column is told apart.
  @Test func axisIsFoldedWhereNothingHappens() throws {
    let days = ["1953-07-27", "2024-10-24", "2024-10-25", "2024-11-30"].compactMap { CivilDay(iso: $0) }
    let axis = TimeAxis(days: days)
    #expect(axis.unit == .day)
    #expect(axis.columns.map(\.place) == [0, 3, 4, 7])
    #expect(axis.columns.map(\.isBehindFold) == [false, true, false, true])
    #expect(axis.place(of: try #require(CivilDay(iso: "2024-10-25"))) == 4)
    #expect(axis.place(of: try #require(CivilDay(iso: "2000-01-01"))) == nil)
    let years = TimeAxis(days: (0..<100).compactMap { CivilDay(year: 1900 + $0, month: 5, day: 9) })
    #expect(years.unit == .year && years.width == 100)
    #expect(years.label(years.columns[0], .english) == "1900")
    let ages = TimeAxis(days: (-9000..<9000).compactMap { CivilDay(year: $0, month: 1, day: 1) })
    #expect(ages.width <= 110 && ages.columns.count > 10)
    #expect(TimeAxis(days: []).width == 0)
  }
}
