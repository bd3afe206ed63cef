import Temporal
import Text

/// The drawing of an HTML page: a lane a type, a circle where events are, its area their number.
struct HTMLDrawing: Sendable {
  /// A lane and who is in it.
  struct Lane: Sendable {
    var type: EventType
    var name: String
    var mark: String
    var hue: String
    var total: LaneCounts.Total
  }

  let lanes: [Lane]
  let axis: TimeAxis
  private let counts: LaneCounts
  private let words: DateWords
  private let numbers: [EventType: Int]

  private static let left = 160
  private static let right = 985
  private static let rowHeight = 26
  private static let top = 10
  /// Width of a letter of the axis, about.
  private static let letter = 6

  init(_ context: ExportContext) {
    counts = context.survey.lanes
    words = context.words
    axis = TimeAxis(days: counts.counts.keys.map { [counts] in counts.day($0.step) })
    let types = counts.types
    numbers = Dictionary(types.enumerated().map { ($1, min($0, HTMLStyle.lanes - 1)) }) { first, _ in first }
    lanes = types.prefix(HTMLStyle.lanes).enumerated().map { [counts] index, type in
      var total = counts.totals[type] ?? LaneCounts.Total()
      if index == HTMLStyle.lanes - 1, types.count > HTMLStyle.lanes {
        total.count = types.dropFirst(index).reduce(0) { $0 + (counts.totals[$1]?.count ?? 0) }
        total.days = nil
        return Lane(type: type, name: "others", mark: "•", hue: "", total: total)
      }
      let row = context.types?[type]
      return Lane(
        type: type, name: row?.name(.english) ?? type.rawValue, mark: row?.mark ?? "•", hue: row?.hue ?? "",
        total: total)
    }
  }

  /// The number of a type's lane; types beyond the last share it.
  func lane(_ type: EventType) -> Int { numbers[type] ?? 0 }

  /// The column in which an entry is drawn; nil for one without a date.
  func place(_ entry: TimelineEntry) -> Int? {
    entry.key.day == TimelineKey.undatedDay ? nil : axis.place(of: counts.start(of: entry.key.day))
  }

  /// The drawing as SVG with a caption, then the same as a table; empty where nothing is dated.
  func figure() -> String {
    if axis.columns.isEmpty { return "" }
    let height = Self.top + lanes.count * Self.rowHeight + 30
    let missing = counts.undated == 0 ? "" : " \(counts.undated) without a date are not drawn."
    return """
      <figure class="drawing">
      <div class="wide" tabindex="0" role="region" aria-label="Drawing of the timeline">
      <svg viewBox="0 0 1000 \(height)" role="img" aria-labelledby="drawing-title drawing-text">
      <title id="drawing-title">Events by type over time</title>
      <desc id="drawing-text">\(Markup.escaped(description))</desc>
      \(axisMarks(height))\(rows())</svg>
      </div>
      <figcaption>Events by type, \(unitText); a larger circle is more events. \(foldText)\(missing)</figcaption>
      \(table())</figure>

      """
  }

  /// The lanes in words, for who cannot see them.
  private var description: String {
    lanes.map { lane in
      let days = lane.total.days.map { ", \(Self.text($0.lowerBound, words)) to \(Self.text($0.upperBound, words))" }
      return "\(lane.name): \(lane.total.count)\(days ?? "")"
    }.joined(separator: "; ") + "."
  }

  private var unitText: String { axis.unit == .day ? "day by day" : "a column a \(axis.unit)" }
  private var foldText: String {
    axis.columns.contains(where: \.isBehindFold) ? "Where the axis is broken (//) nothing happened for long." : ""
  }

  private func table() -> String {
    let rows = lanes.map { lane -> String in
      let days = [lane.total.days?.lowerBound, lane.total.days?.upperBound].map {
        $0.map { Self.text($0, words) } ?? ""
      }
      return "<tr><th scope=\"row\">\(Markup.escaped(lane.name))</th><td>\(lane.total.count)</td><td>\(days[0])</td>"
        + "<td>\(days[1])</td></tr>\n"
    }
    return "<details><summary>The drawing as a table</summary>\n<table>\n<thead><tr><th scope=\"col\">Type</th>"
      + "<th scope=\"col\">Events</th><th scope=\"col\">First</th><th scope=\"col\">Last</th></tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody>\n</table>\n</details>\n"
  }

