import Testing
import Text
import Timeline

@Suite struct TableExampleTests {
  static let languages: [LanguageCode] = [.indonesian, .english]

  @Test(arguments: languages) func everyTriggerRowTellsItsExample(_ language: LanguageCode) throws {
    for row in try Extracting.rows("events/triggers.\(language).tsv") {
      let found = try Extracting.annotate(row["example"], language)
      let forms = ["active", "passive", "postposed", "noun"].flatMap { Extracting.words(row[$0]) }.map(
        LatinFolding.fold)
      let told = found.events.filter { event in
        let trigger = LatinFolding.fold(found.article.text[event.evidence.trigger])
        return forms.contains { trigger == $0 || trigger.hasPrefix($0) }
      }
      let summary = found.events.map { "\($0.type) \(found.article.text[$0.evidence.trigger])" }
      if row["type"] == "-" {
        #expect(found.events.isEmpty, "\(row.place): \(row["example"]) gives \(summary)")
      } else {
        #expect(
          told.contains { $0.type.rawValue == row["type"] && ($0.subtype ?? "") == row["subtype"] },
          "\(row.place): \(row["example"]) gives \(summary)")
      }
    }
  }

  @Test(arguments: languages) func noTriggerRowTellsItsNegative(_ language: LanguageCode) throws {
    for row in try Extracting.rows("events/triggers.\(language).tsv") where row["type"] != "-" {
      #expect(!row["negative"].isEmpty, "\(row.place)")
      let told = try Extracting.annotate(row["negative"], language).events.filter { event in
        event.type.rawValue == row["type"]
      }
      #expect(told.isEmpty, "\(row.place): \(row["negative"]) tells a \(row["type"])")
    }
  }

  /// A denial and what it denies name each other.
  @Test func aDenialIsLinkedBothWays() throws {
    let found = try Extracting.annotate("Russia denied that it had attacked Kyiv on Monday.", .english)
    let denied = try #require(found.events.first { $0.deniedIn != nil })
    var json = JSONWriter()
    found.write(to: &json, program: "test", resources: "")
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(found.events.contains { $0.id == denied.deniedIn && $0.type.rawValue == "reject" })
    #expect(text.contains("\"denies\":[\"\(denied.id)\"]"), "\(text)")
  }

  @Test(arguments: languages) func everyCueTurnsItsExample(_ language: LanguageCode) throws {
    for row in try Extracting.rows("events/cues.\(language).tsv") where !row["example"].isEmpty {
      let statuses = try Extracting.annotate(row["example"], language).events.filter { $0.type.rawValue != "statement" }
        .map(\.status)
      switch row["kind"] {
      case "negation", "condition", "purpose", "obligation": #expect(!statuses.contains(.happened), "\(row.place)")
      case "future", "ability": #expect(statuses == [.planned], "\(row.place): \(statuses)")
      case "ignore": #expect(statuses == [.happened], "\(row.place): \(statuses)")
      default: Issue.record("\(row.place): no test for the example of a \(row["kind"])")
      }
    }
  }

  @Test(arguments: languages) func everyCreditIsFound(_ language: LanguageCode) throws {
    for row in try Extracting.rows("events/attribution.\(language).tsv") {
      let event = try Extracting.annotate(row["example"], language).events.first
      if row["kind"] == "tally" {
        #expect(event?.status == .happened, "\(row.place)")
      } else if row["kind"] == "outlet" {
        #expect(event?.attribution.outlet == ActorID(rawValue: "med.reuters"), "\(row.place)")
      } else {
        #expect(event?.attribution.speaker == ActorID(rawValue: "org.un"), "\(row.place)")
        #expect(event?.status == .claimed, "\(row.place)")
      }
    }
  }

  @Test func everyTitleLeadsToAPerson() throws {
    for row in try Extracting.rows("events/titles.tsv") {
      let found = try Extracting.annotate(row["example"], LanguageCode(rawValue: row["language"]))
      if row["kind"] == "group" {
        #expect(found.actors.contains { $0.kind == .armedGroup }, "\(row.place): \(found.actors.map(\.name))")
        continue
      }
      let isPerson = found.actors.contains { $0.kind == .person }
      #expect(isPerson == (row["kind"] != "ministry"), "\(row.place): \(found.actors.map(\.name))")
      #expect(found.events.first?.type.rawValue == "statement", "\(row.place)")
    }
  }

  @Test func everyAbbreviationRowHoldsTwoSentences() throws {
    for row in try Extracting.rows("events/abbreviations.tsv") {
      let found = try Extracting.annotate(row["example"], LanguageCode(rawValue: row["language"]))
      #expect(found.sentences.count == 2, "\(row.place)")
    }
  }
}
