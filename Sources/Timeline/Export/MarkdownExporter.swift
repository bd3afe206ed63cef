import Temporal
import Text

/// Markdown (CommonMark 0.31): a heading a month, an item an event with who, where, its evidence and its sources.
struct MarkdownExporter: TimelineExporter {
  private let context: ExportContext
  private var heading = ""

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    output += "# \(Self.escaped(context.title))\n\n"
    for fact in context.facts(Self.leavesOut) { output += "- \(fact.name): \(Self.escaped(fact.value))\n" }
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let entry = detail.entry
    let month = context.words.heading(of: entry.key.day)
    if month != heading {
      output += "\n## \(Self.capitalized(month))\n\n"
      heading = month
    }
    output += "- **\(Self.capitalized(DateLabel(entry.date, words: context.words).long))**: "
    output += Self.escaped(entry.summary)
    output += " *(" + ([entry.type.rawValue] + detail.remarks).map(Self.escaped).joined(separator: ", ") + ")*\n"
    for line in lines(of: detail) { output += "  - \(line)\n" }
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {}

  private func lines(of detail: EntryDetail) -> [String] {
    var lines: [String] = []
    let actors = detail.entry.actors.map { "\($0.name) (\($0.role.rawValue))" }
    if !actors.isEmpty { lines.append("Who: " + Self.escaped(actors.joined(separator: ", "))) }
    if let place = detail.entry.place { lines.append("Where: " + Self.escaped(place)) }
    lines += detail.disagreements(context.words).map { "Sources disagree: " + Self.escaped($0) }
    for mention in detail.mentions {
      let quote = mention.quotes.joined(separator: " … ")
      if !quote.isEmpty { lines.append("“\(Self.escaped(quote))”") }
      let citation = Self.escaped(mention.citation(context.words))
      lines.append("Source: " + (mention.link.map { "[\(citation)](<\($0)>)" } ?? citation))
    }
    return lines
  }

  /// `text` so that Markdown shows it as it is, on one line: no emphasis, link, HTML, heading or table comes out of it.
  /// It never stands at the start of a line, where more would have a meaning. A backslash may stand before any ASCII
  /// punctuation (CommonMark 0.31, section 2.4).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      if "\\`*_[]<>&|~#!$@^:".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
