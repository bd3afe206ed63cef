import Temporal
import Text
import Timeline

/// An explanation of dates as text: of the publication day, of each expression, and of the events whose day stands in no
/// words of their own.
enum DateExplanation {
  static func text(_ found: DatedText, events: [Event] = [], of text: SourceText) -> String {
    var lines: [String] = []
    if let day = found.published {
      lines.append("publication day  \(day), \(day.weekday.englishName)")
      lines.append("basis            \(found.publishedBasis.rawValue)")
      let step =
        found.publishedBasis == .inferred
        ? "the stamp at the head of the text, else its latest day that is not to come" : "it was given"
      lines += ["steps", "  " + step]
    } else {
      lines.append("publication day  unknown: give it with --published to complete what lacks a year")
    }
    if found.timexes.isEmpty { lines.append("no date expression found") }
    for timex in found.timexes { lines += explain(timex, text) }
    for event in events where event.date.expression == nil { lines += explain(event) }
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

  private static func explain(_ event: Event) -> [String] {
    var lines = ["", "event            \(event.type.rawValue): \(VisibleText.line(event.summary))"]
    lines += ["basis            \(event.date.basis.rawValue)", "steps"]
    lines += event.date.why.map { "  " + line($0) }
    let days = [event.date.start, event.date.end].map { $0?.description ?? "" }
    let span = days[0] == days[1] ? days[0] : days.joined(separator: "/")
    let confidence = "confidence \(number(event.date.confidence))"
    lines.append(
      span.isEmpty
        ? "day              none" : "day              \(span) (\(event.date.precision.rawValue), \(confidence))")
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
