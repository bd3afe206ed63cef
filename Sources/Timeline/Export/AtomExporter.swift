import Temporal
import Text

/// An Atom feed (RFC 4287): an entry an event. `updated` is when its article was published, which is what a feed's
/// readers sort by; the event's own date stands in the title's words and in the content.
struct AtomExporter: TimelineExporter {
  private let context: ExportContext
  /// For what no article dates: a feed's entry must have a time (section 4.2.15).
  private let fallback: String

  init(_ context: ExportContext) {
    self.context = context
    fallback = context.created ?? "1970-01-01T00:00:00Z"
  }

  mutating func begin(_ output: inout String) {
    let facts = context.facts(Self.leavesOut).map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    output += """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <id>urn:linimasa:timeline:\(Self.name(of: context.query.description))</id>
      <title>\(Markup.escaped(context.title))</title>
      <subtitle>\(Markup.escaped(facts))</subtitle>
      <updated>\(Markup.escaped(fallback))</updated>
      <author><name>\(Markup.escaped(context.generator))</name></author>
      <generator>\(Markup.escaped(context.generator))</generator>

      """
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let entry = detail.entry
    let article = detail.mentions.first?.article
    let published = article?.publication.day.flatMap { $0.year >= 1 ? "\($0)T00:00:00Z" : nil }
    let label = DateLabel(entry.date, words: context.words).short
    output += "<entry>\n<id>urn:linimasa:event:\(detail.stableName)</id>\n"
    output += "<title>\(Markup.escaped("\(label): \(entry.summary)"))</title>\n"
    output += "<updated>\(Markup.escaped(published ?? fallback))</updated>\n"
    if let outlet = article?.outlet, !outlet.isEmpty {
      output += "<author><name>\(Markup.escaped(outlet))</name></author>\n"
    }
    output += "<category term=\"\(Markup.escaped(entry.type.rawValue))\"/>\n"
    if let link = detail.mentions.first?.link { output += "<link href=\"\(Markup.escaped(link))\"/>\n" }
    let lines = detail.explanation(context.words).map(Markup.escaped).joined(separator: "\n")
    output += "<content type=\"text\">\(lines)</content>\n</entry>\n"
  }

  mutating func end(_ report: ExportReport, _ output: inout String) { output += "</feed>\n" }

  /// The same filter gives the same feed.
  private static func name(of text: String) -> String {
    String(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}
