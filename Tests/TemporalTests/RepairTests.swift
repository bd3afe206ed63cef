import Temporal
import Testing

/// Damaged dates are solved by weighing their readings; the losers are kept.
@Suite struct RepairTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var language = "id"
    var published: String
    var day: String
    /// A reading that was weighed and lost.
    var loser: String?
    var displaced: String?
    var testDescription: String { text }
  }

  static let torn = [
    Case(
      text: "Ia bicara, Kamis (24/2019). 10/2024).", published: "2024-10-28", day: "2024-10-24", loser: "2019-10-24"),
    Case(text: "Ia bicara, Jumat (7/2018). 6/2024).", published: "2024-06-10", day: "2024-06-07", loser: "2018-07-06"),
    Case(text: "Ia bicara, Rabu (15/2021). 3/2023).", published: "2023-03-17", day: "2023-03-15"),
    Case(
      text: "She spoke on Monday (12/2020). 8/2024), officials said.", language: "en", published: "2024-08-14",
      day: "2024-08-12"),
    Case(
      text: "Ia bicara pada Selasa (5/) seperti dikutip Antara. 11/2024).", published: "2024-11-05", day: "2024-11-05",
      displaced: "11/2024)"),
    Case(
      text: "Ia bicara pada Jumat (9/) menurut kantornya. 8/2024).", published: "2024-08-10", day: "2024-08-09",
      displaced: "8/2024)"),
    Case(
      text: "Ia bicara pada Minggu (30/) kata kantornya. 1/2022).", published: "2022-01-31", day: "2022-01-30",
      displaced: "1/2022)"),
    Case(
      text: "She spoke on Wednesday (3/ as her office said. 4/2024).", language: "en", published: "2024-04-05",
      day: "2024-04-03", displaced: "4/2024)"),
  ]

  @Test(arguments: torn)
  func aTornDateIsReadFromItsPieces(_ one: Case) throws {
    let found = try Dates.timexes(one.text, published: one.published, language: one.language)
    #expect(found.count == 1, "\(found.map(\.value))")
    let timex = try #require(found.first)
    #expect(timex.value == one.day)
    #expect(timex.basis == .repaired)
    #expect(timex.readings.first?.value == one.day)
    if let loser = one.loser { #expect(timex.readings.dropFirst().contains { $0.value == loser }) }
    #expect(timex.readings.allSatisfy { !$0.evidence.isEmpty })
    let bytes = Array(one.text.utf8)
    let displaced = timex.fragments.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    #expect(displaced == (one.displaced.map { [$0] } ?? []))
  }

  @Test func weightsAddUpToOneAndFall() throws {
    for one in Self.torn {
      for timex in try Dates.timexes(one.text, published: one.published, language: one.language) {
        let weights = timex.readings.map(\.weight)
        #expect(abs(weights.reduce(0, +) - 1) < 0.001)
        #expect(weights == weights.sorted(by: >))
        #expect(timex.confidence > 0 && timex.confidence < 1)
      }
    }
  }

  @Test(arguments: [
    ("Laporan itu keluar Kamis (3/10/10/2024).", "id", ["2024-10-03", "2024-10-10"]),
    ("The report came on Thursday (10/3/10/2024).", "en", ["2024-10-03", "2024-10-10"]),
  ])
  func whereNothingDecidesItStaysAmbiguous(_ text: String, _ language: String, _ days: [String]) throws {
    let timex = try #require(try Dates.timexes(text, published: nil, language: language).first)
    #expect(timex.isAmbiguous, "\(timex.readings.map { "\($0.value) \($0.weight)" })")
    #expect(timex.readings.prefix(2).map(\.value).sorted() == days)
    #expect(timex.confidence < 0.6)
  }

  @Test(arguments: [
    ("Hasil diumumkan Rabu (6/11/2024).", "2024-11-07", "2024-11-06"),
    ("Putin bicara Kamis (24/10/2019).", "2024-10-29", "2019-10-24"),
    ("Sidang usai Kamis (24/10/2024). 10/12 anggota menolak.", "2024-10-29", "2024-10-24"),
  ])
  func aSoundDateIsKeptAsItIsWritten(_ text: String, _ published: String, _ day: String) throws {
    let found = try Dates.timexes(text, published: published)
    #expect(found.map(\.value) == [day])
    #expect(found.first?.repair == nil)
    #expect(found.first?.basis == .explicit)
  }

  @Test func withoutEvidenceADayIsNotInvented() throws {
    #expect(try Dates.values("Surat bertanggal 31 September 2024.") == ["2024-09"])
    #expect(try Dates.values("Surat bertanggal 17/14/2023.") == ["2023"])
  }

  @Test func aReadingSupposesOnlyDamageOfTheTable() throws {
    #expect(try Dates.values("Pasal 4 dan 10.000 tentara.") == [])
  }
}
