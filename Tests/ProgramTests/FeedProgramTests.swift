import Foundation
import TestSupport
import Testing

/// Subscriptions by the program itself, against a server on loopback.
@Suite(
  .enabled(if: LoopbackServer.isThere, "python3 is not installed: the server of the tests cannot run"),
  .timeLimit(.minutes(2)))
struct FeedProgramTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("feeds-\(UUID())")
  private let server: LoopbackServer

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = try LoopbackServer()
  }

  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(arguments, environment: ["LINIMASA_LIBRARY": folder.appendingPathComponent("library.sqlite").path])
  }

  private func list() throws -> [[String: Any]] {
    try run("feed", "list", "--json").output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  private func requests(_ path: String) throws -> [[String: String]] {
    try server.log().filter { $0.path == path }.map(\.headers)
  }

  @Test func anUpdateBringsWhatIsNewAndOnlyThat() throws {
    #expect(try run("feed", "add", "\(server.base)/conditional", "--tag", "War").status == 0)
    let first = try run("feed", "update")
    #expect(first.status == 0 && first.output.hasPrefix("read 1 of 1 feed: 1 new article with "), "\(first)")
    let second = try run("feed", "update")
    #expect(
      second.status == 0 && second.output.contains("0 new articles") && second.output.contains("1 feed unchanged"))
    let third = try run("feed", "update")
    #expect(third.status == 0)
    // The validators go back as they came, those of "not modified" from then on.
    #expect(try requests("/conditional").map { $0["If-None-Match"] } == [nil, "W/\"a\u{FF}'b\"", "\"baru\""])
    #expect(
      try requests("/conditional").map { $0["If-Modified-Since"] } == [
        nil, "Mon, 28 Oct 2024 00:00:00 GMT", "Tue, 29 Oct 2024 00:00:00 GMT",
      ])
    let feed = try #require(try list().first)
    #expect(feed["title"] as? String == "Kabar Uji" && feed["tags"] as? [String] == ["War"])
    #expect(feed["succeeded"] is String && feed["due"] is String && feed["error"] is NSNull)
    #expect(try run("timeline").output.contains("Rusia menyerang Kyiv"))
  }

  @Test func theWholeTextComesFromThePageAndNoItemTwice() throws {
    _ = try run("feed", "add", "\(server.base)/stubs")
    let first = try run("feed", "update")
    #expect(first.status == 0 && first.output.contains("12 new articles"), "\(first)")
    #expect(try server.log().filter { $0.path.hasPrefix("/page/") }.count == 12)
    #expect(try server.lines(at: "/most").first.flatMap(Int.init).map { $0 <= 2 } == true)
    #expect(try run("timeline").output.contains("Rusia menyerang Kyiv"))
    #expect(try run("feed", "update").output.contains("0 new articles"))
    #expect(try server.log().filter { $0.path.hasPrefix("/page/") }.count == 12)
  }

  @Test func aServerThatAsksToWaitIsLeftAlone() throws {
    _ = try run("feed", "add", "\(server.base)/too-many")
    let first = try run("feed", "update")
    #expect(
      first.status == 1 && first.errors.contains("asks to wait for 120 s (429)") && first.output.contains("1 failed"))
    let second = try run("feed", "update")
    #expect(second.status == 0 && second.errors.contains("left alone until"))
    #expect(try requests("/too-many").count == 1)
    _ = try run("feed", "update", "--now")
    #expect(try requests("/too-many").count == 2)
    let feed = try #require(try list().first)
    #expect(feed["failures"] as? Int == 2 && (feed["error"] as? String)?.contains("429") == true)
    #expect(try run("feed", "list").output.contains("! failed 2 times in a row"))
  }

  @Test func pagesOfAServerThatAsksToWaitAreLeftForTheNextTime() throws {
    _ = try run("feed", "add", "\(server.base)/wait-stubs")
    let first = try run("feed", "update")
    #expect(first.status == 1 && first.output.contains(" left for the next time"), "\(first)")
    let asked = try server.log().filter { $0.path.hasPrefix("/wait-page/") }.count
    #expect(asked <= 3)
    #expect((try list().first?["error"] as? String)?.contains("asks to wait") == true)
    #expect(try run("feed", "update").errors.contains("left alone until"))
    // Nothing was lost and nothing comes twice: both looks together give each article once.
    let second = try run("feed", "update", "--now")
    #expect(second.status == 0, "\(second)")
    let numbers = [first, second].compactMap { run in
      run.output.split(separator: ": ").dropFirst().first?.prefix { $0.isNumber }
    }
    #expect(numbers.compactMap { Int($0) }.reduce(0, +) == 6, "\(numbers)")
  }

  @Test func aFailureIsKeptUntilASuccess() throws {
    _ = try run("feed", "add", "\(server.base)/once")
    #expect(try run("feed", "update").status == 0)
    #expect(try run("feed", "update").status == 1)
    #expect(try list().first?["error"] as? String == "the server failed (500)")
    #expect(try run("feed", "update", "--now").status == 0)
    #expect(try list().first?["error"] is NSNull)
  }

  @Test func oneBadFeedStopsNoOther() throws {
    _ = try run(
      "feed", "add", "\(server.base)/drip", "\(server.base)/hello", "\(server.base)/bomb", "\(server.base)/feed")
    let update = try run("feed", "update", "--timeout", "1")
    #expect(update.status == 1 && update.output.hasPrefix("read 1 of 4 feeds: 1 new article"), "\(update)")
    #expect(update.errors.contains("not done within 1 s") && update.errors.contains("this is no feed"))
    #expect(update.errors.contains("longer than 8192 KB"))
  }

  @Test func aFeedThatMovedForGoodIsAskedForThere() throws {
    _ = try run("feed", "add", "\(server.base)/moved")
    #expect(try run("feed", "update").status == 0)
    #expect(try list().first?["url"] as? String == "\(server.base)/feed")
  }

  @Test func hostileListsAreRefusedByName() throws {
    let list = folder.appendingPathComponent("list.opml")
    try """
    <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="2.0"><body>
    <outline text="Perang"><outline text="Ukraina &amp; Rusia">
    <outline text="Satu" title="Satu &lt;1&gt;" type="rss" xmlUrl="https://example.org/1?a=1&amp;b=2" category="/Peta,Lain/Dua"/>
    </outline><outline text="a" xmlUrl="exec:touch /tmp/x"/><outline text="b" xmlUrl="filter:cat:https://example.org/"/>
    <outline text="c" xmlUrl="|touch x"/><outline text="d" xmlUrl="file:///etc/passwd"/>
    <outline text="e" xmlUrl="javascript:alert(1)"/><outline text="f" xmlUrl="https://example.org/ --x&#10;y"/></outline>
    <outline text="Dua" xmlUrl="feed://example.org/2"/><outline text="&x;" xmlUrl="http://example.org/3"/></body></opml>
    """.write(to: list, atomically: false, encoding: .utf8)
    let imported = try run("feed", "import", list.path)
    #expect(
      imported.status == 1 && imported.output == "imported 3 feeds from \(list.path); 0 were there already, 6 refused\n"
    )
    for address in ["exec:touch", "filter:cat", "|touch", "file:///etc", "javascript:", "--x"] {
      #expect(imported.errors.contains(address), "\(address)")
    }
    let feeds = try self.list()
    #expect(
      feeds.map { $0["url"] as? String } == [
        "https://example.org/1?a=1&b=2", "http://example.org/2", "http://example.org/3",
      ])
    #expect(feeds[0]["tags"] as? [String] == ["Perang/Ukraina & Rusia", "Peta", "Lain/Dua"])
    #expect(feeds[0]["title"] as? String == "Satu <1>" && feeds[2]["title"] as? String == "&x;")
    // What is written is read again as it was.
    let exported = folder.appendingPathComponent("out.opml").path
    #expect(try run("feed", "export", "-o", exported).status == 0)
    let library = folder.appendingPathComponent("other.sqlite").path
    #expect(try run("feed", "import", exported, "--library", library).status == 0)
    let again = try run("feed", "export", "--library", library)
    #expect(try again.output == String(contentsOfFile: exported, encoding: .utf8))
    if Consumer.hasPython("xml.dom.minidom") {
      #expect(
        Consumer.runPython(
          "import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())", input: again.output
        ).status == 0)
    }
  }

  @Test func subscriptionsAreAddedOnceAndRemoved() throws {
    #expect(try run("feed", "add", "https://example.org/a", "exec:ls").status == 1)
    #expect(try run("feed", "add", "https://example.org/a").output.contains("is there already"))
    #expect(try run("feed", "remove", "https://example.org/a").status == 0)
    #expect(try run("feed", "remove", "https://example.org/a").status == 1)
    #expect(try list().isEmpty)
    #expect(try run("feed", "update", "https://example.org/none").status == 1)
    #expect(try run("feed", "bukan").status == 64)
  }

  @Test func passwordsAreNotShown() throws {
    _ = try run("feed", "add", "https://nama:rahasia@example.org/a")
    let shown = try run("feed", "list").output + run("feed", "list", "--json").output
    #expect(shown.contains("nama:…@example.org") && !shown.contains("rahasia"))
  }

  @Test func escapesOfAServerReachNoTerminal() throws {
    _ = try run("feed", "add", "\(server.base)/escapes", "\(server.base)/escape-tag", "\(server.base)/escape-redirect")
    let update = try run("feed", "update", "--timeout", "2")
    let all = try update.output + update.errors + run("feed", "list").output + run("timeline").output
    #expect(!all.utf8.contains(0x1B) && !all.utf8.contains(0x07))
  }

  @Test func whatIsReadOfAPageIsShown() throws {
    let page = """
      <!DOCTYPE html><html><head><title>Judul | Kabar</title><meta property="og:title" content="Judul &amp; lagi">
      <meta property="og:site_name" content="Kabar Uji">
      <meta property="article:published_time" content="2024-10-28T10:15:00+07:00"></head><body><nav><p>Menu. Beranda. Masuk
      ke sini sekarang juga.</p></nav><article><p>Pasukan Rusia menyerang Kyiv pada Minggu, kata juru bicara kota itu.</p>
      <p><a href="/b">Baca juga: sebuah tautan yang panjang sekali menuju yang lain.</a></p><script>var x = "a. b. c";</script>
      <p>Serangan itu melukai tiga orang &ndash; menurut polisi.</p></article></body></html>
      """
    let file = folder.appendingPathComponent("page.html")
    try page.write(to: file, atomically: false, encoding: .utf8)
    let shown = try run("article", file.path, "--json")
    let read = try #require(try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
    #expect(read["title"] as? String == "Judul & lagi" && read["outlet"] as? String == "Kabar Uji")
    #expect(read["published"] as? String == "2024-10-28" && read["language"] as? String == "id")
    #expect(
      read["text"] as? String
        == "Pasukan Rusia menyerang Kyiv pada Minggu, kata juru bicara kota itu.\n\nSerangan itu melukai tiga orang – menurut polisi."
    )
    #expect(try run("article", "\(server.base)/page/3").output.contains("address: \(server.base)/page/3"))
    #expect(try run("article", "\(server.base)/none").status == 1)
  }

  @Test func addressesAreSources() throws {
    let page = try run("timeline", "\(server.base)/page/1", "\(server.base)/feed")
    #expect(page.status == 0 && page.output.contains("Rusia menyerang Kyiv"), "\(page)")
    let added = try run("add", "\(server.base)/feed", "\(server.base)/none")
    #expect(added.status == 1 && added.errors.contains("404"), "\(added)")
  }
}
