import Foundation
import Temporal
import TestSupport
import Testing
import Text

@testable import Timeline

/// The page in a real browser: chromium without a window, its requests led to a port where nobody listens.
@Suite(.enabled(if: Consumer.has("chromium"), "needs chromium")) struct HTMLBrowserTests {
  /// What the browser saw.
  struct Seen {
    /// What `look` said.
    var answer: [String: String] = [:]
    /// Every address that was asked for.
    var requests = ""
  }

  /// Opens `page` in a frame of another page, runs `look` there with `page` as the frame's document, and says what it
  /// returned. The frame keeps its own policy.
  static func open(_ page: String, look: String) throws -> Seen {
    let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let frame = """
      <!doctype html><meta charset="utf-8"><title>outside</title><iframe src="page.html" width=1200 height=900></iframe>
      <pre id="answer"></pre><script>
      const frame = document.querySelector("iframe");
      frame.addEventListener("load", () => setTimeout(() => {
        const view = frame.contentWindow, page = view.document;
        const answer = (() => { \(look) })();
        document.getElementById("answer").textContent = btoa(unescape(encodeURIComponent(JSON.stringify(answer))));
      }, 50));
      </script>
      """
    try Data(page.utf8).write(to: folder.appending(path: "page.html"))
    try Data(frame.utf8).write(to: folder.appending(path: "frame.html"))
    let log = folder.appending(path: "requests.json")
    let run = Consumer.run(
      "/usr/bin/env",
      [
        "timeout", "60", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
        "--no-first-run", "--allow-file-access-from-files", "--disable-web-security", "--proxy-server=127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>", "--user-data-dir=\(folder.path)/profile", "--log-net-log=\(log.path)",
        "--virtual-time-budget=5000", "--dump-dom", "file://\(folder.path)/frame.html",
      ], input: "")
    let answer = run.output.components(separatedBy: "<pre id=\"answer\">").last?.prefix { $0 != "<" } ?? ""
    let data = try #require(Data(base64Encoded: String(answer)), "\(run.errors)")
    return Seen(
      answer: try JSONDecoder().decode([String: String].self, from: data),
      requests: (try? String(contentsOf: log, encoding: .utf8)) ?? "")
  }

  static let source = MemoryTimeline([
    .sample(
      "a",
      [
        .sample("e1", "attack", "Pelabuhan Odésa dihantam", on: .day("2024-10-24")),
        .sample("e2", "attack", "Depot dihantam", on: .day("2024-11-02"), status: .claimed),
        .sample("e3", "deploy", "Pasukan tiba di Odesa", on: .day("2024-11-03")),
        .sample("e4", "deploy", "Pasukan lain"),
      ])
  ])

  @Test func theFilterWorks() throws {
    let look = """
      const field = page.getElementById("words");
      const state = () => [...page.querySelectorAll(".event")].map(event => event.offsetHeight > 0 ? 1 : 0).join("");
      const months = () => [...page.querySelectorAll("section")].map(month => month.offsetHeight > 0 ? 1 : 0).join("");
      const change = node => node.dispatchEvent(new view.Event("input", {bubbles: true}));
      const answer = {};
      answer.first = state() + " " + page.getElementById("shown").textContent;
      field.value = " ODESA "; change(field);
      answer.words = state() + " " + months() + " " + page.getElementById("shown").textContent;
      answer.faded = String(page.querySelectorAll("circle.off").length) + " of " + page.querySelectorAll("circle").length;
      field.value = "odesa tiba"; change(field);
      answer.both = state();
      field.value = ""; change(field);
      const box = page.getElementById("t0"); box.checked = false; change(box);
      answer.type = state();
      page.getElementById("filter").reset();
      const status = page.getElementById("s-claimed"); status.checked = false; change(status);
      answer.status = state();
      return answer;
      """
    let seen = try Self.open(try ExportTests.export("html", Self.source), look: look)
    #expect(
      seen.answer == [
        "first": "1111 4 events", "words": "1010 110 2 of 4 events", "faded": "1 of 3", "both": "0010", "type": "0011",
        "status": "1011",
      ])
  }

  /// Without its script the page shows everything, and the boxes work by style alone.
  @Test func thePageIsReadableWithoutItsScript() throws {
    let page = try ExportTests.export("html", Self.source)
      .replacingOccurrences(of: HTMLScript.hash, with: HTMLStyle.hash)
      .replacingOccurrences(of: "id=\"t0\" checked", with: "id=\"t0\"")
    let look = """
      return {events: [...page.querySelectorAll(".event")].map(event => event.offsetHeight > 0 ? 1 : 0).join(""),
        field: String(page.getElementById("words").offsetHeight > 0)};
      """
    #expect(try Self.open(page, look: look).answer == ["events": "0011", "field": "false"])
  }

  static let hostileLook = """
    const own = ["iframe", "img", "object", "embed", "link", "script:not(body > script)", "animate", "foreignObject"];
    return {title: page.title, alien: String(page.querySelectorAll(own.join()).length),
      handlers: String([...page.querySelectorAll("*")].filter(node =>
        [...node.attributes].some(attribute => attribute.name.startsWith("on"))).length),
      hacked: String(view.hacked), events: String(page.querySelectorAll(".event").length)};
    """

  @Test func hostileTitlesDoNothingAndNothingIsFetched() throws {
    let seen = try Self.open(try ExportTests.export("html"), look: Self.hostileLook)
    #expect(seen.answer["alien"] == "0" && seen.answer["handlers"] == "0" && seen.answer["hacked"] == "undefined")
    #expect(seen.answer["events"] == String(Hostile.titles.count))
    #expect(seen.requests.contains("requests") || seen.requests.contains("events"), "the log was written")
    #expect(!seen.requests.contains("x.invalid"))
  }

  /// The second wall: were a title written into the page as it is, the page's policy would still stop it; and without
  /// the policy this test would see it.
  @Test func thePolicyStopsWhatEscapingWouldMiss() throws {
    let attack = "<img src=http://x.invalid/picture onerror='hacked=1'><script>hacked=2</script>"
    let page = try ExportTests.export("html", Self.source)
      .replacingOccurrences(of: "Depot dihantam</span>", with: "\(attack)</span>")
    #expect(page.contains(attack))
    let held = try Self.open(page, look: Self.hostileLook)
    #expect(held.answer["alien"] != "0" && held.answer["hacked"] == "undefined")
    #expect(!held.requests.contains("x.invalid"))
    let bare = page.replacingOccurrences(of: "http-equiv=\"Content-Security-Policy\"", with: "name=\"none\"")
    let open = try Self.open(bare, look: Self.hostileLook)
    #expect(open.answer["hacked"] != "undefined")
    #expect(open.requests.contains("x.invalid"))
  }
}
