import Temporal
import Text

/// One page of HTML that needs nothing else: a drawing with a lane a type, a filter, and every event with its evidence and
/// sources.
///
/// There is no script in it, and its content security policy allows none: the filter is made of check boxes and style
/// rules. What is only known at the end (the drawing, the filter) is written there and shown first by style, so that a
/// page of any length is written in flat memory.
struct HTMLExporter: TimelineExporter {
  private let context: ExportContext
  private var drawing = HTMLDrawing()
  private var heading = ""

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    let title = Markup.escaped(context.title)
    output += """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTMLStyle.policy)">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p><a href="#filter">Drawing and filter</a></p>
      <dl>

      """
    for fact in context.provenance {
      output += "<dt>\(Markup.escaped(fact.name))</dt><dd>\(Markup.escaped(fact.value))</dd>\n"
    }
    output += "</dl>\n</header>\n<main>\n"
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) -> LeftOut? {
    let entry = detail.entry
    let lane = drawing.add(entry)
    let day = entry.key.day
    let isUndated = day == TimelineKey.undatedDay
    let month = isUndated ? context.words.undated : "\(context.words.month(day, short: false)) \(day.year)"
    if month != heading {
      if !heading.isEmpty { output += "</ol>\n</section>\n" }
      output += "<section>\n<h2>\(Markup.escaped(month))</h2>\n<ol>\n"
      heading = month
    }
    output += "<li class=\"event t\(lane) s-\(entry.status.rawValue)\" id=\"e-\(detail.stableName)\">\n"
    output += "<h3>\(time(entry.date)) \(Markup.escaped(entry.summary))</h3>\n"
    output += "<p class=\"facts\">\(facts(detail).map(Markup.escaped).joined(separator: " · "))</p>\n"
    for mention in detail.mentions { output += source(mention) }
    output += "</li>\n"
    return nil
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {
    if !heading.isEmpty { output += "</ol>\n</section>\n" }
    output += "</main>\n<aside id=\"filter\">\n"
    output += drawing.figure(context.words)
    output += drawing.filter()
    output += "<p>\(Markup.escaped(report.summary))</p>\n</aside>\n</body>\n</html>\n"
  }

  /// The date in words; a machine reads `datetime` only where a single day or time is known.
  private func time(_ date: EventDate) -> String {
    let label = Markup.escaped(DateLabel(date, words: context.words).long)
    guard date.precision == .day, !date.isUncertain, let day = date.start ?? date.end, (1...9999).contains(day.year)
    else { return "<span class=\"date\">\(label)</span>" }
    let clock = date.time.map { "T\($0)" } ?? ""
    return "<time class=\"date\" datetime=\"\(day)\(clock)\">\(label)</time>"
  }

  private func facts(_ detail: EntryDetail) -> [String] {
    let entry = detail.entry
    let actors = entry.actors.map { "\($0.name) (\($0.role.rawValue))" }
    let place = entry.place.map { [$0] } ?? []
    return [entry.type.rawValue] + detail.remarks + actors + place + detail.disagreements(context.words)
  }

  private func source(_ mention: EventMention) -> String {
    let citation = Markup.escaped(mention.citation(context.words))
    let cite = mention.link.map { "<a href=\"\(Markup.escaped($0))\" rel=\"noopener noreferrer\">\(citation)</a>" }
    let quotes = mention.quotes.map { "<p>\(Markup.escaped($0))</p>" }.joined()
    return "<blockquote>\(quotes)<footer>\(cite ?? citation)</footer></blockquote>\n"
  }
}
