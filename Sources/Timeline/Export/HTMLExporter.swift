import Temporal
import Text

/// One page of HTML that needs nothing else: a drawing with a lane a type, a filter, and every event with its evidence and
/// sources; for a screen, a screen reader and paper.
///
/// Nothing in it is fetched. The events and the boxes of the filter need no script; what the script adds is said in
/// `HTMLScript`.
struct HTMLExporter: TimelineExporter {
  private let context: ExportContext
  private let drawing: HTMLDrawing
  private var heading = ""

  init(_ context: ExportContext) {
    self.context = context
    drawing = HTMLDrawing(context)
  }

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
      <meta name="generator" content="\(Markup.escaped(context.generator))">
      <title>\(title)</title>
      <style>\(HTMLStyle.sheet)</style>
      </head>
      <body>
      <a class="skip" href="#events">Skip to the events</a>
      <header>
      <h1>\(title)</h1>
      \(list(context.contents(Self.leavesOut)))</header>
      <main>
      \(drawing.figure())\(HTMLFilter(lanes: drawing.lanes).form(events: context.survey.entries))\(MonthIndex(context).list())<div id="events">

      """
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let entry = detail.entry
    let month = context.words.heading(of: entry.key.day)
    if month != heading {
      if !heading.isEmpty { output += "</ol>\n</section>\n" }
      output +=
        "<section>\n<h2 id=\"\(MonthIndex.anchor(entry.key.day))\">\(Markup.escaped(month))</h2>\n<ol class=\"list\">\n"
      heading = month
    }
    let lane = drawing.lane(entry.type)
    let cell = drawing.place(entry).map { " data-c=\"\(lane)-\($0)\"" } ?? ""
    output += "<li class=\"event t\(lane) s-\(entry.status.rawValue)\"\(cell) id=\"e-\(detail.stableName)\">\n"
    output += "<h3>\(time(entry.date)) <span class=\"what\">\(Markup.escaped(entry.summary))</span></h3>\n"
    output += facts(detail)
    for line in detail.disagreements(context.words) {
      output += "<p class=\"how\">Sources disagree: \(Markup.escaped(line))</p>\n"
    }
    if let how = how(entry.date) { output += "<p class=\"how\">\(Markup.escaped(how))</p>\n" }
    for mention in detail.mentions { output += source(mention, of: entry) }
    output += "</li>\n"
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {
    if !heading.isEmpty { output += "</ol>\n</section>\n" }
    output += """
      </div>
      </main>
      <footer>
      <h2>About this file</h2>
      \(list(context.provenance))</footer>
      <script>\(HTMLScript.source)</script>
      </body>
      </html>

      """
  }

  /// Names and values as a list of descriptions.
  private func list(_ facts: [(name: String, value: String)]) -> String {
    if facts.isEmpty { return "" }
    let rows = facts.map { "<dt>\(Markup.escaped($0.name))</dt><dd>\(Markup.escaped($0.value))</dd>\n" }
    return "<dl>\n\(rows.joined())</dl>\n"
  }

  /// The date in words; a machine reads `datetime` only where a single day or time is known.
  private func time(_ date: EventDate) -> String {
    let label = Markup.escaped(DateLabel(date, words: context.words).long)
    guard date.precision == .day, !date.isUncertain, let day = date.start ?? date.end, (1...9999).contains(day.year)
    else { return "<span class=\"date\">\(label)</span>" }
    let clock = date.time.map { "T\($0)" } ?? ""
    return "<time class=\"date\" datetime=\"\(day)\(clock)\">\(label)</time>"
  }

  /// What it is, what to beware of, who and where.
  private func facts(_ detail: EntryDetail) -> String {
    let entry = detail.entry
    let row = context.types?[entry.type]
    var html = "<p class=\"facts\"><span class=\"type h-\(Markup.escaped(row?.hue ?? ""))\">"
    html += "<span aria-hidden=\"true\">\(Markup.escaped(row?.mark ?? "•"))</span> "
    html += "\(Markup.escaped(row?.name(.english) ?? entry.type.rawValue))</span>"
    for remark in detail.remarks { html += " <span class=\"tag\">\(Markup.escaped(remark))</span>" }
    let actors = entry.actors.map { "\($0.name) (\($0.role.rawValue))" }
    let rest = [actors.joined(separator: ", "), entry.place ?? ""].filter { !$0.isEmpty }
    html += rest.map { " · " + Markup.escaped($0) }.joined()
    return html + "</p>\n"
  }

  /// From which words the date was read, and how.
  private func how(_ date: EventDate) -> String? {
    guard let expression = date.expression, !expression.isEmpty else { return nil }
    let edtf = DateLabel(date).edtf.map { "; EDTF \($0)" } ?? ""
    return "Date from “\(expression)”: \(date.basis.words)\(edtf)"
  }

  /// A source and its words, where the heading does not say just these.
  private func source(_ mention: EventMention, of entry: TimelineEntry) -> String {
    let citation = Markup.escaped(mention.citation(context.words))
    let cite = mention.link.map { "<a href=\"\(Markup.escaped($0))\" rel=\"noopener noreferrer\">\(citation)</a>" }
    let quotes = mention.quotes
    if quotes == [entry.summary] {
      return "<div class=\"source\">In these words: <cite>\(cite ?? citation)</cite></div>\n"
    }
    let language = Markup.escaped(mention.article.language.rawValue)
    let quoted = quotes.map { "<p>\(Markup.escaped($0))</p>" }.joined()
    let quote = quoted.isEmpty ? "" : "<blockquote lang=\"\(language)\">\(quoted)</blockquote>"
    return "<div class=\"source\">\(quote)<cite>\(cite ?? citation)</cite></div>\n"
  }
}
