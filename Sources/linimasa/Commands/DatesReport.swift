import Temporal
import Text

/// The dates of a text for people: a line each, with place, words, value and how it became known.
enum DatesReport {
  static func text(_ found: DatedText, of text: SourceText) -> String {
    var lines = [head(found)]
    let offsets = ScalarOffsets(text)
    for timex in found.timexes {
      let place = "\(offsets.scalar(atByte: timex.span.start))-\(offsets.scalar(atByte: timex.span.end))"
      lines.append(
        "\(pad(place, 12))\(pad(value(timex), 26))\(pad(basis(timex), 22))\(VisibleText.line(text[timex.span]))")
    }
    if found.timexes.isEmpty { lines.append("no date found") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ found: DatedText) -> String {
    guard let day = found.published else { return "publication day unknown · language \(found.language)" }
    let known = found.publishedBasis == .inferred ? "inferred from the text: its latest day" : "given"
    return "published \(day) (\(known)) · language \(found.language)"
  }

  static func value(_ timex: Timex3) -> String {
    let mark = timex.isAmbiguous ? "?" : ""
    return timex.value + (timex.mod.map { " " + $0.rawValue } ?? "") + mark
  }

  private static func basis(_ timex: Timex3) -> String {
    let share = JSONWriter.decimal(timex.confidence * 100, digits: 0) ?? "?"
    return timex.repair.map { "\($0) \(share)%" } ?? timex.basis.rawValue
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
