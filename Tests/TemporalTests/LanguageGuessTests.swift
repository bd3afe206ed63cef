import Temporal
import TestSupport
import Testing
import Text

/// The language of a headline or a single line.
@Suite struct LanguageGuessTests {
  static let headlines: [(String, [String])] = [
    (
      "id",
      [
        "Gempa M 5,4 Guncang Maluku", "Rusia Serang Kyiv, 12 Orang Tewas", "Harga Emas Antam Hari Ini Naik Rp 5.000",
        "Prabowo Bertemu Xi Jinping di Beijing", "KPK Tahan Mantan Bupati", "Banjir Rendam Ratusan Rumah Warga Demak",
        "Kamis (24/10/2024)", "Jakarta, 28 Okt 2024", "Timnas Indonesia vs Arab Saudi: Skor 2-0",
        "TNI Kirim Pasukan Perdamaian ke Lebanon", "Kemarin malam hujan deras", "Besok libur", "pukul 14.30 WIB",
        "Film \"The Act of Killing\" tayang di Jakarta Jumat malam", "The Jakarta Post melaporkan serangan itu, Senin",
      ]
    ),
    (
      "en",
      [
        "Russia strikes Kyiv, killing 12", "Gold Prices Rise", "Israel Hits Beirut Suburb", "Quake Hits Japan Coast",
        "Thursday, Oct. 24", "Jan. 5, 2024", "North Korea Fires Missile", "Yesterday it rained", "3 p.m. EST",
        "UN chief urges restraint", "Troops killed Tuesday near Kursk",
        "\"Kami tidak takut,\" he said on Friday, speaking of the war and of the future.",
      ]
    ),
    (
      "ms",
      [
        "Polis tahan lapan lelaki di Johor", "Mesyuarat diadakan pada hari Khamis", "Cuti umum pada Ogos",
        "Banjir di Kelantan semakin buruk, kata Perdana Menteri",
      ]
    ),
  ]

  @Test(arguments: headlines)
  func aHeadlineTellsItsLanguage(_ language: String, _ texts: [String]) throws {
    let reader = try Dates.reader.get()
    for text in texts { #expect(reader.language(of: SourceText(text)).rawValue == language, "\(text)") }
  }
}
