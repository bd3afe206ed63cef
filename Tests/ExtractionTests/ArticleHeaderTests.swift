import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Extraction

/// The head of a plain text in the shapes that news is saved in.
@Suite struct ArticleHeaderTests {
  struct Shape: Sendable {
    let head: String
    let title: String?
    let outlet: String?
    let day: String?
  }

  static let shapes = [
    Shape(
      head:
        "Judul: Truk Bantuan Tiba di Goma\nMedia: kabar-uji.example\nTerbit: Rabu, 5 Maret 2025 09:14 WIB\nPenulis: Rin",
      title: "Truk Bantuan Tiba di Goma", outlet: "kabar-uji.example", day: "2025-03-05"),
    Shape(
      head: "Relief trucks reach Goma\nThe Test Post | World\nPublished: 2025-03-05T06:30:00Z",
      title: "Relief trucks reach Goma", outlet: "Test Post", day: "2025-03-05"),
    Shape(
      head: "Truk Bantuan Tiba di Goma\nKontributor Goma | Rabu, 5 Maret 2025 | 18:05 WIT",
      title: "Truk Bantuan Tiba di Goma", outlet: nil, day: "2025-03-05"),
    Shape(
      head: "Relief trucks reach Goma\nBy Staff Writer\nGOMA | Updated 15/03/25 5:10 pm",
      title: "Relief trucks reach Goma", outlet: nil, day: "2025-03-15"),
    Shape(
      head: "Truk Bantuan Tiba di Goma | Portal Uji\nDiterbitkan 5 Maret 2025", title: "Truk Bantuan Tiba di Goma",
      outlet: "Portal Uji", day: "2025-03-05"),
    Shape(
      head: "Truk Bantuan Tiba di Goma\nKabar Uji - Internasional\nRabu, 05/03/2025 13:20 WIB",
      title: "Truk Bantuan Tiba di Goma", outlet: "Kabar Uji", day: "2025-03-05"),
    Shape(
      head: "2025-03-05T09:00:00Z\nRelief trucks reach Goma", title: "Relief trucks reach Goma", outlet: nil,
      day: "2025-03-05"),
    Shape(
      head: "Truk Bantuan Tiba di Goma\nKabar Uji | Rabu, 5 Maret 2025, 17.30 WIB", title: "Truk Bantuan Tiba di Goma",
      outlet: "Kabar Uji", day: "2025-03-05"),
  ]

  @Test(arguments: shapes.indices)
  func headsAreRead(_ index: Int) throws {
    let shape = Self.shapes[index]
    let dates = try DateReader(resources: Checkout.resources)
    let decoder = try ArticleDecoder(resources: Checkout.resources, dates: dates)
    let body =
      shape.head.contains("Truk")
      ? "GOMA – Sepuluh truk bantuan tiba di kota itu pada hari Selasa, kata badan bantuan itu."
      : "GOMA - Ten trucks came in on Tuesday, the relief agency said."
    let article = decoder.article(id: "a", text: SourceText("\(shape.head)\n\n\(body)"))
    #expect(article.title == shape.title)
    #expect(article.outlet == shape.outlet)
    #expect(article.publication.day?.description == shape.day)
    #expect(article.text[article.body].hasSuffix(body))
    #expect(!article.text[article.body].contains(shape.head.prefix(20)))
  }

  @Test func proseHasNoHead() throws {
    let dates = try DateReader(resources: Checkout.resources)
    let decoder = try ArticleDecoder(resources: Checkout.resources, dates: dates)
    let text = SourceText(
      "kabar.example – Sepuluh truk bantuan tiba di Goma pada hari Selasa, kata badan bantuan itu.\nWarga menyambutnya."
    )
    let article = decoder.article(id: "a", text: text)
    #expect(article.title == nil && article.publication.day == nil)
    #expect(article.body == TextSpan(0, text.count))
  }

  @Test func everyLabelReadsItsExample() throws {
    let labels = try HeaderLabels(resources: Checkout.resources)
    for row in try Checkout.resources.table("articles/labels.tsv").rows {
      #expect(labels.read(row["example"])?.field.rawValue == row["field"], "\(row.place)")
    }
  }
}
