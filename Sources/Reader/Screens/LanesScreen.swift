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

  /// Columns at the right for how many events have no date.
  static let undatedWidth = 4

  /// Where the lanes stand: below the title, the months and all of them, above the selected cell.
  static func lanesArea(_ size: GridSize) -> Area {
    let hasFrame = size.rows >= 8
    let top = hasFrame ? 3 : 0
    let below = (size.rows >= 16 ? glanceHeight : 0) + (hasFrame ? 1 : 0)
    return Area(row: top, column: 0, height: size.rows - top - below, width: size.columns)
  }

  private static let glanceHeight = 5

  func draw(_ grid: inout Grid) {
    let lanes = Self.lanesArea(grid.size)
    guard let first = model.overview?.matchingDays.first?.day else { return }
    let columns = model.laneColumns
    let current = (state.day - first) / state.daysPerColumn
    let left = max(0, current - columns + 1) + (current >= columns ? columns / 3 : 0)
    let scale = LaneScale(first: first, left: left, columns: columns, daysPerColumn: state.daysPerColumn)
    let rows = state.lanes ?? []
    let visible = state.cursor.visible(rows.count, height: lanes.height)
    for index in visible {
      let row = lanes.line(index - visible.lowerBound)
      let isSelected = index == state.cursor.index
      grid.lineOfRow[row.row] = index
      draw(rows[index], cursor: isSelected ? current - left : nil, scale, &grid, row)
      if isSelected {
        grid.cursor = (row.row, min(Self.nameWidth(grid.size.columns) + current - left, grid.size.columns - 1))
      }
    }
    if state.lanes == nil { grid.put(words["list.loading"], in: lanes.line(0), at: 2, style: Style(.muted)) }
    guard lanes.row > 0 else { return }
    drawHead(scale, &grid)
    let glance = Area(
      row: lanes.row + lanes.height, column: 0, height: grid.size.rows - lanes.row - lanes.height - 1,
      width: grid.size.columns)
    drawGlance(first, &grid, glance)
    Footer(model: model).drawStatus(&grid, grid.area.line(grid.size.rows - 1), standing: [])
  }

  private func drawHead(_ scale: LaneScale, _ grid: inout Grid) {
    ScreenTitle(
      model: model, text: words["lanes.title.\(state.kind.rawValue)"],
      right: words.text("lanes.column", ["days": words.count("day", state.daysPerColumn)])
    ).draw(&grid)
    let names = Self.nameWidth(grid.size.columns)
    drawMonths(scale, &grid, grid.area.line(1).splitColumns(names).rest)
    grid.put(words["lanes.all"], in: grid.area.line(2).splitColumns(names).left, at: 1, style: Style(.heading))
    let cells = LaneCells(model.overview?.matchingDays ?? [], state.spreads[model.query] ?? [], scale)
    let spark = Sparkline.text(cells.counts, repertoire: look.repertoire)
    grid.put(spark, in: grid.area.line(2), at: names, style: Style(.matchingDensity), isElided: false)
    drawUndated(model.overview?.undated ?? 0, &grid, grid.area.line(2))
  }

  private func drawUndated(_ count: Int, _ grid: inout Grid, _ row: Area) {
    let area = row.splitColumns(max(0, row.width - Self.undatedWidth)).rest
    if count > 0 {
      grid.put("?\(words.number(count))".paddedLeft(to: Self.undatedWidth - 1), in: area, style: Style(.doubt))
    }
  }

  private func drawMonths(_ scale: LaneScale, _ grid: inout Grid, _ area: Area) {
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

  private func draw(_ lane: Lane, cursor: Int?, _ scale: LaneScale, _ grid: inout Grid, _ area: Area) {
    let names = Self.nameWidth(grid.size.columns)
    let count = words.number(lane.count)
    let name = area.splitColumns(names - 1).left
    grid.put(cursor == nil ? " " : ">", in: area, style: Style(.key))
    grid.put(self.name(of: lane), in: name.splitColumns(name.width - count.count - 1).left, at: 1, style: Style(.actor))
    grid.put(count, in: name, at: max(0, name.width - count.count), style: Style(.muted))
    let cells = LaneCells(lane.days, state.spreads[model.query(of: lane)] ?? [], scale)
    for column in cells.counts.indices {
      let isCursor = column == cursor
      let mark = cells.marks[column].map(String.init)
      guard let sign = sign(cells.counts[column]) ?? mark ?? (isCursor ? "_" : nil) else { continue }
      let cell = Area(row: area.row, column: area.column + names + column, height: area.height, width: 1)
      let meaning: Meaning = cells.counts[column] > 0 ? .matchingDensity : .muted
      grid.put(sign, in: cell, style: Style(meaning, selected: isCursor))
    }
    drawUndated(lane.count - lane.days.reduce(0) { $0 + $1.count }, &grid, area)
    if cursor != nil { grid.select(name) }
  }

  /// One event, 2 to 9, more.
  private func sign(_ count: Int) -> String? {
    switch count {
    case ...0: nil
    case 1: look.glyph("·", ".")
    case ...9: String(count)
    default: "#"
    }
  }

  private func name(of lane: Lane) -> String {
    switch lane.condition {
    case .type(let type): "\(look.mark(of: type)) \(look.name(of: type))"
    case .status(let status): words["status.\(status.rawValue)"]
    default: lane.name
    }
  }

  private func drawGlance(_ first: CivilDay, _ grid: inout Grid, _ area: Area) {
    guard area.height > 1 else { return }
    grid.fill(area.line(0), with: look.glyph("─", "-").first ?? "-", style: Style(.heading))
    let legend = words.text("lanes.legend", ["one": look.glyph("·", ".")])
    grid.put(" \(legend) ", in: area.line(0), at: 2, style: Style(.muted))
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
