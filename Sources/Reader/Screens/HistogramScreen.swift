import Temporal
import Timeline

/// Events an hour, day, week, month, quarter or year: what happened, what was said, what is planned, and what does not
/// pass the filter, told apart by shape.
struct HistogramScreen {
  let model: Model
  let state: HistogramState
  private var look: Look { model.look }
  private var words: Phrasebook { look.words }

  func draw(_ grid: inout Grid) {
    guard let overview = model.overview else { return }
    let hasFrame = grid.size.rows >= 5
    let list = Area(
      row: hasFrame ? 1 : 0, column: 0, height: grid.size.rows - (hasFrame ? 3 : 0), width: grid.size.columns)
    let histogram = HistogramRows(overview, model.query, state)
    let rows = histogram.rows
    let bucket = histogram.buckets[state.cursor(in: histogram.buckets)]
    let cursor = ListCursor(bucket.flatMap { rows.firstIndex(of: .bucket($0)) } ?? 0)
    let peak = rows.reduce(1) { max($0, $1.count) }
    let visible = cursor.visible(rows.count, height: list.height)
    grid.list(Array(rows.indices), cursor, in: list) { index, row, grid in
      draw(rows[index], peak: peak, showsYear: index == visible.lowerBound || isFirstOfYear(rows, index), &grid, row)
    }
    guard hasFrame else { return }
    ScreenTitle(
      model: model, text: "\(words["histogram.title"]) \(words["histogram.unit.\(state.unit)"])",
      right: "\(words.count("event", overview.total)), \(words["histogram.peak"]) \(words.number(peak))"
    ).draw(&grid)
    drawLegend(bucket, overview, &grid, grid.area.line(grid.size.rows - 2).inset(1))
    Footer(model: model).drawStatus(&grid, grid.area.line(grid.size.rows - 1), standing: [])
  }

  private func isFirstOfYear(_ rows: [HistogramRows.Row], _ index: Int) -> Bool {
    guard index > 0, case .bucket(let bucket) = rows[index] else { return true }
    guard case .bucket(let before) = rows[index - 1] else { return true }
    return before.start.day.year != bucket.start.day.year
  }

  // MARK: - The shapes

  /// A shape with how many events it stands for.
  private struct Segment {
    let glyph: String
    let nameKey: String
    let count: Int
    let meaning: Meaning
  }

  private func segments(_ statuses: StatusCounts?, matching: Int, all: Int) -> [Segment] {
    let known = statuses ?? StatusCounts()
    return [
      Segment(glyph: look.glyph("█", "#"), nameKey: "happened", count: known.happened, meaning: .matchingDensity),
      Segment(glyph: look.glyph("▒", "="), nameKey: "said", count: known.said, meaning: .matchingDensity),
      Segment(glyph: look.glyph("┄", "-"), nameKey: "planned", count: known.planned, meaning: .matchingDensity),
      Segment(
        glyph: look.glyph("·", "."), nameKey: "others", count: all - (statuses?.total ?? 0), meaning: .density),
    ]
  }

  /// What the selected bucket holds, which also says what the shapes mean.
  private func drawLegend(
    _ bucket: HistogramBucket?, _ overview: TimelineOverview, _ grid: inout Grid, _ area: Area
  ) {
    guard let bucket else { return }
    var parts = segments(bucket.statuses, matching: bucket.matching, all: bucket.all)
    if overview.matching == overview.total { parts.removeLast() }
    let counts = parts.map { "\($0.glyph) \(words.number($0.count)) \(words["histogram.\($0.nameKey)"])" }
    let undated = overview.undated > 0 ? [words.count("histogram.undated", overview.undated)] : []
    grid.put((counts + undated).joined(separator: "  "), in: area, style: Style(.muted))
  }

  private func draw(_ row: HistogramRows.Row, peak: Int, showsYear: Bool, _ grid: inout Grid, _ area: Area) {
    switch row {
    case .empty(let count, let unit):
      let dots = String(repeating: ": ", count: area.width / 2 + 1)
      grid.put(dots, in: area, at: 1, style: Style(.gap), isElided: false)
      let text = "  \(words.count("histogram.empty.\(unit)", count))  "
      grid.put(text, in: area, at: max(1, (area.width - grid.width(of: text)) / 2), style: Style(.gap))
    case .unplaced(let year, let statuses):
      let parts = segments(statuses, matching: statuses.total, all: statuses.total)
      draw(year, words["histogram.unknown"], parts, peak: peak, &grid, area)
    case .bucket(let bucket):
      let parts = segments(bucket.statuses, matching: bucket.matching, all: bucket.all)
      draw(showsYear ? bucket.start.day.year : nil, name(of: bucket), parts, peak: peak, &grid, area)
      let isFiltered = model.overview.map { $0.matching != $0.total } ?? false
      guard isFiltered else { return }
      let count = "\(words.number(bucket.matching)) / \(words.number(bucket.all))"
      put(count: count, &grid, area)
    }
  }

  private func draw(
    _ year: Int?, _ name: String, _ parts: [Segment], peak: Int, _ grid: inout Grid, _ area: Area
  ) {
    if let year { grid.put(String(year), in: area, at: 2, style: Style(.heading)) }
    let bar = Area(row: area.row, column: area.column, height: area.height, width: max(0, area.width - countWidth - 2))
    grid.put(name, in: bar, at: 7, style: Style(.date), isElided: false)
    let room = max(0, bar.width - barColumn)
    var column = barColumn
    var sum = 0
    for part in parts where part.count > 0 {
      sum += part.count
      // One event is never nothing.
      let end = max(column + 1, barColumn + sum * room / max(1, peak))
      let shape = String(repeating: part.glyph, count: end - column)
      column = grid.put(shape, in: bar, at: column, style: Style(part.meaning), isElided: false)
    }
    put(count: words.number(sum), &grid, area)
  }

  private func put(count: String, _ grid: inout Grid, _ area: Area) {
    grid.put(count.paddedLeft(to: countWidth), in: area, at: max(0, area.width - countWidth - 1))
  }

  // MARK: - Names

  /// Where the bars begin: hours have longer names.
  private var barColumn: Int { state.unit == .hour ? 22 : 15 }
  /// Room for the counts at the right.
  private var countWidth: Int { min(14, max(4, model.size.columns / 4)) }

  private func name(of bucket: HistogramBucket) -> String {
    let start = bucket.start.day
    let month = words.dates.month(start, short: true)
    switch state.unit {
    case .hour:
      let day = "\(month) \(String(start.day).paddedLeft(to: 2))"
      if bucket.isWholeDay { return day }
      let hour = bucket.start.hour
      return "\(day) "
        + (hour >= HistogramPlace.unknownHour ? words["histogram.noHour"] : "\(hour < 10 ? "0" : "")\(hour):00")
    case .day: return "\(month) \(String(start.day).paddedLeft(to: 2))"
    case .week: return "W\(start.week.number)"
    case .month: return month
    case .quarter: return "Q\((start.month - 1) / 3 + 1)"
    case .year: return ""
    }
  }
}

extension HistogramRows.Row {
  /// The events of the row.
  fileprivate var count: Int {
    switch self {
    case .bucket(let bucket): bucket.all
    case .unplaced(_, let statuses): statuses.total
    case .empty: 0
    }
  }
}
