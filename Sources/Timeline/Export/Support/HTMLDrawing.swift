import Temporal

/// The drawing and the filter of an HTML page: a lane a type, a circle where events are, its area their number.
///
/// It keeps counts, not events, and where there are many days it keeps them by longer and longer steps: its size does not
/// grow with the timeline.
struct HTMLDrawing {
  private struct Cell: Hashable {
    var lane: Int
    var step: Int
  }

  private var lanes: [EventType] = []
  private var counts: [Cell: Int] = [:]
  private var totals: [Int: Int] = [:]
  private var undated = 0
  private var first = CivilDay(number: .max)
  private var last = CivilDay(number: .min)
  /// Days to a step.
  private var stride = 1
  private static let mostCells = 20_000
  private static let columns = 150

  /// Counts an entry and gives the number of its lane.
  mutating func add(_ entry: TimelineEntry) -> Int {
    let lane = laneNumber(entry.type)
    totals[lane, default: 0] += 1
    let day = entry.key.day
    if day == TimelineKey.undatedDay {
      undated += 1
      return lane
    }
    first = min(first, day)
    last = max(last, day)
    counts[Cell(lane: lane, step: step(day)), default: 0] += 1
    if counts.count > Self.mostCells { coarsen() }
    return lane
  }

  /// A check box a type; without its tick the type's events and lane are not shown.
  func filter() -> String {
    var html = "<fieldset>\n<legend>Types shown</legend>\n"
    for (lane, type) in lanes.enumerated() {
      let name = lane < HTMLStyle.lanes - 1 ? Markup.escaped(type.rawValue) : "others"
      html += "<label class=\"k\(lane)\"><input type=\"checkbox\" id=\"t\(lane)\" checked> \(name) "
      html += "(\(totals[lane] ?? 0))</label>\n"
    }
    html += "</fieldset>\n<fieldset>\n<legend>Statuses shown</legend>\n"
    for status in EventStatus.allCases {
      html += "<label><input type=\"checkbox\" id=\"s-\(status.rawValue)\" checked> \(status.rawValue)</label>\n"
    }
    return html + "</fieldset>\n"
  }

  /// The drawing as SVG with a caption; every circle says in words what it stands for.
  func figure(_ words: DateWords) -> String {
    if counts.isEmpty { return "" }
    let height = lanes.count * 24 + 34
    var svg = "<figure>\n<svg viewBox=\"0 0 1000 \(height)\" role=\"img\" aria-label=\"Events by type over time\">\n"
    svg += axis(height: height)
    let columns = columnCounts()
    let largest = Double(columns.values.max() ?? 1)
    for (lane, type) in lanes.enumerated() {
      let y = lane * 24 + 18
      svg += "<g class=\"t\(lane) k\(lane)\"><text x=\"0\" y=\"\(y + 4)\">\(Markup.escaped(type.rawValue))</text>\n"
      for (cell, count) in columns.filter({ $0.key.lane == lane }).sorted(by: { $0.key.step < $1.key.step }) {
        let radius = 2 + Int(8 * (Double(count) / largest).squareRoot())
        let day = first + cell.step * max(last - first, 1) / Self.columns
        let label = "\(type.rawValue), about \(words.month(day, short: false)) \(day.year): \(count)"
        svg +=
          "<circle cx=\"\(x(cell.step))\" cy=\"\(y)\" r=\"\(radius)\"><title>\(Markup.escaped(label))</title></circle>\n"
      }
      svg += "</g>\n"
    }
    let missing = undated == 0 ? "" : " \(undated) without a date are not drawn."
    return svg + "</svg>\n<figcaption>Events by type over time.\(missing)</figcaption>\n</figure>\n"
  }

  private mutating func laneNumber(_ type: EventType) -> Int {
    if let lane = lanes.firstIndex(of: type) { return lane }
    if lanes.count < HTMLStyle.lanes { lanes.append(type) }
    return lanes.count - 1
  }

  private func step(_ day: CivilDay) -> Int {
    let number = Int(day.number)
    return number >= 0 ? number / stride : -((-number + stride - 1) / stride)
  }

  private mutating func coarsen() {
    stride *= 2
    var coarser: [Cell: Int] = [:]
    for (cell, count) in counts { coarser[Cell(lane: cell.lane, step: cell.step >> 1), default: 0] += count }
    counts = coarser
  }

  /// The counts by column of the drawing instead of by step.
  private func columnCounts() -> [Cell: Int] {
    var columns: [Cell: Int] = [:]
    let span = max(last - first, 1)
    for (cell, count) in counts {
      let day = min(max(cell.step * stride, Int(first.number)), Int(last.number))
      columns[Cell(lane: cell.lane, step: (day - Int(first.number)) * Self.columns / span), default: 0] += count
    }
    return columns
  }

  private func x(_ column: Int) -> Int { 110 + column * 870 / Self.columns }

  /// The years, as many as there is room for.
  private func axis(height: Int) -> String {
    let span = max(last - first, 1)
    let step = max(1, (last.year - first.year) / 12)
    var svg = ""
    var free = 0
    for year in Swift.stride(from: last.year, through: first.year, by: -step) {
      guard let day = CivilDay(year: year, month: 1, day: 1) else { continue }
      let place = x(max(day - first, 0) * Self.columns / span)
      // Words of the year before would run into those of this one.
      if free > 0, place > free { continue }
      free = max(place - 40, 1)
      svg += "<line x1=\"\(place)\" y1=\"4\" x2=\"\(place)\" y2=\"\(height - 20)\"/>"
      svg += "<text x=\"\(place)\" y=\"\(height - 6)\">\(year)</text>\n"
    }
    return svg
  }
}
