import Temporal
import Timeline

/// Events a day, week, month, quarter or year; what passes the filter before the rest, told apart by shape.
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
    let rows = state.rows(overview)
    let peak = rows.reduce(1) { peak, row in if case .bucket(_, _, let all) = row { max(peak, all) } else { peak } }
    let current =
      rows.lastIndex { if case .bucket(let start, _, _) = $0 { start <= state.selected } else { false } } ?? 0
    let top = max(0, min(current - list.height / 2, rows.count - list.height))
    for (line, row) in rows.dropFirst(top).prefix(list.height).enumerated() {
      let showsYear = line == 0 || isFirstOfYear(rows, top + line)
      draw(row, peak: peak, showsYear: showsYear, isSelected: top + line == current, &grid, list.line(line))
      if top + line == current { grid.cursor = (list.row + line, 0) }
    }
    guard hasFrame else { return }
    drawTitle(overview, peak: peak, &grid)
    drawLegend(overview, &grid, grid.area.line(grid.size.rows - 2).inset(1))
    Footer(model: model).drawStatus(&grid, grid.area.line(grid.size.rows - 1), standing: [])
  }

  private func isFirstOfYear(_ rows: [HistogramState.Row], _ index: Int) -> Bool {
    guard index > 0, case .bucket(let start, _, _) = rows[index] else { return true }
    guard case .bucket(let before, _, _) = rows[index - 1] else { return true }
    return before.year != start.year
  }

  private func drawTitle(_ overview: TimelineOverview, peak: Int, _ grid: inout Grid) {
    let area = grid.area.line(0).inset(1)
    let right = "\(words.count("event", overview.total)), \(words["histogram.peak"]) \(words.number(peak))"
    let start = max(0, area.width - grid.width(of: right))
    let unit = words["histogram.unit.\(state.unit)"]
    let filter = model.query.terms.isEmpty ? "" : " > \(model.query.description)"
    grid.put(
      "linimasa  \(words["histogram.title"]) \(unit)\(filter)", in: area.splitColumns(max(0, start - 2)).left,
      style: Style(.title))
    grid.put(right, in: area, at: start, style: Style(.title))
  }

  private func drawLegend(_ overview: TimelineOverview, _ grid: inout Grid, _ area: Area) {
    let isFiltered = overview.matching != overview.total
    let legend =
      isFiltered ? "\(full) \(words["histogram.matching"])   \(rest) \(words["histogram.others"])   " : ""
    grid.put(legend + words.count("histogram.undated", overview.undated), in: area, style: Style(.muted))
  }

  private var full: String { look.glyph("█", "#") }
  private var rest: String { look.glyph("░", ".") }

  private func draw(
    _ row: HistogramState.Row, peak: Int, showsYear: Bool, isSelected: Bool, _ grid: inout Grid, _ area: Area
  ) {
    guard case .bucket(let start, let matching, let all) = row else {
      if case .empty(let count) = row {
        let dots = String(repeating: ": ", count: area.width / 2 + 1)
        grid.put(dots, in: area, at: 1, style: Style(.gap), isElided: false)
        let text = "  \(words.text("histogram.empty.\(state.unit)", ["n": words.number(count)]))  "
        grid.put(text, in: area, at: max(1, (area.width - grid.width(of: text)) / 2), style: Style(.gap))
      }
      return
    }
    grid.put(isSelected ? ">" : " ", in: area, style: Style(.key))
    if showsYear { grid.put(String(start.year), in: area, at: 2, style: Style(.heading)) }
    grid.put(name(of: start), in: area, at: 7, style: Style(.date))
    let isFiltered = model.overview.map { $0.matching != $0.total } ?? false
    let count = isFiltered ? "\(words.number(matching)) / \(words.number(all))" : words.number(all)
    let room = max(0, area.width - 15 - 16)
    let total = length(all, peak, room)
    let own = min(total, length(matching, peak, room))
    let bar = grid.put(String(repeating: full, count: own), in: area, at: 15, style: Style(.matchingDensity))
    grid.put(String(repeating: rest, count: total - own), in: area, at: bar, style: Style(.density))
    grid.put(count.paddedLeft(to: 14), in: area, at: max(15, area.width - 15))
    if isSelected { grid.select(area) }
  }

  /// One event is never nothing.
  private func length(_ count: Int, _ peak: Int, _ room: Int) -> Int {
    count == 0 ? 0 : max(1, count * room / max(1, peak))
  }

  private func name(of start: CivilDay) -> String {
    let month = words.dates.month(start, short: true)
    switch state.unit {
    case .day: return "\(month) \(String(start.day).paddedLeft(to: 2))"
    case .week: return "W\(start.week.number)"
    case .month: return month
    case .quarter: return "Q\((start.month - 1) / 3 + 1)"
    case .year: return ""
    }
  }
}