  /// All lanes, their circles drawn to one measure.
  private func rows() -> String {
    let columns = lanes.indices.map(columnCounts)
    let largest = columns.flatMap(\.values).max() ?? 1
    return zip(lanes.indices, columns).map { row($0, $1, largest: Double(max(largest, 4))) }.joined()
  }

  private func row(_ number: Int, _ columns: [Int: Int], largest: Double) -> String {
    let lane = lanes[number]
    let y = Self.top + number * Self.rowHeight + Self.rowHeight / 2
    var svg = "<g class=\"t\(number) h-\(Markup.escaped(lane.hue))\"><text class=\"mark\" x=\"4\" y=\"\(y + 4)\">"
    svg += "\(Markup.escaped(lane.mark))</text><text x=\"22\" y=\"\(y + 4)\">\(Markup.escaped(lane.name))</text>"
    svg += "<text class=\"count\" x=\"\(Self.left - 14)\" y=\"\(y + 4)\">\(lane.total.count)</text>"
    svg += "<line x1=\"\(Self.left)\" y1=\"\(y)\" x2=\"\(Self.right)\" y2=\"\(y)\"/>\n"
    for column in axis.columns {
      guard let count = columns[column.place] else { continue }
      let radius = JSONWriter.decimal(2 + largestRadius * (Double(count) / largest).squareRoot(), digits: 1) ?? "2"
      let label = "\(lane.name), \(axis.label(column, words)): \(count)"
      svg += "<circle data-c=\"\(number)-\(column.place)\" cx=\"\(x(column.place))\" cy=\"\(y)\" r=\"\(radius)\">"
      svg += "<title>\(Markup.escaped(label))</title></circle>\n"
    }
    return svg + "</g>\n"
  }

  /// The counts of a lane by column.
  private func columnCounts(_ number: Int) -> [Int: Int] {
    var columns: [Int: Int] = [:]
    for (cell, count) in counts.counts where lane(cell.type) == number {
      if let place = axis.place(of: counts.day(cell.step)) { columns[place, default: 0] += count }
    }
    return columns
  }

  /// From one column to the next.
  private var pitch: Double { min(56, Double(Self.right - Self.left) / Double(max(axis.width, 1))) }

  /// What the most events add to the radius: no more than lets neighbors touch.
  private var largestRadius: Double { min(9, max(3, pitch * 0.6 - 2)) }

  /// The middle of a column; few columns stand close together at the left.
  private func x(_ place: Int) -> Int {
    Self.left + Int((Double(place) + 0.5) * pitch)
  }

  /// Names of columns where there is room, those behind a fold first, and the folds.
  private func axisMarks(_ height: Int) -> String {
    var svg = ""
    var taken: [Range<Int>] = []
    let y = height - 8
    let ordered =
      axis.columns.prefix(1) + axis.columns.filter(\.isBehindFold)
      + axis.columns.filter { !$0.isBehindFold }.dropFirst()
    for column in ordered {
      let label = axis.label(column, words)
      let half = label.count * Self.letter / 2 + 4
      let middle = min(max(x(column.place), Self.left + half - 10), Self.right - half + 10)
      let range = middle - half..<middle + half
      if taken.contains(where: { $0.overlaps(range) }) { continue }
      taken.append(range)
      svg += "<line class=\"tick\" x1=\"\(x(column.place))\" y1=\"4\" x2=\"\(x(column.place))\" y2=\"\(height - 22)\"/>"
      svg += "<text class=\"axis\" x=\"\(middle)\" y=\"\(y)\">\(Markup.escaped(label))</text>\n"
    }
    for (before, column) in zip(axis.columns, axis.columns.dropFirst()) where column.isBehindFold {
      let middle = (x(before.place) + x(column.place)) / 2
      svg += "<path class=\"fold\" d=\"M\(middle - 4) \(height - 20)l4 -10m2 10l4 -10\"/>\n"
    }
    return svg
  }

  private static func text(_ day: CivilDay, _ words: DateWords) -> String {
    "\(day.day) \(words.month(day, short: true)) \(day.year)"
  }
}
