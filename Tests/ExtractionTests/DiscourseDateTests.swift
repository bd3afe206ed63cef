import Temporal
import Testing
import Text
import Timeline

/// Which day an event takes from the words around it.
@Suite struct DiscourseDateTests {
  private func dates(_ text: String, _ language: LanguageCode, published: String) throws -> [String: EventDate] {
    let events = try Extracting.annotate(text, language, published: CivilDay(iso: published)).events
    return Dictionary(events.map { ($0.subtype ?? $0.type.rawValue, $0.date) }) { first, _ in first }
  }

  @Test func aCountSinceADayGrowsUpToNow() throws {
    let date = try #require(
      try dates("Menteri itu menyebut 687 warga tewas sejak 7 Oktober 2023.", .indonesian, published: "2023-10-10")[
        "killing"])
    #expect(date.start == CivilDay(iso: "2023-10-07"))
    #expect(date.end == CivilDay(iso: "2023-10-10"))
    #expect(date.precision == .period)
  }

  @Test func nobodySpokeOnADayToCome() throws {
    let date = try #require(
      try dates("Guterres appealed for a truce over the Eid al-Fitr holiday.", .english, published: "2023-04-20")[
        "demand"])
    #expect(date.precision == .before)
    #expect(date.end == CivilDay(iso: "2023-04-20"))
  }

  @Test func aTimeIsNotEntered() throws {
    #expect(try dates("Rebel fighters entered a sixth day of talks.", .english, published: "2023-04-20").isEmpty)
  }

  @Test func aDateBehindASemicolonIsTheNextClauses() throws {
    let date = try #require(
      try dates(
        "The United States asked Turkey to suspend Russia; a vote is expected on Thursday.", .english,
        published: "2022-04-04")["demand"])
    #expect(date.precision == .before)
  }

  @Test func theDayOfWhatDescribesAPlaceStaysThere() throws {
    let found = try dates(
      "Ukraine accused Russian troops of killing civilians in Bucha, a town that was retaken last week.", .english,
      published: "2022-04-04")
    #expect(found["killing"]?.precision == .before)
    #expect(found["recapture"]?.start == CivilDay(iso: "2022-03-28"))
  }

  @Test func anOldActDatesNoStatement() throws {
    let found = try dates(
      "Israel struck a consulate in Damascus on April 1. Israel's spokesman Daniel Hagari said the army was ready.",
      .english, published: "2024-04-14")
    #expect(found["statement"]?.precision == .before)
  }

  @Test func aDateThatEndsARelativeClauseStaysInIt() throws {
    let found = try dates(
      "A ceasefire proposed by Washington and Paris last week was rejected by Netanyahu.", .english,
      published: "2024-10-01")
    #expect(found["propose"]?.start == CivilDay(iso: "2024-09-23"))
    #expect(found["refuse"]?.precision == .before)
    #expect(found["truce"] == nil)
  }

  @Test func whatIsDeniedBeforeAndIsAnotherVerb() throws {
    let found = try dates(
      "Shinzo Abe menyebut uji coba itu tidak dapat diterima dan berbicara lewat telepon dengan Donald Trump.",
      .indonesian, published: "2017-09-03")
    #expect(found["phone"]?.precision == .before)
  }

  @Test func theDayBeforeIsNotCountedFromADayToCome() throws {
    let found = try dates(
      "Armenia akan menyerahkan distrik Lachin pada 1 Desember. Sehari sebelumnya Azerbaijan mengaku menyesal.",
      .indonesian, published: "2020-11-10")
    #expect(found["statement"]?.start == CivilDay(iso: "2020-11-09"))
  }

  @Test func whatIsDueByADayHasNoDayYet() throws {
    let found = try dates(
      "Haider al-Abadi berjanji membebaskan Mosul sebelum akhir tahun.", .indonesian, published: "2016-11-12")
    #expect(found["promise"]?.precision == .before)
  }

  @Test func aDateBehindACommaSaysWhatWasCounted() throws {
    let found = try dates(
      "Dua hari sebelumnya, Selasa (19/11), Ukraina menembakkan enam rudal ke Bryansk.", .indonesian,
      published: "2024-11-22")
    #expect(found["drone"]?.start == CivilDay(iso: "2024-11-19"))
  }

  @Test func theDateOfANounDatesNoVerb() throws {
    for sentence in [
      "India said it struck camps used by militants linked to last month's massacre of tourists.",
      "The army seized the town after Tuesday's ambush.",
      "Russia invaded Ukraine in the wake of the 2014 Maidan protests.",
    ] {
      let found = try dates(sentence, .english, published: "2025-05-07")
      #expect(found.values.contains { $0.precision == .before }, "\(sentence)")
      #expect(!found.values.contains { $0.precision == .month }, "\(sentence)")
    }
    let found = try dates("In Friday's raid, Israel killed a commander.", .english, published: "2025-05-07")
    #expect(found.values.contains { $0.start == CivilDay(iso: "2025-05-02") })
  }

  @Test func whatStandsBetweenCommasIsNotDatedByTheMainVerb() throws {
    let found = try dates(
      "The Houthis, who say they act for Gaza, seized the Galaxy Leader in the Red Sea on Sunday, 19 November 2023.",
      .english, published: "2025-05-07")
    #expect(found["statement"]?.precision == .before)
  }
}
