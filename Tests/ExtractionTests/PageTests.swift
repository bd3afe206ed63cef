import Foundation
import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Extraction

/// Pages of the web as outlets build them: what is the article, and when did it appear.
@Suite struct PageTests {
  static let reader = Result {
    try PageReader(resources: Checkout.resources, dates: DateReader(resources: Checkout.resources))
  }

  private func article(_ html: String, address: String? = nil) throws -> Article? {
    try Self.reader.get().article(Array(html.utf8), name: "page", address: address)
  }

  private func text(_ body: String) throws -> String? {
    try article("<html><body>\(body)</body></html>").map { $0.text[$0.body] }
  }

  private static let first =
    "Tentara merebut kota Goma pada hari Senin setelah pertempuran selama dua hari di sekitar bandara."
  private static let second =
    "Ribuan warga mengungsi ke Gisenyi, kota di seberang perbatasan, kata badan pengungsi setempat."

  @Test func whatStandsAroundAnArticleIsNoText() throws {
    let page = """
      <header><nav><ul><li><a href=/>Beranda</a><li><a href=/dunia>Dunia</a></ul></nav></header>
      <main><h1>Goma jatuh</h1><div class="byline">Oleh redaksi kami di Kigali dan Kinshasa.</div>
      <div class="detail__body"><figure><img src=a.jpg><figcaption>Bandara Goma, difoto dari udara pada hari Minggu yang lalu.</figcaption></figure>
      <p>\(Self.first)</p>
      <p><strong>Baca juga: <a href=/2>Perundingan di Luanda kembali ditunda untuk ketiga kalinya</a></strong></p>
      <div class="ads-slot"><p>Beli sekarang juga, sebelum kehabisan, hanya di toko kami yang terdekat.</p></div>
      <p>\(Self.second)</p></div>
      <section class="relatedPosts"><h2>Berita terkait</h2><p>Seorang menteri mengundurkan diri pada hari Jumat di ibu kota.</p></section>
      <div id="comments"><p>Komentar pertama yang cukup panjang untuk sebuah paragraf, kata seorang pembaca.</p></div></main>
      <footer><p>Hak cipta dilindungi undang-undang. Dilarang memperbanyak tanpa izin tertulis.</p></footer>
      """
    #expect(try text(page) == "\(Self.first)\n\n\(Self.second)")
  }

  @Test func aNameThatWrapsTheArticleHidesNothing() throws {
    let page = "<div class='has-sidebar comments-open related'><p>\(Self.first)</p><p>\(Self.second)</p></div>"
    #expect(try text(page) == "\(Self.first)\n\n\(Self.second)")
  }

  @Test func theLeadBelongsToTheArticleAndIsToldOnce() throws {
    let lead = "Kota terbesar di timur negeri itu berganti tangan setelah dua hari pertempuran sengit."
    let page = """
      <div><h1>Goma jatuh</h1><h2>\(lead)</h2></div>
      <div class="article-body"><p>\(Self.first)</p><p>\(Self.second)</p><p>\(lead)</p></div>
      """
    #expect(try text(page) == "\(lead)\n\n\(Self.first)\n\n\(Self.second)")
  }

  @Test func theNextArticleOfAnEndlessPageIsNotThisOne() throws {
    let page = """
      <main><article><h1>Satu</h1><div class="article-body"><p>\(Self.first)</p></div></article>
      <article><h1>Dua</h1><div class="article-body"><p>\(Self.second)</p></div></article></main>
      """
    #expect(try text(page) == Self.first)
  }

  @Test func theCellsOfARowAreOneLine() throws {
    let page = """
      <div class="article-body"><p>\(Self.first)</p><table><tr><td>Goma<td>12</tr><tr><td>Bukavu<td>7</tr></table>
      <p>\(Self.second)</p></div>
      """
    #expect(try text(page) == "\(Self.first)\n\nGoma 12\n\nBukavu 7\n\n\(Self.second)")
  }

  @Test func linesAndInlineMarkupStayInTheirParagraph() throws {
    let page =
      "<p>Kota <b>Goma</b>\n  jatuh<!-- lama --> pada <a href=/x>hari Senin</a>,<br>setelah dua hari pertempuran &amp; pengepungan.</p>"
    #expect(try text(page) == "Kota Goma jatuh pada hari Senin,\nsetelah dua hari pertempuran & pengepungan.")
  }

  @Test func aPageWithoutSentencesIsNoArticle() throws {
    #expect(try text("<nav><a href=/>Beranda</a></nav><script>document.write('Ada kalimat di sini.')</script>") == nil)
  }

  @Test func linkedDataFillsAnEmptyPage() throws {
    let page = """
      <html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Goma jatuh", "articleBody":
      "\(Self.first)\\n\\n\(Self.second)",}</script></head><body><div id=app></div></body></html>
      """
    let article = try #require(try article(page))
    #expect(article.title == "Goma jatuh")
    #expect(article.text[article.body].hasPrefix("Tentara merebut"))
  }

  // MARK: Day

  private func published(_ head: String, _ line: String = "", address: String? = nil) throws -> String {
    let page = """
      <html><head>\(head)</head><body><div class="topbar">Rabu, 30 Oktober 2024</div><nav><a href=/>Beranda</a></nav>
      <h1>Goma jatuh</h1><div>\(line)</div><p>\(Self.first)</p><p>\(Self.second)</p>
      <aside><time datetime="2023-01-01">1 Januari 2023</time></aside></body></html>
      """
    let publication = try #require(try article(page, address: address)).publication
    return "\(publication.day?.description ?? "-") \(publication.basis.rawValue)"
  }

