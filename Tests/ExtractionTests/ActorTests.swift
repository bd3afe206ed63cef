import Temporal
import Testing
import Text
import Timeline

/// Who is meant: misspellings, surnames, seats, offices by date, groups that no table knows.
@Suite struct ActorTests {
  private func mentions(
    _ text: String, _ language: LanguageCode = .indonesian, published: String = "2024-10-28"
  ) throws -> [String: [String]] {
    let found = try Extracting.annotate(text, language, published: CivilDay(iso: published))
    return Dictionary(found.actors.map { ($0.id.rawValue, $0.mentions.map(\.text)) }) { first, _ in first }
  }

  @Test func aMisspeltSurnameJoinsWithItsReason() throws {
    let found = try Extracting.annotate("Mark Rutte tiba. Mark Root mengatakan situasi itu berbahaya.")
    let rutte = try #require(found.actors.first { $0.id.rawValue == "per.mark-rutte" })
    #expect(rutte.mentions.map(\.text) == ["Mark Rutte", "Mark Root"])
    #expect(
      rutte.mentions.map(\.reason) == [
        nil, "read as a misspelling of Mark Rutte: same first name, same consonants R-T",
      ])
    #expect(found.events.first?.participants == [Participant(ActorID(rawValue: "per.mark-rutte"), .speaker)])
  }

  @Test func aMisspeltFirstNameJoinsWithItsReason() throws {
    let found = try Extracting.annotate(
      "Presiden Rusia Vladmir Putin mengancam Ukraina. Presiden Ukraina Volodimir Zelenski membalas.")
    let putin = try #require(found.actors.first { $0.id.rawValue == "per.vladimir-putin" })
    let zelensky = try #require(found.actors.first { $0.id.rawValue == "per.volodymyr-zelensky" })
    #expect(
      putin.mentions.map(\.reason) == [
        "read as a misspelling of Vladimir Putin: first name, same consonants V-L-D-M-R"
      ])
    #expect(zelensky.mentions.map(\.text) == ["Volodimir Zelenski"])
  }

  @Test func aMisspeltSurnameBehindATitleJoins() throws {
    let found = try mentions("President Bidden asked Congress for aid on Friday.", .english, published: "2023-10-20")
    #expect(found["per.joe-biden"] == ["Bidden"])
  }

  @Test func anotherFirstNameIsAnotherPerson() throws {
    let found = try mentions("Presiden Vladimir Putin tiba. Menteri Igor Putin mengatakan hal itu.")
    #expect(found["per.vladimir-putin"] == ["Vladimir Putin"])
    #expect(found["per.igor-putin"] == ["Igor Putin"])
  }

  @Test func aWordThatIsNoNameStaysAlone() throws {
    #expect(try mentions("Mark Rutte left. The root cause is known.", .english)["per.mark-rutte"] == ["Mark Rutte"])
  }

  @Test func aTitleMakesAPersonAndTheSurnameFollows() throws {
    let found = try mentions("Kapolda Papua Irjen Budi Hartawan mengatakan jalan aman. Hartawan menutup acara itu.")
    #expect(found["per.budi-hartawan"] == ["Budi Hartawan", "Hartawan"])
  }

  @Test func anOfficeIsWhoHoldsItThatDay() throws {
    #expect(try mentions("Sekjen NATO mengatakan hal itu.")["per.mark-rutte"] == ["Sekjen NATO"])
    #expect(try mentions("Sekjen NATO mengatakan hal itu.", published: "2023-05-01")["per.mark-rutte"] == nil)
    #expect(try mentions("Presiden Rusia mengatakan hal itu.")["per.vladimir-putin"] == ["Presiden Rusia"])
  }

  @Test func aCapitalActsOrIsAPlace() throws {
    #expect(try mentions("Kyiv menuduh Rusia.")["st.UKR"] == ["Kyiv"])
    #expect(try mentions("Putin tiba di Kyiv.")["st.UKR"] == nil)
    #expect(try mentions("Macron visited Kyiv on Monday.", .english)["st.UKR"] == nil)
  }

  @Test func capitalsDecideWhereAWordIsAmbiguous() throws {
    #expect(try mentions("Kartu as itu milik Israel.")["st.USA"] == nil)
    #expect(try mentions("Menurut AS, Israel menyerang Lebanon.")["st.USA"] == ["AS"])
  }

  @Test func aGroupAndAnAcronymThatNoTableKnows() throws {
    #expect(try mentions("Milisi Kelabu Utara merebut kota Goma.")["grp.kelabu-utara"] == ["Kelabu Utara"])
    #expect(try mentions("Front Rakyat Kelabu (FRK) menyerang Goma.")["oth.frk"] == ["Front Rakyat Kelabu", "FRK"])
  }

  @Test func aMinistryIsItsState() throws {
    #expect(
      try mentions("Kementerian Pertahanan Rusia mengklaim kemajuan.")["st.RUS"] == ["Kementerian Pertahanan Rusia"])
  }

  @Test func aSurnameAloneJoinsThePersonItIsASlipOf() throws {
    let text = "Volodymyr Zelensky berbicara di Kyiv. Menurut Zelenski, Rusia menyerang lagi."
    #expect(try mentions(text)["per.volodymyr-zelensky"] == ["Volodymyr Zelensky", "Zelenski"])
    let two = "Presiden Budi Hartawan dan Menteri Adi Hartawen tiba di Sorong. Lalu Hartawin mengatakan jalan aman."
    #expect(try mentions(two).values.allSatisfy { !$0.contains("Hartawin") || $0.count == 1 })
  }

  @Test func aFamilyNameThatStandsFirstFollowsToo() throws {
    let text = "Wang Yi met Sergei Lavrov in Moscow. Wang demanded a truce."
    #expect(try mentions(text, .english)["per.wang-yi"] == ["Wang Yi", "Wang"])
  }
}
