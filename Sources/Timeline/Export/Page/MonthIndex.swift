import Temporal
import Text

/// The months of an HTML page as a list of links, of a long timeline the years.
struct MonthIndex {
  private let counts: LaneCounts
  private let words: DateWords
  private static let mostMonths = 48

  init(_ context: ExportContext) {
    counts = context.survey.lanes
    words = context.words
  }

  /// The name by which the heading of a month is linked to.
  static func anchor(_ day: CivilDay) -> String {
    day == TimelineKey.undatedDay ? "undated" : "m\(day.year)-\(day.month)"
  }

  /// The list; empty where there is nothing to choose from, or days are too many to be told apart.
  func list() -> String {
    if counts.stride > 1 { return "" }
    var months: [(day: CivilDay, count: Int)] = []
    for (cell, count) in counts.counts.map({ (counts.day($0.key.step), $0.value) }).sorted(by: { $0.0 < $1.0 }) {
      if let last = months.last, (last.day.year, last.day.month) == (cell.year, cell.month) {
        months[months.count - 1].count += count
      } else {
        months.append((cell, count))
      }
    }
    let areYears = months.count > Self.mostMonths
    if areYears { months = Self.years(months) }
    if months.count < 2 { return "" }
    var html = "<details class=\"months\"><summary>Go to a \(areYears ? "year" : "month")</summary>\n<ol>\n"
    for (day, count) in months {
      let name = areYears ? String(day.year) : "\(words.month(day, short: true)) \(day.year)"
      html += Self.link(day, name, count)
    }
    if counts.undated > 0 { html += Self.link(TimelineKey.undatedDay, words.undated, counts.undated) }
    return html + "</ol>\n</details>\n"
  }

  private static func link(_ day: CivilDay, _ name: String, _ count: Int) -> String {
    "<li><a href=\"#\(anchor(day))\">\(Markup.escaped(name))</a> <span class=\"count\">\(count)</span></li>\n"
  }

  /// Months added up by year, each year under its first month.
  private static func years(_ months: [(day: CivilDay, count: Int)]) -> [(day: CivilDay, count: Int)] {
    months.reduce(into: []) { years, month in
      if let last = years.last, last.day.year == month.day.year {
        years[years.count - 1].count += month.count
      } else {
        years.append(month)
      }
    }
  }
}
