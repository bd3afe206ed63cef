import Timeline

/// The corrections that were made: when, by whom, what, of what; those that were taken back say so.
struct HistoryScreen {
  let model: Model
  let state: HistoryState
  private var look: Look { model.look }

  func draw(_ grid: inout Grid) {
    let area = grid.area
    let hasFrame = area.height >= 5
    let list = Area(
      row: hasFrame ? 1 : 0, column: 0, height: area.height - (hasFrame ? 2 : 0), width: area.width)
    let lines = state.lines ?? []
    grid.list(lines, state.cursor, in: list) { line, row, grid in draw(line, &grid, row) }
    if lines.isEmpty {
      let text = look.words[state.lines == nil ? "list.loading" : "history.none"]
      grid.put(text, in: list.line(0), at: min(2, list.width - 1), style: Style(.muted))
    }
    guard hasFrame else { return }
    ScreenTitle(model: model, text: look.words["history.title"], isFiltered: false).draw(&grid)
    Footer(model: model).drawStatus(&grid, area.line(area.height - 1), standing: [])
  }

  private func draw(_ line: CorrectionLine, _ grid: inout Grid, _ row: Area) {
    let record = line.record
    let undone = record.isUndone ? look.words["history.undone"] + " " : ""
    var column = 2
    if row.width >= 60 {
      column = grid.put(
        record.made.replacing("T", with: " ").prefix(16) + " ", in: row, at: column, style: Style(.date))
      column = grid.put(record.author.clipped(to: 12) + " ", in: row, at: column, style: Style(.muted))
    }
    column = grid.put(undone, in: row, at: column, style: Style(.doubt))
    let what = CorrectionText(record.correction, look: look).text
    // What it is about has what is left, at least a third.
    let about = line.about ?? look.words["history.gone"]
    let aboutWidth = min(grid.width(of: about), row.width / 3)
    let whatArea = row.splitColumns(max(column, row.width - aboutWidth - 3)).left
    column = grid.put(what, in: whatArea, at: column)
    grid.put(about, in: row, at: column + 2, style: Style(.muted))
  }
}
