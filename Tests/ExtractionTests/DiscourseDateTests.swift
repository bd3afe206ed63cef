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
}
