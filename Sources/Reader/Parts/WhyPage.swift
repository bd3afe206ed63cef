import Temporal
import Timeline

/// Why an event has its date: the words, the anchor, every step, the readings with their weight; and which names were
/// read as whom.
struct WhyPage {
  let detail: EntryDetail
  let look: Look
  private var words: Phrasebook { look.words }

  /// The lines in `width` columns.
  func lines(width: Int) -> [TextLine] {
    guard let mention = detail.mentions.first else { return [] }
    return paragraph([Run(mention.event.summary, .title)], width) + [TextLine()] + reasons(width: width)
  }

  /// The lines without the event, for where it is shown already.
  func reasons(width: Int) -> [TextLine] {
    guard let mention = detail.mentions.first else { return [] }
    return correctionLines(width) + dateLines(mention, width) + readingLines(mention.event.date, width)
      + sourceLines(width) + nameLines(mention, width)
  }

  private func paragraph(_ runs: [Run], _ width: Int, indent: Int = 0) -> [TextLine] {
    TextFlow.lines(runs, width: width, indent: indent, repertoire: look.repertoire).map { TextLine($0) }
  }

  private func heading(_ key: String) -> [TextLine] { [TextLine(), TextLine([Run(words[key], .heading)])] }

  private func dateLines(_ mention: EventMention, _ width: Int) -> [TextLine] {
    let date = mention.event.date
    let confidence = date.precision == .none ? "" : "  " + words.text("why.confidence", ["n": percent(date.confidence)])
    let isDoubtful = date.basis == .repaired || date.isUncertain
    var lines = paragraph(
      [Run(look.label(date).long, isDoubtful ? .doubt : .date), Run(confidence, .muted)], width, indent: 2)
    lines += paragraph([Run("  " + words["basis.\(date.basis.rawValue)"])], width, indent: 2)
    if let expression = date.expression {
      lines += paragraph([Run("  " + words["why.words"] + " "), Run("“\(expression)”", .date)], width, indent: 2)
    }
    lines += paragraph([Run("  " + publication(mention.article.publication), .muted)], width, indent: 2)
    lines += paragraph([Run("  " + words["status.\(mention.event.status.rawValue)"], .muted)], width, indent: 2)
    guard !date.why.isEmpty else { return lines }
    lines += heading("why.steps")
    for (index, step) in date.why.enumerated() {
      lines += paragraph([Run(" \(index + 1) ", .key), Run(step.text), weight(of: step)], width, indent: 3)
    }
    return lines
  }

  private func readingLines(_ date: EventDate, _ width: Int) -> [TextLine] {
    guard !date.readings.isEmpty else { return [] }
    var lines = heading("why.readings")
    for (index, reading) in date.readings.enumerated() {
      let isBest = index == 0 && !date.isAmbiguous
      let bar = String(repeating: look.glyph("█", "#"), count: Int((min(max(reading.weight, 0), 1) * 10).rounded()))
      let padding = String(repeating: " ", count: max(0, 11 - bar.count))
      let sign = isBest ? ">" : " "
      let name = reading.days.map(days) ?? reading.value
      lines += paragraph(
        [
          Run("\(sign)\(percentColumn(reading.weight)) "), Run(bar + padding, .density),
          Run(name, isBest ? .date : .text),
        ], width, indent: 3)
      for step in reading.evidence {
        lines += paragraph([Run("      "), weight(of: step, first: true), Run(step.text, .muted)], width, indent: 8)
      }
    }
    return lines
  }

  /// What a person says of it; what was read stands below, as it was read.
  private func correctionLines(_ width: Int) -> [TextLine] {
    guard !detail.corrections.isEmpty else { return [] }
    var lines = [TextLine([Run(words["why.corrections"], .heading)])]
    for record in detail.corrections {
      let text = CorrectionText(record.correction, look: look).text
      lines += paragraph(
        [Run("  \(text) ", .date), Run("\(record.author), \(record.made)", .muted)], width, indent: 4)
    }
    return lines + heading("why.asRead")
  }

  /// The days that other articles give, where there are any.
  private func sourceLines(_ width: Int) -> [TextLine] {
    guard detail.mentions.count > 1 else { return [] }
    var lines = heading("why.sources")
    for mention in detail.mentions {
      let outlet = mention.article.outlet ?? mention.article.id
      lines += paragraph(
        [Run("  \(outlet): "), Run(look.label(mention.event.date).short, .date)], width, indent: 4)
    }
    return lines
  }

  /// Names that are not simply one of the actor's: misspelt ones, descriptions, pronouns.
  private func nameLines(_ mention: EventMention, _ width: Int) -> [TextLine] {
    let parts = Set(mention.event.participants.map(\.actor))
    var lines: [TextLine] = []
    for actor in mention.actors where parts.contains(actor.id) {
      var seen: Set<String> = []
      for name in actor.mentions where seen.insert(name.text).inserted {
        guard let reason = name.reason else { continue }
        lines += paragraph(
          [
            Run("  “\(name.text)” "), Run(words["why.readAs"] + " "), Run(actor.name, .actor),
            Run(": \(reason)", .muted),
          ],
          width, indent: 4)
      }
    }
    return lines.isEmpty ? [] : heading("why.names") + lines
  }

  private func publication(_ publication: Publication) -> String {
    guard let day = publication.day else { return words["article.undated"] }
    let name =
      "\(words.dates.weekday(day, short: false)) \(day.day) \(words.dates.month(day, short: false)) \(day.year)"
    let evidence = publication.evidence.map { " (\($0))" } ?? ""
    return words.text("article.published.\(publication.basis.rawValue)", ["day": name]) + evidence
  }

  private func days(_ span: DateSpan) -> String {
    let precision: Precision = span.length == 1 ? .day : .range
    return look.label(EventDate(start: span.first, end: span.last, precision: precision, basis: .explicit)).long
  }

  private func weight(of step: Why, first: Bool = false) -> Run {
    guard let weight = step.weight else { return Run(first ? "       " : "") }
    let tenths = Int((min(max(weight, -999), 999) * 10).rounded())
    let text = (tenths < 0 ? "-" : "+") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    return Run(first ? text + String(repeating: " ", count: max(1, 7 - text.count)) : "  \(text)", .muted)
  }

  private func percent(_ share: Double) -> String { "\(Int((min(max(share, 0), 1) * 100).rounded()))%" }

  private func percentColumn(_ share: Double) -> String {
    let text = percent(share)
    return String(repeating: " ", count: max(0, 4 - text.count)) + text
  }
}
