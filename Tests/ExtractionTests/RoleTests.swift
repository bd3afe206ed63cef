import Temporal
import Testing
import Text
import Timeline

/// Who acts and who suffers, where no preposition says so.
@Suite struct RoleTests {
  private func roles(_ text: String, _ language: LanguageCode = .indonesian) throws -> [String] {
    try Extracting.annotate(text, language).events.flatMap { event in
      event.participants.map { "\(event.type) \($0.role) \($0.actor)" }
    }
  }

  @Test(arguments: [
    ("Dua warga dibunuh tentara Israel di Gaza.", "attack subject st.ISR"),
    ("Dua warga ditangkap polisi Israel di Jayapura.", "coerce subject st.ISR"),
    ("Lima warga sipil tewas dalam serangan udara Israel di Gaza.", "attack subject st.ISR"),
    ("Kota itu direbut pemberontak M23.", "territory subject grp.m23"),
  ])
  func theAgentBehindAPassiveNeedsNoPreposition(_ text: String, _ role: String) throws {
    #expect(try roles(text).contains(role))
  }

  @Test func whoStandsBehindAWeaponIsNoAgent() throws {
    #expect(try !roles("Lima warga tewas di Israel.").contains("attack subject st.ISR"))
  }

  @Test(arguments: [
    ("Moscow's attack on Odesa killed ten people.", LanguageCode.english, "attack subject st.RUS"),
    ("Tehran's missile attack on Israel wounded three people.", .english, "attack subject st.IRN"),
    ("Serangan Moskow terhadap Odesa menewaskan sepuluh orang.", .indonesian, "attack subject st.RUS"),
  ])
  func aSeatOwnsTheDeedThatGoesOutFromIt(_ text: String, _ language: LanguageCode, _ role: String) throws {
    #expect(try roles(text, language).contains(role))
  }

  @Test func whatHappensInASeatIsNotItsDeed() throws {
    #expect(try !roles("Kabul's bomb attack killed ten people.", .english).contains("attack subject st.AFG"))
    #expect(try !roles("Serangan di Moskow menewaskan sepuluh orang.").contains("attack subject st.RUS"))
  }

  @Test(arguments: [
    ("A drone attack by the Houthis killed three sailors.", "attack subject grp.houthi"),
    ("Two children were killed in an Israeli strike in Gaza.", "attack target st.ISR"),
  ])
  func aNounHasItsOwnAgent(_ text: String, _ role: String) throws {
    #expect(try roles(text, .english).contains(role) == role.contains("subject"))
  }

  @Test(arguments: [
    ("India menyerang Pakistan pada Rabu setelah serangan yang menewaskan 26 orang.", LanguageCode.indonesian),
    ("India attacked Pakistan on Friday, after an attack on tourists in Kashmir that killed 26 people.", .english),
  ])
  func whatAnEarlierAttackDidIsItsOwn(_ text: String, _ language: LanguageCode) throws {
    let events = try Extracting.annotate(text, language).events
    let killing = try #require(events.first { $0.subtype == "killing" })
    #expect(events.count == 2)
    #expect(killing.participants.isEmpty)
    #expect(killing.date.precision == .before)
  }

  @Test func bothSidesOfAClashActThoughAWordDescribesOne() throws {
    let found = try roles(
      "Fighting between Sudan's army and the paramilitary Rapid Support Forces continued on Monday.", .english)
    #expect(found == ["attack subject st.SDN", "attack subject frc.rsf"])
  }

  @Test func aBorderWithSomebodyIsNotForThem() throws {
    let found = try roles("Belarus sent troops to its border with Ukraine on Monday.", .english)
    #expect(found == ["deploy subject st.BLR"])
  }

  @Test func whoPromisesIsWhoCondemned() throws {
    let found = try roles("Presiden Amerika Serikat Joe Biden mengutuk serangan Hamas dan berjanji membantu Israel.")
    #expect(found.contains("agree subject per.joe-biden"))
  }

  @Test(arguments: [
    ("Bangkok menangguhkan perjanjian itu setelah ranjau melukai tentaranya.", LanguageCode.indonesian),
    ("Thailand suspended the deal after a landmine wounded its soldiers on Monday.", .english),
  ])
  func aThingWithoutANameIsTheSubjectOfItsClause(_ text: String, _ language: LanguageCode) throws {
    #expect(try !roles(text, language).contains("attack subject st.THA"))
  }

