import ArgumentParser
import Temporal
import Text

/// `linimasa explain`: every step from the words to the day, and the readings that lost.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says how a date expression is read: its fragments, its readings, what speaks for and against each.",
    discussion: "Example: linimasa explain 'Kamis (24/2019). 10/2024' --published 2024-10-28")

  @Argument(help: "The expression, or a sentence with it.")
  var expression: String
  @Option(help: "The publication day, YYYY-MM-DD.")
  var published: CivilDay?
  @Option(help: "The language: id, en, another folder of languages, or auto.")
  var language = "auto"
  @Option(help: "news counts from the publication day, narrative from the running date of the text.")
  var genre = TextGenre.auto
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let reader = try DateReader(resources: resources.folder())
    let text = SourceText(expression)
    let code = language == "auto" ? nil : LanguageCode(rawValue: language)
    let found = reader.read(text, published: published, language: code, genre: genre)
    try StandardOutput.write(Array(DateExplanation.text(found, of: text).utf8))
    if found.timexes.isEmpty { throw ExitCode(1) }
  }
}

/// An explanation of dates as text.
enum DateExplanation {
  static func text(_ found: DatedText, of text: SourceText) -> String {
    var lines: [String] = []
    if let day = found.published {
      let known = found.publishedBasis == .inferred ? ", inferred: the latest day of the text" : ""
      lines.append("publication day  \(day), \(day.weekday.englishName)\(known)")
    } else {
      lines.append("publication day  unknown: give it with --published to complete what lacks a year")
    }
    if found.timexes.isEmpty { lines.append("no date expression found") }
    for timex in found.timexes { lines += explain(timex, text) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func explain(_ timex: Timex3, _ text: SourceText) -> [String] {
    var lines = ["", "expression       \(VisibleText.line(text[timex.span]))"]
    for fragment in timex.fragments { lines.append("displaced piece  \(VisibleText.line(text[fragment]))") }
    let basis = timex.basis.rawValue + (timex.repair.map { ", \($0)" } ?? "")
    lines.append("basis            \(basis)")
    lines.append("steps")
    for step in timex.why { lines.append("  " + line(step)) }
    if timex.readings.count > 1 {
      lines.append("readings")
      for (index, reading) in timex.readings.enumerated() {
        lines.append("  \(index + 1). \(reading.value)  weight \(number(reading.weight))")
        for step in reading.evidence { lines.append("       " + line(step)) }
      }
    }
    lines.append(result(timex))
    return lines
  }

  private static func result(_ timex: Timex3) -> String {
    let value = DatesReport.value(timex)
    if timex.isAmbiguous {
      return "day              ambiguous: \(timex.readings.prefix(2).map(\.value).joined(separator: " or "))"
    }
    guard let days = timex.days else { return "value            \(value), which fixes no day" }
    let span = days.length == 1 ? "\(days.first), \(days.first.weekday.englishName)" : "\(days.first) to \(days.last)"
    return "day              \(span) (\(timex.type.rawValue) \(value), confidence \(number(timex.confidence)))"
  }

  /// What speaks for a reading with a plus, what speaks against it with a minus.
  private static func line(_ step: Why) -> String {
    guard let weight = step.weight else { return step.text }
    let size = number(abs(weight))
    return (weight < 0 ? "- \(size)  " : "+ \(size)  ") + step.text
  }

  private static func number(_ value: Double) -> String { JSONWriter.decimal(value, digits: 2) ?? "?" }
}
