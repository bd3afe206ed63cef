import Extraction
import Temporal
import TestSupport
import Testing
import Timeline

/// Reading feeds, sound and broken.
@Suite struct FeedTests {
  private static let reader = Result {
    try FeedReader(resources: Checkout.resources, dates: DateReader(resources: Checkout.resources))
  }

  private func feed(_ text: String, base: String? = nil) throws -> Feed {
    try Self.reader.get().feed(Array(text.utf8), base: base)
  }

  /// An item of RSS around which nothing is wrong.
  private func item(_ inside: String, head: String = "") throws -> FeedItem {
    let feed = try feed("<rss version=\"2.0\"><channel>\(head)<item>\(inside)</item></channel></rss>")
    return try #require(feed.items.first)
  }

  // MARK: Formats

  @Test func rss2() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?><!DOCTYPE rss>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>Kabar Uji</title><link>https://example.org/</link><ttl>30</ttl>
      <atom:link href="https://example.org/feed" rel="self"/>
      <image><title>Logo</title><link>https://example.org/logo</link></image>
      <item><title>Satu</title><link>https://example.org/1</link><guid isPermaLink="false">g1</guid>
      <pubDate>Mon, 28 Oct 2024 19:05:00 +0700</pubDate><description>Pendek.</description>
      <content:encoded><![CDATA[<p>Alinea satu.</p><p>Alinea dua &amp; tiga.</p>]]></content:encoded></item>
      </channel></rss>
      """)
    #expect(feed.format == .rss && feed.title == "Kabar Uji" && feed.link == "https://example.org/")
    #expect(feed.minutesToLive == 30 && !feed.isCutOff)
    let item = try #require(feed.items.first)
    #expect(item.id == "g1" && item.title == "Satu" && item.url == "https://example.org/1")
    #expect(item.text == "Alinea satu.\n\nAlinea dua & tiga.")
    #expect(item.publication.day == CivilDay(iso: "2024-10-28") && item.publication.time?.offset == 420)
  }

  @Test func rdf() throws {
    let feed = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:tanggal="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/"><title>Lama</title><link>https://example.org/</link></channel>
      <item rdf:about="https://example.org/a"><title>A</title><tanggal:date>2024-10-28</tanggal:date></item>
      </rdf:RDF>
      """)
    #expect(feed.format == .rdf && feed.title == "Lama")
    #expect(feed.items.first?.url == "https://example.org/a")
    #expect(feed.items.first?.publication.day == CivilDay(iso: "2024-10-28"))
  }

  @Test func atom() throws {
    let feed = try feed(
      """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Atom</a:title><a:link href="https://example.org/"/>
      <a:entry><a:title type="html">Satu &amp;amp; &lt;b&gt;dua&lt;/b&gt;</a:title><a:id>urn:1</a:id>
      <a:author><a:name>Penulis</a:name></a:author>
      <a:link rel="edit" href="/edit"/><a:link rel="alternate" href="/satu"/>
      <a:updated>2024-10-29T00:30:00Z</a:updated><a:published>2024-10-28T23:59:00-05:00</a:published>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Satu &lt; dua.</p></div></a:content></a:entry>
      <a:entry><a:title>5 &lt; 6</a:title><a:id>urn:2</a:id><a:summary>Baris
      dua</a:summary></a:entry></a:feed>
      """, base: "https://example.org/feed")
    #expect(feed.format == .atom && feed.items.map(\.title) == ["Satu & dua", "5 < 6"])
    #expect(feed.items[0].url == "https://example.org/satu" && feed.items[0].text == "Satu < dua.")
    #expect(feed.items[0].publication.day == CivilDay(iso: "2024-10-28"))
    #expect(feed.items[1].url == nil && feed.items[1].id == "urn:2")
  }

  @Test func jsonFeed() throws {
    let feed = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "https://example.org/", "items": [
      {"id": 7, "url": "/x", "title": "T", "content_html": "<p>Satu</p><p>Dua</p>", "date_published": "2024-10-28T01:00:00Z"},
      "bukan", {"id": "8", "content_text": "Tiga"}]}
      """)
    #expect(feed.format == .json && feed.items.map(\.id) == ["7", "8"])
    #expect(feed.items[0].url == "https://example.org/x" && feed.items[0].text == "Satu\n\nDua")
  }

  // MARK: Broken ones

  @Test(arguments: [
    ("AT&T & Anak", "AT&T & Anak"), ("AT&amp;T", "AT&T"), ("Satu &amp;amp; dua", "Satu & dua"),
    ("&hellip;&#8211;&#x2014;&#150;", "…–—–"), ("&takada; tetap", "&takada; tetap"),
    ("&#xFFFFFFFF; &#0;a", "\u{FFFD} a"),
    ("<b>Tebal</b> dan <i>miring", "Tebal dan miring"), ("Harga < 100 > 50", "Harga < 100 > 50"),
    ("a\u{1}\u{8}\u{7F}b", "ab"), ("<![CDATA[Satu & <em>dua</em>]]>", "Satu & dua"),
    ("a<!-- <title>x</title> -->b", "ab"),
    ("\n  Dua\n\tbaris ", "Dua baris"),
  ])
  func titles(_ written: String, _ title: String) throws {
    #expect(try item("<title>\(written)</title>").title == title)
  }

  @Test(arguments: [
    ("Mon, 28 Oct 2024 19:05:00 +0700", "2024-10-28", 19 * 60 + 5), ("28 Oct 24 07:05 GMT", "2024-10-28", 425),
    ("Tue, 28 October 2024", "2024-10-28", nil), ("28-Oct-2024", "2024-10-28", nil),
    ("2024-10-28T19:05:00.123+07:00", "2024-10-28", 1145), ("2024-10-28 19:05", "2024-10-28", 1145),
    ("Senin, 28 Oktober 2024 19:05 WIB", "2024-10-28", 1145), ("28/10/2024", "2024-10-28", nil),
    ("kapan saja", nil, nil), ("Mon, 99 Oct 2024 99:99:99 +9999", nil, nil),
  ])
  func dates(_ written: String, _ day: String?, _ minute: Int?) throws {
    let publication = try item("<title>x</title><pubDate>\(written)</pubDate>").publication
    #expect(publication.day == day.flatMap { CivilDay(iso: $0) })
    #expect(publication.time?.minute == minute)
    #expect(publication.evidence == written)
  }

  @Test func aFeedThatEndsInTheMiddleGivesWhatIsThere() throws {
    let whole =
      "<rss><channel><item><title>Satu</title><link>https://example.org/1</link></item><item><title>Dua</title><description>Teks"
    let feed = try feed(whole)
    #expect(feed.isCutOff && feed.items.map(\.title) == ["Satu", "Dua"] && feed.items[1].text == "Teks")
    // Wherever it is cut, nothing traps and what came before is there.
    for end in 20..<whole.utf8.count {
      let cut = try Self.reader.get().feed(Array(whole.utf8.prefix(end)))
      if end > 90 { #expect(cut.items.first?.title == "Satu") }
    }
  }

  @Test func missingEndTagsEndWithTheItem() throws {
    let feed = try feed("<rss><channel><item><title>Satu<item><title>Dua</title></item></channel></rss>")
    #expect(feed.items.map(\.title) == ["Satu", "Dua"])
  }

  @Test func aQuoteThatIsNotClosedHidesNothing() throws {
    #expect(try item("<link rel=\"alternate href='/a'><title>Ada</title>").title == "Ada")
  }

  @Test(arguments: [
    ("<?xml version='1.0' encoding='ISO-8859-1'?>", [0x93, 0x41, 0xE9, 0x94], "“Aé”"),
    ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", [0xCA, 0xE8, 0xE5, 0xE2], "Киев"),
    ("<?xml version=\"1.0\" encoding=\"utf-16\"?>", [0xC3, 0xA9], "é"), ("", [0xE9], "é"),
    ("<?xml version=\"1.0\" encoding=\"tidak ada\"?>", [0xE9], "é"),
    ("<?xml version=\"1.0\" encoding=\"utf-8\"?>", [0xC3, 0xA9, 0xC3, 0xA9, 0xFF], "éé\u{FFFD}"),
  ])
  func encodings(_ head: String, _ title: [UInt8], _ expected: String) throws {
    let bytes = Array("\(head)<rss><channel><item><title>".utf8) + title + Array("</title></item></channel></rss>".utf8)
    #expect(try Self.reader.get().feed(bytes).items.first?.title == expected)
  }

  @Test func utf16() throws {
    let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><item><title>é</title></item></rss>"
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      #expect(try Self.reader.get().feed(bytes).items.first?.title == "é")
    }
  }

  @Test func onlyAddressesOfTheWebAreLinks() throws {
    for address in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "|ls", ""] {
      #expect(try item("<title>x</title><link>\(address)</link>").url == nil, "\(address)")
    }
    #expect(
      try item("<title>x</title><link>/a?b&amp;c</link>", head: "<link>https://example.org/z/</link>").url
        == "https://example.org/a?b&c")
  }

  @Test func aFewWordsOrAnEllipsisAreAStub() throws {
    let long = String(repeating: "Kalimat panjang tentang apa yang terjadi. ", count: 20)
    let link = "<link>https://example.org/1</link>"
    #expect(try item("\(link)<description>Pendek.</description>").isStub)
    #expect(try item("\(link)<description>\(long)[…]</description>").isStub)
    #expect(try !item("\(link)<description>\(long)</description>").isStub)
    #expect(try !item("<description>Pendek.</description>").isStub)
  }

  @Test func daysThatCannotBeAreNotUsed() throws {
    let feed = try feed(
      """
      <rss><channel><item><title>a</title><pubDate>2031-01-01</pubDate></item>
      <item><title>b</title><pubDate>1970-01-01</pubDate></item>
      <item><title>c</title><pubDate>2024-10-29</pubDate></item></channel></rss>
      """)
    let articles = feed.articles(source: "feed", today: CivilDay(iso: "2024-10-28"))
    #expect(articles.map(\.publication.day) == [nil, nil, CivilDay(iso: "2024-10-29")])
    #expect(articles[0].publication.evidence == "2031-01-01")
    #expect(articles.map(\.id) == ["feed:1", "feed:2", "feed:3"])
  }

  @Test(arguments: [
    "", "   ", "teks biasa", "<html><body><rss></rss></body></html>", "{\"version\": 1}", "<", "<!DOCTYPE",
  ])
  func whatIsNoFeedIsSaid(_ text: String) throws {
    #expect(throws: FeedError.notFeed) { try feed(text) }
  }
}