  private static func linkedData(_ date: String) -> String {
    """
    <script type="application/ld+json">[{"@type": "VideoObject", "datePublished": "2020-02-02"},
    {"@graph": [{"@type": "NewsArticle", "datePublished": "\(date)"}]}]</script>
    """
  }

  @Test func machinesAreToldFirst() throws {
    #expect(try published(Self.linkedData("2024-10-28T23:30:00+07:00")) == "2024-10-28 given")
    #expect(
      try published("<meta property='article:published_time' content='2024-10-28T08:00:00+07:00'>")
        == "2024-10-28 given")
    #expect(try published("<meta itemprop=datePublished content='2024-10-28'>") == "2024-10-28 given")
    #expect(
      try published("", "<time class='entry-date published' datetime='2024-10-28T08:00:00+07:00'>kemarin</time>")
        == "2024-10-28 given")
  }

  /// 23:30 in universal time is the next morning in Jakarta.
  @Test func theOutletsOwnDayGoesBeforeUniversalTime() throws {
    let data = Self.linkedData("2024-10-27T23:30:00Z")
    #expect(try published(data) == "2024-10-27 given")
    #expect(try published(data, "Senin, 28 Okt 2024 06:30 WIB") == "2024-10-28 header")
    #expect(try published(data, address: "https://example.org/2024/10/28/goma-jatuh") == "2024-10-28 inferred")
  }

  @Test(arguments: [
    "Senin, 28 Oktober 2024 10:15 WIB", "Senin, 28/10/2024 10:15 WIB", "Senin, 28 Oktober 2024 | 10:15 WIB",
    "Diterbitkan pada 28 Okt 2024, 10.15 WIB", "Monday, October 28, 2024 10:15",
  ])
  func theLineUnderTheHeadlineTellsTheDay(_ line: String) throws {
    #expect(try published("", line) == "2024-10-28 header")
  }

  @Test func daysOfTheStoryAreNotThatOfThePage() throws {
    let page =
      "<html><body><h1>Goma</h1><p>Tentara merebut kota itu pada 27 Januari 2025, kata warga.</p><p>\(Self.first)</p>"
    #expect(try #require(try article(page)).publication.day == nil)
  }

  @Test func theAddressTellsTheDay() throws {
    #expect(try published("", address: "https://example.org/2024/10/28/goma") == "2024-10-28 inferred")
    #expect(try published("", address: "https://example.org/read/20241028101500-goma") != "2024-10-28 inferred")
    #expect(try published("", address: "https://example.org/read/20241028/goma") == "2024-10-28 inferred")
    #expect(try published("<link rel=canonical href='https://example.org/2024-10-28-goma'>") == "2024-10-28 inferred")
  }

  // MARK: Head

  @Test func titleOutletAndAddressAreRead() throws {
    let page = """
      <html><head><title>Goma jatuh | Kabar &amp; Berita</title><meta property="og:site_name" content="Kabar">
      <link rel="canonical" href="https://example.org/goma"></head><body><h1>Goma jatuh</h1><p>\(Self.first)</p></body></html>
      """
    let article = try #require(try article(page))
    #expect(article.title == "Goma jatuh" && article.outlet == "Kabar" && article.url == "https://example.org/goma")
  }

  @Test func anAddressThatIsNoneOfTheWebIsLeftOut() throws {
    let page =
      "<html><head><link rel=canonical href='javascript:alert(1)'></head><body><p>\(Self.first)</p></body></html>"
    #expect(try #require(try article(page)).url == nil)
  }

  @Test func theDeclaredEncodingIsRead() throws {
    let html =
      "<html><head><meta charset=\"windows-1251\"></head><body><p>\u{1}, который был взят войсками в понедельник утром.</p>"
    let bytes = try #require(html.data(using: .windowsCP1251))
    let article = try #require(try Self.reader.get().article(Array(bytes), name: "page"))
    #expect(article.text[article.body].contains("который был взят"))
  }

  /// Some of the system's converters never come to an end of what is made for it.
  @Test(arguments: ["ibm1390", "utf-7", "iso-2022-cn-ext", "unicode", "utf-8//ignore"])
  func onlyEncodingsOfTheWebAreRead(_ label: String) {
    #expect(TextEncoding.utf8([0x93, 0xE9, 0x20], declared: label) == Array("\u{201C}\u{E9} ".utf8))
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>", true), ("\n <HTML>", true), ("\u{FEFF}<html>", true), ("<rss>", false),
    ("Teks biasa", false),
  ])
  func pagesAreKnownByTheirHead(_ head: String, _ isPage: Bool) {
    #expect(PageReader.isPage(Array(head.utf8)) == isPage)
  }

  @Test func namesAreCutAtSignsAndCapitals() throws {
    let names = try FurnitureNames(resources: Checkout.resources)
    func furniture(_ name: String) -> Furniture { names.furniture(Array(name.utf8)[...]) }
    #expect(furniture("relatedPosts") == .aside && furniture("box__related-news") == .aside)
    #expect(furniture("share-buttons") == .aside && furniture("Baca-Juga") == .aside)
    #expect(furniture("cookieConsentBar") == .foreign && furniture("entry-content") == .body)
    #expect(furniture("shareholders") == .none && furniture("unrelated") == .none && furniture("col-md-8") == .none)
  }
}
