import Temporal
import Timeline

/// Actors, places or types as rows, time as columns: how many events each has when.
struct LanesScreen {
  let model: Model
  let state: LanesState
  private var look: Look { model.look }
  private var words: Phrasebook { look.words }

  /// Columns of the names and counts at the left.
  static func nameWidth(_ columns: Int) -> Int { min(27, max(8, columns / 3)) }

  func draw(_ grid: inout Grid) {
    let hasFrame = grid.size.rows >= 8
    let glanceHeight = grid.size.rows >= 16 ? 5 : 0
    let top = hasFrame ? 3 : 0
    let lanes = Area(
      row: top, column: 0, height: grid.size.rows - top - glanceHeight - (hasFrame ? 1 : 0), width: grid.size.columns)
    guard let first = model.overview?.matchingDays.first?.day else { return }
    let columns = model.laneColumns
    let current = (state.day - first) / state.daysPerColumn
    let left = max(0, current - columns + 1) + (current >= columns ? columns / 3 : 0)
    let scale = Scale(first: first, left: left, columns: columns, daysPerColumn: state.daysPerColumn, current: current)
    let rows = state.lanes ?? []
    let visible = state.cursor.visible(rows.count, height: lanes.height)
    for index in visible {
      let row = lanes.line(index - visible.lowerBound)
      let isSelected = index == state.cursor.index
      draw(rows[index], isSelected: isSelected, scale, &grid, row)
      if isSelected {
        grid.cursor = (row.row, min(Self.nameWidth(grid.size.columns) + current - left, grid.size.columns - 1))
      }
    }
    if state.lanes == nil { grid.put(words["list.loading"], in: lanes.line(0), at: 2, style: Style(.muted)) }
    guard hasFrame else { return }
    drawHead(scale, &grid)
    let glance = Area(row: lanes.row + lanes.height, column: 0, height: glanceHeight, width: grid.size.columns)
    drawGlance(first, &grid, glance)
    Footer(model: model).drawStatus(&grid, grid.area.line(grid.size.rows - 1), standing: [])
  }

  /// Which days the columns stand for.
  private struct Scale {
    let first: CivilDay
    let left: Int
    let columns: Int
    let daysPerColumn: Int
    let current: Int

    func column(of day: CivilDay) -> Int? {
      let column = (day - first) / daysPerColumn - left
      return (0..<columns).contains(column) ? column : nil
    }

    func day(of column: Int) -> CivilDay { first + (left + column) * daysPerColumn }

    func counts(_ days: [DayCount]) -> [Int] {
      var counts = [Int](repeating: 0, count: columns)
      for day in days { if let column = column(of: day.day) { counts[column] += day.count } }
      return counts
    }
  }

  private func drawHead(_ scale: Scale, _ grid: inout Grid) {
    let title = grid.area.line(0).inset(1)
    let right = words.text("lanes.column", ["days": words.count("day", state.daysPerColumn)])
    let start = max(0, title.width - grid.width(of: right))
    let filter = model.query.terms.isEmpty ? "" : " > \(model.query.description)"
    grid.put(
      "linimasa  \(words["lanes.title.\(state.kind.rawValue)"])\(filter)",
      in: title.splitColumns(max(0, start - 2)).left,
      style: Style(.title))
    grid.put(right, in: title, at: start, style: Style(.title))
    let names = Self.nameWidth(grid.size.columns)
    drawMonths(scale, &grid, grid.area.line(1).splitColumns(names).rest)
    grid.put(words["lanes.all"], in: grid.area.line(2).splitColumns(names).left, at: 1, style: Style(.heading))
    let spark = Sparkline.text(scale.counts(model.overview?.matchingDays ?? []), repertoire: look.repertoire)
    grid.put(spark, in: grid.area.line(2), at: names, style: Style(.matchingDensity), isElided: false)
  }

  private func drawMonths(_ scale: Scale, _ grid: inout Grid, _ area: Area) {
    var free = 0
    var shown: (year: Int, month: Int) = (.min, 0)
    for column in 0..<scale.columns where column >= free {
      let day = scale.day(of: column)
      if let last = model.overview?.matchingDays.last?.day, day > last { break }
      guard day.year != shown.year || day.month != shown.month else { continue }
      let label = day.year != shown.year ? String(day.year) : words.dates.month(day, short: true)
      if shown.year == day.year, scale.daysPerColumn > 14 { continue }
      guard column + label.count <= area.width else { continue }
      free = grid.put(label, in: area, at: column, style: Style(.muted)) + 1
      shown = (day.year, day.month)
    }
  }

  private func draw(_ lane: Lane, isSelected: Bool, _ scale: Scale, _ grid: inout Grid, _ area: Area) {
    let names = Self.nameWidth(grid.size.columns)
    let count = words.number(lane.count)
    let name = area.splitColumns(names - 1).left
    grid.put(isSelected ? ">" : " ", in: area, style: Style(.key))
    grid.put(self.name(of: lane), in: name.splitColumns(name.width - count.count - 1).left, at: 1, style: Style(.actor))
    grid.put(count, in: name, at: max(0, name.width - count.count), style: Style(.muted))
    for (column, count) in scale.counts(lane.days).enumerated() {
      let isCursor = isSelected && column + scale.left == scale.current
      let sign = count == 0 ? (isCursor ? "_" : " ") : count == 1 ? look.glyph("·", ".") : count < 10 ? "\(count)" : "#"
      if sign == " " { continue }
      let cell = Area(row: area.row, column: area.column + names + column, height: 1, width: 1)
      grid.put(sign, in: cell, style: Style(.matchingDensity, selected: isCursor))
    }
    if isSelected { grid.select(name) }
  }

  private func name(of lane: Lane) -> String {
    if case .type(let type) = lane.condition { "\(look.mark(of: type)) \(look.name(of: type))" } else { lane.name }
  }

  private func drawGlance(_ first: CivilDay, _ grid: inout Grid, _ area: Area) {
    guard area.height > 1 else { return }
    grid.fill(area.line(0), with: look.glyph("─", "-").first ?? "-", style: Style(.heading))
    let days = state.days(of: state.day, from: first)
    let precision: Precision = days.length == 1 ? .day : .range
    let label = look.label(EventDate(start: days.first, end: days.last, precision: precision, basis: .explicit)).long
    let name = state.lane.map { self.name(of: $0) } ?? ""
    var column = grid.put(label, in: area.line(1).inset(1), style: Style(.date))
    column = grid.put("  \(name)", in: area.line(1).inset(1), at: column, style: Style(.actor))
    guard let glance = state.glance, glance.of == model.cellQuery(state) else { return }
    for (index, entry) in glance.entries.prefix(area.height - 2).enumerated() {
      let line = area.line(2 + index).inset(1)
      grid.put(look.mark(of: entry.type), in: line, style: look.style(of: entry.type))
      let date = grid.put(look.label(entry.date).short, in: line, at: 2, style: Style(.date))
      grid.put(entry.summary, in: line, at: date + 2)
    }
  }
}
