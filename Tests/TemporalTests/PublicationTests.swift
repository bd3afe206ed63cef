import Temporal
import TestSupport
import Testing
import Text

/// The publication day, concluded from a text that came without one.
@Suite struct PublicationTests {
  static let texts: [(String, String?)] = [
    ("Pasukan tiba Senin (28/10/2024). Kontrak berlaku hingga 1 Maret 2025.", "2024-10-28"),
    ("Pasukan tiba Senin (28/10/2024). Tenggat itu jatuh sebelum 1 Maret 2025.", "2024-10-28"),
    ("Korban bertambah hingga Senin (28/10/2024). Gempa terjadi Jumat (25/10/2024).", "2024-10-28"),
    ("Sidang akan digelar pada 12 Desember 2024. Ia ditahan 3 November 2024.", "2024-11-03"),
    ("Warga berkumpul Jumat (1/8/2025) menjelang 17 Agustus 2025.", "2025-08-01"),
    ("Selasa, 1 Oktober 2024 | 20:41 WIB\nKTT dibuka 15 November 2024 di Lima.", "2024-10-01"),
    ("JAKARTA, 28/10/2024 (ANTARA) - Tarif baru berlaku 1 Januari 2025.", "2024-10-28"),
    ("Diterbitkan 3 Juni 2022, 10:15 WIB\nPerang pecah 24 Februari 2022.", "2022-06-03"),
    ("Troops arrived on October 28, 2024. The truce lasts until March 1, 2025.", "2024-10-28"),
    ("Troops must leave by March 1, 2025, officials said on Monday, October 28, 2024.", "2024-10-28"),
    ("The pact will take effect on May 3, 2025. It was signed on April 2, 2025.", "2025-04-02"),
    ("KYIV, October 28, 2024 - The summit opens December 1, 2024.", "2024-10-28"),
    ("Kapal tiba 3 Mei 2024.\nKapal lain tiba 5 Mei 2024.", "2024-05-05"),
    ("Kontrak berlaku hingga 1 Maret 2025.", "2025-03-01"),
    ("Tidak ada tanggal di sini.", nil),
  ]

  @Test(arguments: texts)
  func whatIsToComeIsNotThePublicationDay(_ text: String, _ day: String?) throws {
    let found = try Dates.reader.get().read(SourceText(text), published: nil)
    #expect(found.published?.description == day, "\(text)")
    #expect(found.publishedBasis == (day == nil ? .none : .inferred))
  }
}
