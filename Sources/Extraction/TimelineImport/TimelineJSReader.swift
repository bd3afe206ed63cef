import Text
import Timeline

/// The JSON of TimelineJS 3 (Knight Lab, "JSON format"): a slide an event.
struct TimelineJSReader {
  let markup: MarkupText

  /// The fields of each slide, in the order of the file; a slide that is none gives no fields.
  func slides(_ document: JSONValue) -> [[ImportField: String]] { document["events"].elements.map(fields) }

  private func fields(_ slide: JSONValue) -> [ImportField: String] {
    var fields: [ImportField: String] = [:]
    fields[.date] = Self.date(slide["start_date"])
    fields[.end] = Self.date(slide["end_date"])
    let shown = slide["display_date"].text ?? slide["start_date"]["display_date"].text
    if fields[.date] == nil { fields[.date] = shown.map(plain) } else { fields[.shownDate] = shown.map(plain) }
    fields[.summary] = slide["text"]["headline"].text.map(plain)
    fields[.evidence] = slide["text"]["text"].text.map(plain)
    fields[.type] = slide["group"].text
    let address = slide["media"]["url"].text
    if let address, address.hasPrefix("http://") || address.hasPrefix("https://") { fields[.url] = address }
    fields[.outlet] = slide["media"]["credit"].text.map(plain)
    return fields
  }

  /// As fine as the slide says: a year alone is a year.
  private static func date(_ value: JSONValue) -> String? {
    guard let year = value["year"].integer, (0...9999).contains(year) else { return nil }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let first = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    guard let month = value["month"].integer else { return first }
    guard let day = value["day"].integer else { return "\(first)-\(two(month))" }
    let date = "\(first)-\(two(month))-\(two(day))"
    guard let hour = value["hour"].integer else { return date }
    return "\(date) \(two(hour)):\(two(value["minute"].integer ?? 0))"
  }

  private func plain(_ text: String) -> String { markup.line(ofHTML: Array(text.utf8)) }
}