  @Test func soldiersOfAPersonAreTheirStates() throws {
    let found = try roles(
      "Thailand menyerang Kamboja pada Senin. Mantan pemimpin Kamboja Hun Sen meminta tentaranya menahan diri.")
    #expect(found.contains("demand target st.KHM"))
  }

  @Test func whoWitnessesDoesNotSign() throws {
    #expect(try roles("Gencatan senjata itu ditandatangani di Kuala Lumpur dengan disaksikan Trump.").isEmpty)
  }

  @Test func helpOfSomebodyIsNotSaidToThem() throws {
    let found = try roles("Hagari said most drones were shot down with the help of Jordan.", .english)
    #expect(!found.contains("statement recipient st.JOR"))
  }

  @Test(arguments: ["about", "over", "around", "nearly"])
  func aNumberThatIsNotExactPartsNothing(_ word: String) throws {
    let found = try roles("North Korea sent \(word) 11,000 troops to Russia, according to Kyiv.", .english)
    #expect(found.contains("deploy recipient st.RUS"))
    #expect(found.contains("deploy speaker st.UKR"))
  }

  @Test func aSeatWithAMinistryIsItsState() throws {
    let found = try roles("Several peacekeepers were shot dead, Moscow's defence ministry said.", .english)
    #expect(found.contains("statement speaker st.RUS"))
  }

  @Test func anOutletInTheDatelineDoesNothing() throws {
    let found = try roles("Niamey (ANTARA) - Para pemimpin memberi waktu satu pekan kepada junta.")
    #expect(!found.contains { $0.contains("med.antara") })
  }

  @Test func planesOfNobodyAreNotTheSpeakers() throws {
    let found = try roles("Persatuan Nasional Karen menyatakan pesawat militer membombardir sebuah desa.")
    #expect(!found.contains { $0.hasPrefix("attack subject") })
  }

  @Test func whoseOfficeSaysSoStandsInTheReport() throws {
    let found = try roles(
      "Israel struck Lebanon on Monday. Hezbollah fired missiles at Haifa, its media office said.", .english)
    #expect(found.contains("statement speaker grp.hezbollah"))
  }

  @Test func targetsBehindANameAreThings() throws {
    let found = try roles("Israel said its troops were ready against Hezbollah targets in Lebanon.", .english)
    #expect(!found.contains { $0.hasPrefix("attack") })
  }

  @Test func thoseDetainedAreNotTheSpeaker() throws {
    let found = try roles("President Vladimir Putin said that 11 people had been detained.", .english)
    #expect(!found.contains("coerce target per.vladimir-putin"))
  }

  @Test func whoSaysThatHePreparesSpeaksOfNobodyElse() throws {
    let found = try roles("James Mattis memperingatkan Iran. Steven Mnuchin mengatakan dia menyusun paket sanksi baru.")
    #expect(!found.contains("statement target per.james-mattis"))
  }

  @Test func aParticipleGoesOnWithItsSubject() throws {
    let found = try roles(
      "Azerbaijan tidak sengaja menembak jatuh helikopter Rusia di Armenia, menewaskan dua awaknya.")
    #expect(found.contains("attack subject st.AZE"))
    #expect(!found.contains("attack subject st.RUS"))
  }

  @Test func aGovernmentAndAStateTalk() throws {
    let found = try roles("Talks between the Syrian government and Turkey began on Friday.", .english)
    #expect(found.contains("consult subject st.TUR"))
  }

  @Test func ministersInOneBreathHaveNames() throws {
    let found = try roles("Senators Lindsey Graham and Chris Van Hollen unveiled a bill on Wednesday.", .english)
    #expect(found == ["statement speaker per.lindsey-graham", "statement speaker per.chris-van-hollen"])
  }

  @Test func missilesLaunchedBySomebodyAreTheirs() throws {
    let found = try roles(
      "A U.S. Navy destroyer shot down three missiles launched by Houthi forces in Yemen on Thursday.", .english)
    #expect(found.contains("attack subject grp.houthi"))
    #expect(!found.contains("attack target st.YEM"))
  }
}
